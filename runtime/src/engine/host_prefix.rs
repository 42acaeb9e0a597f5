//! What an operation puts before its endpoint's host, for example `data-` or `{AccountId}.`.
//! <https://smithy.io/2.0/spec/endpoint-traits.html#endpoint-trait>

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeSerializer};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

/// Fills the members' values into the prefix.
///
/// # Errors
/// When a member is unset, or when its value cannot be a label of a host's name.
pub(crate) fn fill(template: &str, input: &dyn SerializableStruct) -> Result<String, SerdeError> {
    let mut prefix = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((member, after)) = after.split_once('}') else {
            break;
        };
        let mut wanted = Wanted {
            member,
            value: None,
        };
        input.serialize_members(&mut wanted)?;
        let value = wanted.value.filter(|value| is_label(value)).ok_or_else(|| {
            SerdeError::invalid_input(format!(
                "`{member}` becomes part of the host's name: 1 to 63 letters, digits and hyphens"
            ))
        })?;
        prefix.push_str(before);
        prefix.push_str(&value);
        rest = after;
    }
    prefix.push_str(rest);
    Ok(prefix)
}

fn is_label(value: &str) -> bool {
    (1..=63).contains(&value.len())
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !value.starts_with('-')
}

/// Looks on while a request is written, and keeps the value of one of its members.
struct Wanted<'a> {
    member: &'a str,
    value: Option<String>,
}

/// Declares the methods that write what no host label can be.
macro_rules! pass_over {
    ($($method:ident: $value:ty;)*) => {$(
        fn $method(&mut self, _schema: &Schema<'_>, _value: $value) -> Result<(), SerdeError> {
            Ok(())
        }
    )*};
}

type WriteAll<'a> = &'a dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>;

impl ShapeSerializer for Wanted<'_> {
    /// Host labels are strings.
    fn write_string(&mut self, schema: &Schema<'_>, value: &str) -> Result<(), SerdeError> {
        if schema.member_name() == Some(self.member) {
            self.value = Some(value.to_owned());
        }
        Ok(())
    }

    // Nor are they inside of other members, so nothing is entered.
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
        write_list: WriteAll<'_>;
        write_long: i64;
        write_map: WriteAll<'_>;
        write_short: i16;
        write_struct: &dyn SerializableStruct;
        write_timestamp: &DateTime;
    }

    fn write_null(&mut self, _schema: &Schema<'_>) -> Result<(), SerdeError> {
        Ok(())
    }
}
