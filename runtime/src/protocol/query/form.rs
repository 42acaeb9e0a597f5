//! Writes shapes as the parameters of a form: `Filter.1.Name=vpc-id`.
//!
//! Names are what is on the way to a value, with dots between. No name or number of AWS's models
//! needs an escape there.

use std::fmt::Write as _;

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeSerializer};
use aws_smithy_schema::traits::{TimestampFormat, TimestampFormatTrait};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::primitive::Encoder;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document, base64};

/// Which protocol's names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>
    Aws,
    /// <https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html>
    Ec2,
}

/// A form that is being written.
pub(super) struct Form {
    dialect: Dialect,
    body: String,
    /// The names on the way to what is written next.
    path: String,
    place: Place,
}

/// What is written next, and so what it is called.
#[derive(Clone, Copy)]
enum Place {
    /// The input, which has no name.
    Input,
    /// A member: has its own.
    Member,
    /// An element of a list, of this number.
    Element(usize),
    /// The key of an entry of a map, of this number.
    Key(usize),
    /// The value of an entry of a map, of this number.
    Value(usize),
}

impl Form {
    /// An empty one.
    pub(super) fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            body: String::new(),
            path: String::new(),
            place: Place::Input,
        }
    }

    /// Writes a parameter of the protocol's own.
    pub(super) fn parameter(&mut self, name: &str, value: &str) {
        if !self.body.is_empty() {
            self.body.push('&');
        }
        self.body.push_str(name);
        self.body.push('=');
        escape(value, &mut self.body);
    }

    /// The form.
    pub(super) fn finish(self) -> String {
        self.body
    }

    /// Calls `write` with the name of the value that is next on the path.
    fn named(
        &mut self,
        schema: &Schema<'_>,
        write: impl FnOnce(&mut Self) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let (length, place) = (self.path.len(), self.place);
        match place {
            Place::Input => {}
            Place::Member => self.push_member(schema),
            Place::Element(number) => self.push(number),
            Place::Key(number) => {
                self.push(number);
                self.push(xml_name(Some(schema), "key"));
            }
            Place::Value(number) => {
                self.push(number);
                self.push(xml_name(Some(schema), "value"));
            }
        }
        write(self)?;
        self.path.truncate(length);
        self.place = place.next();
        Ok(())
    }

    fn push(&mut self, name: impl std::fmt::Display) {
        let dot = if self.path.is_empty() { "" } else { "." };
        // Writing to a `String` does not fail.
        let _infallible = write!(self.path, "{dot}{name}");
    }

    /// ec2Query has names of its own, which schemas carry as `jsonName`: no XML has that.
    /// <https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html#query-key-resolution>
    fn push_member(&mut self, schema: &Schema<'_>) {
        let name = xml_name(Some(schema), schema.member_name().unwrap_or_default());
        match (self.dialect, schema.json_name()) {
            (Dialect::Aws, _) => self.push(name),
            (Dialect::Ec2, Some(own)) => self.push(own.value()),
            (Dialect::Ec2, None) => {
                let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
                self.push(format_args!("{}{rest}", first.to_ascii_uppercase()));
            }
        }
    }

    fn value(&mut self, schema: &Schema<'_>, value: &str) -> Result<(), SerdeError> {
        self.named(schema, |this| {
            let name = std::mem::take(&mut this.path);
            this.parameter(&name, value);
            this.path = name;
            Ok(())
        })
    }
}

impl Place {
    /// The place after this one.
    fn next(self) -> Self {
        match self {
            Self::Input | Self::Member => self,
            Self::Element(number) => Self::Element(number + 1),
            Self::Key(number) => Self::Value(number),
            Self::Value(number) => Self::Key(number + 1),
        }
    }
}

fn xml_name<'s>(schema: Option<&'s Schema<'_>>, default: &'s str) -> &'s str {
    let name = schema.and_then(Schema::xml_name);
    name.map_or(default, |name| name.value())
}

