//! Writes shapes as CBOR.
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#serialization>

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeSerializer};
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::reader::{ARRAY, BREAK, BYTES, MAP, SIMPLE, TAG, TEXT};

type Outcome = Result<(), SerdeError>;
type WriteAll<'w> = &'w dyn Fn(&mut dyn ShapeSerializer) -> Outcome;

/// A body that is being written.
#[derive(Default)]
pub(super) struct CborWriter {
    pub(super) bytes: Vec<u8>,
    /// Whether values are members of a structure, which have their names before them.
    named: bool,
}

// What has no length: how many members are set is not known before they are written.
const OPEN: u8 = 31;
// Simple values.
const FALSE: u8 = 20;
const TRUE: u8 = 21;
const NULL: u8 = 22;
const FLOAT: u8 = 26;
const DOUBLE: u8 = 27;
/// The tag of seconds since 1970.
const EPOCH: u64 = 1;

impl CborWriter {
    /// Writes the name of a member.
    fn name(&mut self, schema: &Schema<'_>) {
        if let Some(name) = schema.member_name().filter(|_| self.named) {
            self.text(name);
        }
    }

    /// The head of an item, as short as it can be: <https://www.rfc-editor.org/rfc/rfc8949#section-3>
    fn head(&mut self, major: u8, argument: u64) {
        let major = major << 5;
        let bytes = argument.to_be_bytes();
        let [.., a, b, c, d] = bytes;
        match argument {
            0..=23 => self.bytes.push(major + d),
            24..=0xff => self.bytes.extend([major + 24, d]),
            0x100..=0xffff => self.bytes.extend([major + 25, c, d]),
            0x1_0000..=0xffff_ffff => self.bytes.extend([major + 26, a, b, c, d]),
            _ => {
                self.bytes.push(major + 27);
                self.bytes.extend(bytes);
            }
        }
    }

    fn simple(&mut self, value: u8) {
        self.bytes.push((SIMPLE << 5) + value);
    }

    fn integer(&mut self, value: i64) {
        match u64::try_from(value) {
            Ok(value) => self.head(0, value),
            // -1 is 0 of the other type, and so on.
            Err(_) => self.head(1, value.unsigned_abs() - 1),
        }
    }

    fn double(&mut self, value: f64) {
        self.simple(DOUBLE);
        self.bytes.extend(value.to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.head(TEXT, text.len() as u64);
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Writes what `write` does as the items of a map or an array.
    fn items(
        &mut self,
        schema: &Schema<'_>,
        major: u8,
        named: bool,
        write: impl FnOnce(&mut Self) -> Outcome,
    ) -> Outcome {
        self.name(schema);
        self.bytes.push((major << 5) + OPEN);
        let outer = std::mem::replace(&mut self.named, named);
        write(self)?;
        self.named = outer;
        self.bytes.push(BREAK);
        Ok(())
    }
}

impl ShapeSerializer for CborWriter {
    fn write_struct(&mut self, schema: &Schema<'_>, value: &dyn SerializableStruct) -> Outcome {
        self.items(schema, MAP, true, |this| value.serialize_members(this))
    }

    fn write_list(&mut self, schema: &Schema<'_>, write: WriteAll<'_>) -> Outcome {
        self.items(schema, ARRAY, false, |this| write(this))
    }

    fn write_map(&mut self, schema: &Schema<'_>, write: WriteAll<'_>) -> Outcome {
        self.items(schema, MAP, false, |this| write(this))
    }

    fn write_boolean(&mut self, schema: &Schema<'_>, value: bool) -> Outcome {
        self.name(schema);
        self.simple(if value { TRUE } else { FALSE });
        Ok(())
    }

    fn write_byte(&mut self, schema: &Schema<'_>, value: i8) -> Outcome {
        self.name(schema);
        self.integer(value.into());
        Ok(())
    }

    fn write_short(&mut self, schema: &Schema<'_>, value: i16) -> Outcome {
        self.name(schema);
        self.integer(value.into());
        Ok(())
    }

    fn write_integer(&mut self, schema: &Schema<'_>, value: i32) -> Outcome {
        self.name(schema);
        self.integer(value.into());
        Ok(())
    }

    fn write_long(&mut self, schema: &Schema<'_>, value: i64) -> Outcome {
        self.name(schema);
        self.integer(value);
        Ok(())
    }

    fn write_float(&mut self, schema: &Schema<'_>, value: f32) -> Outcome {
        self.name(schema);
        self.simple(FLOAT);
        self.bytes.extend(value.to_be_bytes());
        Ok(())
    }

    fn write_double(&mut self, schema: &Schema<'_>, value: f64) -> Outcome {
        self.name(schema);
        self.double(value);
        Ok(())
    }

    fn write_big_integer(&mut self, _: &Schema<'_>, _: &BigInteger) -> Outcome {
        Err(SerdeError::unsupported("no operation has such numbers"))
    }

    fn write_big_decimal(&mut self, _: &Schema<'_>, _: &BigDecimal) -> Outcome {
        Err(SerdeError::unsupported("no operation has such numbers"))
    }

    fn write_string(&mut self, schema: &Schema<'_>, value: &str) -> Outcome {
        self.name(schema);
        self.text(value);
        Ok(())
    }

    fn write_blob(&mut self, schema: &Schema<'_>, value: Blob) -> Outcome {
        self.name(schema);
        let bytes = value.as_ref();
        self.head(BYTES, bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    fn write_timestamp(&mut self, schema: &Schema<'_>, value: &DateTime) -> Outcome {
        self.name(schema);
        self.head(TAG, EPOCH);
        self.double(value.as_secs_f64());
        Ok(())
    }

    fn write_document(&mut self, _: &Schema<'_>, _: &Document) -> Outcome {
        Err(SerdeError::unsupported("rpcv2Cbor has no documents"))
    }

    fn write_null(&mut self, schema: &Schema<'_>) -> Outcome {
        self.name(schema);
        self.simple(NULL);
        Ok(())
    }
}
