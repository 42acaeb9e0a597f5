//! Finds the values of members in a request, while it is written to nowhere.

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeSerializer};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

/// A path of members: `*` is every element of a list, `@` every key of a map.
pub(crate) type Path<'p> = &'p [&'p str];

/// The texts, and the long numbers, at any of these paths, in the order of the request.
pub(crate) fn texts(
    input: &dyn SerializableStruct,
    paths: &[Path<'_>],
) -> Result<Vec<String>, SerdeError> {
    let mut collector = Collector {
        inside: Inside::Structure,
        paths: paths.to_vec(),
        found: Vec::new(),
    };
    input.serialize_members(&mut collector)?;
    Ok(collector.found)
}

/// Looks on while something is written, and keeps what stands where the paths lead.
struct Collector<'p> {
    inside: Inside,
    /// What is left of the paths that lead here.
    paths: Vec<Path<'p>>,
    found: Vec<String>,
}

/// What the values belong to that are being written.
#[derive(Clone, Copy)]
enum Inside {
    List,
    /// Keys and values in turn; true when it is a key's.
    Map(bool),
    Structure,
}

impl<'p> Collector<'p> {
    /// What is left of the paths that lead to the value which is being written.
    fn step(&mut self, schema: &Schema<'_>) -> Vec<Path<'p>> {
        let name = match &mut self.inside {
            Inside::List => Some("*"),
            Inside::Map(is_key) => {
                let step = is_key.then_some("@");
                *is_key = !*is_key;
                step
            }
            Inside::Structure => schema.member_name(),
        };
        let left = self.paths.iter().filter_map(|path| match path {
            [first, left @ ..] if Some(*first) == name => Some(left),
            _ => None,
        });
        left.collect()
    }

    /// Goes on inside of the value, if a path does.
    fn enter(
        &mut self,
        schema: &Schema<'_>,
        inside: Inside,
        write: impl FnOnce(&mut Self) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let paths = self.step(schema);
        if paths.is_empty() {
            return Ok(());
        }
        let mut within = Self {
            inside,
            paths,
            found: std::mem::take(&mut self.found),
        };
        let written = write(&mut within);
        self.found = within.found;
        written
    }
}

/// Declares the methods that write what no path leads to.
macro_rules! pass_over {
    ($($method:ident: $value:ty;)*) => {$(
        fn $method(&mut self, schema: &Schema<'_>, _value: $value) -> Result<(), SerdeError> {
            self.step(schema);
            Ok(())
        }
    )*};
}

type WriteAll<'a> = &'a dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>;

impl ShapeSerializer for Collector<'_> {
    fn write_string(&mut self, schema: &Schema<'_>, value: &str) -> Result<(), SerdeError> {
        if self.step(schema).iter().any(|left| left.is_empty()) {
            self.found.push(value.to_owned());
        }
        Ok(())
    }

    fn write_long(&mut self, schema: &Schema<'_>, value: i64) -> Result<(), SerdeError> {
        if self.step(schema).iter().any(|left| left.is_empty()) {
            self.found.push(value.to_string());
        }
        Ok(())
    }

    fn write_struct(
        &mut self,
        schema: &Schema<'_>,
        value: &dyn SerializableStruct,
    ) -> Result<(), SerdeError> {
        self.enter(schema, Inside::Structure, |within| {
            value.serialize_members(within)
        })
    }

    fn write_list(&mut self, schema: &Schema<'_>, write: WriteAll<'_>) -> Result<(), SerdeError> {
        self.enter(schema, Inside::List, |within| write(within))
    }

    fn write_map(&mut self, schema: &Schema<'_>, write: WriteAll<'_>) -> Result<(), SerdeError> {
        self.enter(schema, Inside::Map(true), |within| write(within))
    }

    fn write_null(&mut self, schema: &Schema<'_>) -> Result<(), SerdeError> {
        self.step(schema);
        Ok(())
    }

    pass_over! {
        write_big_decimal: &BigDecimal;
        write_big_integer: &BigInteger;
        write_blob: Blob;
        write_boolean: bool;
        write_byte: i8;
        write_document: &Document;
        write_double: f64;
        write_float: f32;
        write_integer: i32;
        write_short: i16;
        write_timestamp: &DateTime;
    }
}
