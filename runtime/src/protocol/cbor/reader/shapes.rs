//! The values of shapes, out of items.

use aws_smithy_schema::prelude::DOCUMENT;
use aws_smithy_schema::serde::{SerdeError, ShapeDeserializer};
use aws_smithy_schema::{Schema, ShapeType};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::{ARRAY, BYTES, CborReader, Cow, MAP, Number, Outcome, SIMPLE, TAG, invalid};

type EachMember<'c> = &'c mut dyn FnMut(&Schema<'_>, &mut dyn ShapeDeserializer) -> Outcome;
type EachElement<'c> = &'c mut dyn FnMut(&mut dyn ShapeDeserializer) -> Outcome;
type EachEntry<'c> = &'c mut dyn FnMut(String, &mut dyn ShapeDeserializer) -> Outcome;

impl ShapeDeserializer for CborReader<'_> {
    fn read_struct(&mut self, schema: &Schema<'_>, each: EachMember<'_>) -> Outcome {
        // https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#responses: no body
        // is a structure without members.
        if self.depth == 0 && self.rest.is_empty() {
            return Ok(());
        }
        let length = self.open(MAP, "structure")?.argument;
        let is_union = schema.shape_type() == ShapeType::Union;
        self.items(length, &mut |this| {
            let key = this.text()?;
            if this.is_null() || (is_union && key == "__type") {
                return this.skip();
            }
            // A union wants to know of a member that its model does not have.
            let member = schema.member_schema(&key).unwrap_or(&DOCUMENT);
            this.give(|this| each(member, this))
        })
    }

    fn read_list(&mut self, _: &Schema<'_>, each: EachElement<'_>) -> Outcome {
        let length = self.open(ARRAY, "list")?.argument;
        self.items(length, &mut |this| this.give(|this| each(this)))
    }

    fn read_map(&mut self, _: &Schema<'_>, each: EachEntry<'_>) -> Outcome {
        let length = self.open(MAP, "map")?.argument;
        self.items(length, &mut |this| {
            let key = this.text()?.into_owned();
            this.give(|this| each(key, this))
        })
    }

    fn read_boolean(&mut self, _: &Schema<'_>) -> Result<bool, SerdeError> {
        match self.open(SIMPLE, "boolean")?.info {
            20 => Ok(false),
            21 => Ok(true),
            _ => Err(invalid("there is no boolean")),
        }
    }

    fn read_byte(&mut self, _: &Schema<'_>) -> Result<i8, SerdeError> {
        self.integer()
    }

    fn read_short(&mut self, _: &Schema<'_>) -> Result<i16, SerdeError> {
        self.integer()
    }

    fn read_integer(&mut self, _: &Schema<'_>) -> Result<i32, SerdeError> {
        self.integer()
    }

    fn read_long(&mut self, _: &Schema<'_>) -> Result<i64, SerdeError> {
        self.integer()
    }

    fn read_float(&mut self, _: &Schema<'_>) -> Result<f32, SerdeError> {
        self.number().map(Number::to_f32)
    }

    fn read_double(&mut self, _: &Schema<'_>) -> Result<f64, SerdeError> {
        self.number().map(Number::to_f64)
    }

    fn read_big_integer(&mut self, _: &Schema<'_>) -> Result<BigInteger, SerdeError> {
        Err(SerdeError::unsupported("big integers are not read"))
    }

    fn read_big_decimal(&mut self, _: &Schema<'_>) -> Result<BigDecimal, SerdeError> {
        Err(SerdeError::unsupported("big decimals are not read"))
    }

    fn read_string(&mut self, _: &Schema<'_>) -> Result<String, SerdeError> {
        self.text().map(Cow::into_owned)
    }

    fn read_blob(&mut self, _: &Schema<'_>) -> Result<Blob, SerdeError> {
        let bytes = self.string(BYTES, "byte string")?;
        Ok(Blob::new(bytes.into_owned()))
    }

    /// <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#timestamp-type-serialization>
    fn read_timestamp(&mut self, _: &Schema<'_>) -> Result<DateTime, SerdeError> {
        if self.open(TAG, "timestamp")?.argument != Some(1) {
            return Err(invalid("there is no timestamp"));
        }
        let moment = self.number()?.to_moment();
        moment.ok_or_else(|| invalid("a moment that cannot be told"))
    }

    fn read_document(&mut self, _: &Schema<'_>) -> Result<Document, SerdeError> {
        // https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#shape-serialization
        Err(SerdeError::unsupported("rpcv2Cbor has no documents"))
    }

    /// `null` or `undefined`.
    fn is_null(&self) -> bool {
        matches!(self.rest.first(), Some(0xf6 | 0xf7))
    }

    fn read_null(&mut self) -> Outcome {
        self.skip()
    }

    fn skip_value(&mut self) -> Outcome {
        self.skip()
    }

    /// Every item takes a byte at least, so no more than the body has room for.
    fn container_size(&self) -> Option<usize> {
        let head = CborReader::new(self.rest).head().ok()?;
        let length = head
            .argument
            .filter(|_| matches!(head.major, ARRAY | MAP))?;
        Some(usize::try_from(length).ok()?.min(self.rest.len()))
    }
}