/// Writes what a form cannot have as it is with `%`: all but RFC 3986's unreserved characters.
fn escape(text: &str, to: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            to.push(char::from(byte));
        } else {
            to.push('%');
            to.push(char::from(DIGITS[usize::from(byte >> 4)]));
            to.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

impl ShapeSerializer for Form {
    fn write_struct(
        &mut self,
        schema: &Schema<'_>,
        value: &dyn SerializableStruct,
    ) -> Result<(), SerdeError> {
        self.named(schema, |this| {
            this.place = Place::Member;
            value.serialize_members(this)
        })
    }

    fn write_list(
        &mut self,
        schema: &Schema<'_>,
        write_elements: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let is_member = matches!(self.place, Place::Member);
        self.named(schema, |this| {
            let (list, written) = (this.path.len(), this.body.len());
            if this.dialect == Dialect::Aws && !schema.xml_flattened() {
                this.push(xml_name(schema.member(), "member"));
            }
            this.place = Place::Element(1);
            write_elements(this)?;
            // awsQuery tells an empty list from one that is not there.
            if this.dialect == Dialect::Aws && is_member && this.body.len() == written {
                this.path.truncate(list);
                let name = std::mem::take(&mut this.path);
                this.parameter(&name, "");
                this.path = name;
            }
            Ok(())
        })
    }

    fn write_map(
        &mut self,
        schema: &Schema<'_>,
        write_entries: &dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if self.dialect == Dialect::Ec2 {
            return Err(SerdeError::unsupported("ec2Query has no maps"));
        }
        self.named(schema, |this| {
            if !schema.xml_flattened() {
                this.push("entry");
            }
            this.place = Place::Key(1);
            write_entries(this)
        })
    }

    fn write_boolean(&mut self, schema: &Schema<'_>, value: bool) -> Result<(), SerdeError> {
        self.value(schema, if value { "true" } else { "false" })
    }

    fn write_byte(&mut self, schema: &Schema<'_>, value: i8) -> Result<(), SerdeError> {
        self.value(schema, Encoder::from(value).encode())
    }

    fn write_short(&mut self, schema: &Schema<'_>, value: i16) -> Result<(), SerdeError> {
        self.value(schema, Encoder::from(value).encode())
    }

    fn write_integer(&mut self, schema: &Schema<'_>, value: i32) -> Result<(), SerdeError> {
        self.value(schema, Encoder::from(value).encode())
    }

    fn write_long(&mut self, schema: &Schema<'_>, value: i64) -> Result<(), SerdeError> {
        self.value(schema, Encoder::from(value).encode())
    }

    fn write_float(&mut self, schema: &Schema<'_>, value: f32) -> Result<(), SerdeError> {
        self.value(schema, Encoder::from(value).encode())
    }

    fn write_double(&mut self, schema: &Schema<'_>, value: f64) -> Result<(), SerdeError> {
        self.value(schema, Encoder::from(value).encode())
    }

    fn write_big_integer(
        &mut self,
        schema: &Schema<'_>,
        value: &BigInteger,
    ) -> Result<(), SerdeError> {
        self.value(schema, value.as_ref())
    }

    fn write_big_decimal(
        &mut self,
        schema: &Schema<'_>,
        value: &BigDecimal,
    ) -> Result<(), SerdeError> {
        self.value(schema, value.as_ref())
    }

    fn write_string(&mut self, schema: &Schema<'_>, value: &str) -> Result<(), SerdeError> {
        self.value(schema, value)
    }

    fn write_blob(&mut self, schema: &Schema<'_>, value: Blob) -> Result<(), SerdeError> {
        self.value(schema, &base64::encode(value))
    }

    fn write_timestamp(&mut self, schema: &Schema<'_>, value: &DateTime) -> Result<(), SerdeError> {
        let format = match schema.timestamp_format().map(TimestampFormatTrait::format) {
            Some(TimestampFormat::EpochSeconds) => Format::EpochSeconds,
            Some(TimestampFormat::HttpDate) => Format::HttpDate,
            _ => Format::DateTime,
        };
        let text = value.fmt(format);
        let text = text.map_err(|error| SerdeError::invalid_input(error.to_string()))?;
        self.value(schema, &text)
    }

    fn write_document(&mut self, _: &Schema<'_>, _: &Document) -> Result<(), SerdeError> {
        Err(SerdeError::unsupported("a form has no documents"))
    }

    /// A null is left out. An element of a list then takes no number.
    fn write_null(&mut self, _: &Schema<'_>) -> Result<(), SerdeError> {
        if let Place::Value(_) = self.place {
            self.place = self.place.next();
        }
        Ok(())
    }
}
