//! Which Rust type can stand for which Smithy shape.
//!
//! The field types of a request are the user's own: [`ToShape`] decides whether one can stand for
//! a member, and how it is written. [`FromShape`] does the same for reading. Both are generic over
//! a marker that names the shape: [`StringShape`], [`ListShape<IntegerShape>`](ListShape), [`StructureShape`], … They have the names
//! that Smithy's own libraries give to shapes.
//!
//! A newtype joins in by deriving them: it stands for whatever the type inside of it stands for.
//!
//! ```
//! use aws_operation::aws_operation;
//! use aws_operation::shape::{FromShape, ToShape};
//!
//! #[derive(ToShape, FromShape)]
//! struct QueueUrl(String);
//!
//! #[aws_operation(service = "sqs")]
//! struct PurgeQueueRequest {
//!     queue_url: QueueUrl,
//! }
//! ```

mod collection;
pub(crate) mod members;
mod pointer;
mod simple;
#[cfg(test)]
mod tests;

use std::marker::PhantomData;

use aws_smithy_schema::serde::{SerializableStruct, ShapeDeserializer, ShapeSerializer};
use aws_smithy_schema::{Schema, ShapeType};

pub use aws_operation_macros::{FromShape, ToShape};
#[doc(no_inline)]
pub use aws_smithy_schema::serde::SerdeError as ShapeError;
#[doc(hidden)]
pub use simple::StreamField;

/// A type that can stand for shape `S` in a request.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand for the shape `{S}`",
    note = "`#[derive(aws_operation::shape::ToShape)]` lets a type of your own stand for what the type inside of it stands for"
)]
pub trait ToShape<S> {
    /// Writes the value.
    ///
    /// # Errors
    /// When the shape cannot hold the value.
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError>;
}

/// A type that can stand for shape `S` in an answer.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from the shape `{S}`",
    note = "`#[derive(aws_operation::shape::FromShape)]` lets a type of your own be read from what the type inside of it is read from"
)]
pub trait FromShape<S>: Sized {
    /// Reads a value.
    ///
    /// # Errors
    /// When what the service sent is not a value of the shape.
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError>;
}

/// The place that a value is written to: a serializer, and the schema of the member that it writes.
#[expect(missing_debug_implementations, reason = "a serializer has none")]
pub struct Writer<'a, 's> {
    serializer: &'a mut dyn ShapeSerializer,
    schema: &'a Schema<'s>,
}

impl<'a, 's> Writer<'a, 's> {
    #[doc(hidden)]
    pub fn new(serializer: &'a mut dyn ShapeSerializer, schema: &'a Schema<'s>) -> Self {
        Self { serializer, schema }
    }

    /// Writes a structure or a union.
    ///
    /// # Errors
    /// When a member cannot be written.
    pub fn structure(self, value: &dyn SerializableStruct) -> Result<(), ShapeError> {
        self.serializer.write_struct(self.schema, value)
    }

    /// Writes text: a string, or the value of an enum.
    ///
    /// # Errors
    /// When the place cannot hold it, for example a header that would need a line break.
    pub fn string(self, value: &str) -> Result<(), ShapeError> {
        self.serializer.write_string(self.schema, value)
    }
}

/// The place that a value is read from: a deserializer, and the schema of the member that it reads.
#[expect(missing_debug_implementations, reason = "a deserializer has none")]
pub struct Reader<'a, 's> {
    deserializer: &'a mut dyn ShapeDeserializer,
    schema: &'a Schema<'s>,
}

impl<'a, 's> Reader<'a, 's> {
    #[doc(hidden)]
    pub fn new(deserializer: &'a mut dyn ShapeDeserializer, schema: &'a Schema<'s>) -> Self {
        Self {
            deserializer,
            schema,
        }
    }

    /// Reads a structure or a union: `member` is called for each member that is present, with its
    /// index in `schema`, and reads it.
    ///
    /// # Errors
    /// When what is there is not a structure, or when `member` says so.
    pub fn structure(
        self,
        schema: &Schema<'_>,
        member: &mut dyn FnMut(usize, Reader<'_, '_>) -> Result<(), ShapeError>,
    ) -> Result<(), ShapeError> {
        self.deserializer
            .read_struct(schema, &mut |schema, deserializer| {
                // Null is an absent member, which some codecs leave to be found out here. Only
                // documents have it among their values.
                if deserializer.is_null() && schema.shape_type() != ShapeType::Document {
                    return deserializer.read_null();
                }
                match schema.member_index() {
                    Some(index) => member(
                        index,
                        Reader {
                            deserializer,
                            schema,
                        },
                    ),
                    // A member that the model does not have. What is not read is skipped.
                    None => Ok(()),
                }
            })
    }

    /// Reads text: a string, or the value of an enum.
    ///
    /// # Errors
    /// When what is there is not text.
    pub fn string(self) -> Result<String, ShapeError> {
        self.deserializer.read_string(self.schema)
    }

    /// Reads past a value that nobody wants.
    ///
    /// # Errors
    /// When what is there cannot even be skipped.
    pub fn skip(self) -> Result<(), ShapeError> {
        self.deserializer.skip_value()
    }
}

macro_rules! markers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}
    )*};
}

markers! {
    /// `blob`: bytes.
    BlobShape;
    /// `boolean`.
    BooleanShape;
    /// `document`: any JSON-like value.
    DocumentShape;
    /// `double`: a floating point number of 64 bits.
    DoubleShape;
    /// `float`: a floating point number of 32 bits.
    FloatShape;
    /// `integer`: an integer of 32 bits.
    IntegerShape;
    /// `long`: an integer of 64 bits.
    LongShape;
    /// `string`.
    StringShape;
    /// A `blob` with the trait `streaming`.
    StreamingBlobShape;
    /// `timestamp`.
    TimestampShape;
}

macro_rules! generic_markers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<S: ?Sized>(PhantomData<fn(&S)>);
    )*};
}

generic_markers! {
    /// `list` of `S`.
    ListShape;
    /// `map` from strings to `S`.
    MapShape;
    /// `list` of `S` with the trait `sparse`: elements may be null.
    SparseListShape;
    /// `map` from strings to `S` with the trait `sparse`: values may be null.
    SparseMapShape;
}

/// `enum`, of which `ID` is the number that the macros give the shape, by its service and its name.
#[derive(Debug)]
pub enum EnumShape<const ID: u64> {}

/// `structure` or `union`, of which `ID` is the number that the macros give the shape, by its
/// service and its name: whatever type stands for a shape, and wherever it is declared, the
/// number is the same.
#[derive(Debug)]
pub enum StructureShape<const ID: u64> {}
