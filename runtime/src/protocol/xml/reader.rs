//! Reads shapes out of a document: whoever is called for a value finds the cursor in its element.

mod aggregates;

use std::borrow::Cow;

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::{SerdeError, ShapeDeserializer};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document as SmithyDocument};

use super::document::Document;
use super::envelope::Envelope;
use super::tag::Tag;
use super::value;

/// What is called for each member of a structure.
type EachMember<'e> =
    &'e mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>;

/// What is called for each entry of a map.
type EachEntry<'e> =
    &'e mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Result<(), SerdeError>;

/// Reads an answer or an error from a document.
pub(in crate::protocol) struct XmlReader<'a> {
    document: Document<'a>,
    value: Value<'a>,
    /// Whether members are known by their names in any case: Route 53 sends the `messages` of its
    /// model as `Messages`, in errors.
    any_case: bool,
}

/// What can be read next, once.
enum Value<'a> {
    /// The document, of which nothing is read yet. When it is no text at all, that comes out
    /// here: the answer's body may not be for this reader.
    Document(Result<Envelope, SerdeError>),
    /// The element that is open.
    Element(Tag<'a>),
    /// The element that is open, and those with its name that stand beside it.
    Siblings(Tag<'a>),
    /// The text of an element that has been left, or of an attribute.
    Text(Cow<'a, str>),
    /// An entry's value that is not there.
    Null,
    /// It has been read.
    Nothing,
}

impl<'a> XmlReader<'a> {
    /// Reads what is in `envelope`.
    pub(in crate::protocol) fn new(body: &'a [u8], envelope: Envelope) -> Self {
        let (text, value) = match std::str::from_utf8(body) {
            Ok(text) => (text, Ok(envelope)),
            Err(_) => ("", Err(SerdeError::invalid_input("the XML is not UTF-8"))),
        };
        Self {
            document: Document::new(text),
            value: Value::Document(value),
            any_case: envelope == Envelope::Error,
        }
    }

    /// Reads the value that is next, as an element, with `read`.
    fn element<T: Default>(
        &mut self,
        read: impl FnOnce(&mut Self, Tag<'a>) -> Result<T, SerdeError>,
    ) -> Result<T, SerdeError> {
        match std::mem::replace(&mut self.value, Value::Nothing) {
            Value::Document(envelope) => {
                let value = match envelope?.open(&mut self.document)? {
                    Some(tag) => read(self, tag)?,
                    None => T::default(),
                };
                self.document.finish()?;
                Ok(value)
            }
            Value::Element(tag) | Value::Siblings(tag) => read(self, tag),
            Value::Text(_) => Err(SerdeError::invalid_input(
                "there is text where elements should be",
            )),
            Value::Null | Value::Nothing => Err(no_value()),
        }
    }

    /// Reads the value that is next, as text.
    fn text(&mut self) -> Result<Cow<'a, str>, SerdeError> {
        match std::mem::replace(&mut self.value, Value::Nothing) {
            Value::Text(text) => Ok(text),
            value => {
                self.value = value;
                self.element(|this, _| this.document.text())
            }
        }
    }

    /// Calls `each` for `value`, and leaves what `each` does not read.
    fn give(
        &mut self,
        value: Value<'a>,
        depth: usize,
        each: impl FnOnce(&mut Self) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.value = value;
        each(self)?;
        self.value = Value::Nothing;
        self.document.leave_to(depth)
    }
}

fn no_value() -> SerdeError {
    SerdeError::invalid_input("there is no value")
}

impl ShapeDeserializer for XmlReader<'_> {
    fn read_struct(&mut self, schema: &Schema<'_>, each: EachMember<'_>) -> Result<(), SerdeError> {
        self.element(|this, tag| {
            if !schema.xml_unwrapped_output() {
                return this.members(&tag, schema, each);
            }
            // The element is the only member itself, as in S3's `GetBucketLocation`.
            let depth = this.document.depth() - 1;
            let Some(index) = this.find(schema, tag.name(), 0) else {
                return Ok(());
            };
            let member = schema.members()[index];
            this.give(Value::Element(tag), depth, |this| each(member, this))
        })
    }

    fn read_list(
        &mut self,
        _schema: &Schema<'_>,
        each: &mut dyn FnMut(&mut dyn ShapeDeserializer) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        self.elements(|this, tag| {
            this.value = Value::Element(tag);
            each(this)
        })
    }

    fn read_map(&mut self, schema: &Schema<'_>, each: EachEntry<'_>) -> Result<(), SerdeError> {
        self.elements(|this, _| this.entry(schema, each))
    }

    fn read_boolean(&mut self, schema: &Schema<'_>) -> Result<bool, SerdeError> {
        value::boolean(&self.text()?, schema)
    }

    fn read_byte(&mut self, schema: &Schema<'_>) -> Result<i8, SerdeError> {
        value::number(&self.text()?, schema)
    }

    fn read_short(&mut self, schema: &Schema<'_>) -> Result<i16, SerdeError> {
        value::number(&self.text()?, schema)
    }

    fn read_integer(&mut self, schema: &Schema<'_>) -> Result<i32, SerdeError> {
        value::number(&self.text()?, schema)
    }

    fn read_long(&mut self, schema: &Schema<'_>) -> Result<i64, SerdeError> {
        value::number(&self.text()?, schema)
    }

    fn read_float(&mut self, schema: &Schema<'_>) -> Result<f32, SerdeError> {
        value::number(&self.text()?, schema)
    }

    fn read_double(&mut self, schema: &Schema<'_>) -> Result<f64, SerdeError> {
        value::number(&self.text()?, schema)
    }

    fn read_big_integer(&mut self, schema: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        value::number(&self.text()?, schema)
    }

    fn read_big_decimal(&mut self, schema: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        value::number(&self.text()?, schema)
    }

    fn read_string(&mut self, _schema: &Schema<'_>) -> Result<String, SerdeError> {
        self.text().map(Cow::into_owned)
    }

    fn read_blob(&mut self, schema: &Schema<'_>) -> Result<Blob, SerdeError> {
        value::blob(&self.text()?, schema)
    }

    fn read_timestamp(&mut self, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
        value::timestamp(&self.text()?, schema)
    }

    fn read_document(&mut self, _schema: &Schema<'_>) -> Result<SmithyDocument, SerdeError> {
        // https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html#shape-serialization
        Err(SerdeError::unsupported("XML has no documents"))
    }

    fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    fn read_null(&mut self) -> Result<(), SerdeError> {
        self.value = Value::Nothing;
        Ok(())
    }

    /// Whoever gave the value leaves what is not read of it.
    fn skip_value(&mut self) -> Result<(), SerdeError> {
        match std::mem::replace(&mut self.value, Value::Nothing) {
            Value::Document(_) => self.document.finish(),
            _ => Ok(()),
        }
    }

    fn container_size(&self) -> Option<usize> {
        None
    }
}
