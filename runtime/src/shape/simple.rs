//! Strings, numbers, bytes, moments, documents.

use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;

use super::{
    BlobShape, BooleanShape, DocumentShape, DoubleShape, EnumShape, FloatShape, FromShape,
    IntegerShape, LongShape, Reader, ShapeError, StreamingBlobShape, StringShape, TimestampShape,
    ToShape, Writer,
};

macro_rules! numbers {
    ($($shape:ty, $rust:ty, $write:ident, $read:ident;)*) => {$(
        impl ToShape<$shape> for $rust {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                to.serializer.$write(to.schema, *self)
            }
        }

        impl FromShape<$shape> for $rust {
            fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
                from.deserializer.$read(from.schema)
            }
        }
    )*};
}

numbers! {
    BooleanShape, bool, write_boolean, read_boolean;
    DoubleShape, f64, write_double, read_double;
    FloatShape, f32, write_float, read_float;
    IntegerShape, i32, write_integer, read_integer;
    LongShape, i64, write_long, read_long;
}

/// Smaller numbers stand for larger ones without loss, in requests.
macro_rules! widened {
    ($($shape:ty, $wide:ty: $($narrow:ty),*;)*) => {$($(
        impl ToShape<$shape> for $narrow {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                <$wide as ToShape<$shape>>::write(&<$wide>::from(*self), to)
            }
        }
    )*)*};
}

widened! {
    DoubleShape, f64: f32;
    IntegerShape, i32: i8, i16, u8, u16;
    LongShape, i64: i8, i16, i32, u8, u16, u32;
}

impl ToShape<StringShape> for str {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        to.string(self)
    }
}

impl ToShape<StringShape> for String {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        to.string(self)
    }
}

impl FromShape<StringShape> for String {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        from.string()
    }
}

impl FromShape<StringShape> for Box<str> {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        from.string().map(String::into_boxed_str)
    }
}

impl FromShape<StringShape> for std::sync::Arc<str> {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        from.string().map(Self::from)
    }
}

// Text stands for any enum: AWS adds values faster than models are released.
impl<const ID: u64> ToShape<EnumShape<ID>> for str {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        to.string(self)
    }
}

impl<const ID: u64> ToShape<EnumShape<ID>> for String {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        to.string(self)
    }
}

impl<const ID: u64> FromShape<EnumShape<ID>> for String {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        from.string()
    }
}

macro_rules! bytes {
    ($($shape:ty),*) => {$(
        impl ToShape<$shape> for crate::Blob {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                // Shares the bytes.
                to.serializer.write_blob(to.schema, self.clone().into())
            }
        }

        impl ToShape<$shape> for Bytes {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                to.serializer.write_blob(to.schema, crate::Blob::from(self.clone()).into())
            }
        }

        impl ToShape<$shape> for [u8] {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                to.serializer.write_blob(to.schema, aws_smithy_types::Blob::new(self))
            }
        }

        impl<const N: usize> ToShape<$shape> for [u8; N] {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                to.serializer.write_blob(to.schema, aws_smithy_types::Blob::new(self.as_slice()))
            }
        }

        impl ToShape<$shape> for Vec<u8> {
            fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
                to.serializer.write_blob(to.schema, aws_smithy_types::Blob::new(self.as_slice()))
            }
        }
    )*};
}

bytes!(BlobShape, StreamingBlobShape);

macro_rules! readable_bytes {
    ($($rust:ty),*) => {$(
        impl FromShape<BlobShape> for $rust {
            fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
                let blob = from.deserializer.read_blob(from.schema)?;
                Ok(crate::Blob::from(blob).into())
            }
        }
    )*};
}

readable_bytes!(crate::Blob, Bytes, Vec<u8>);

impl ToShape<TimestampShape> for crate::DateTime {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        to.serializer.write_timestamp(to.schema, self)
    }
}

impl ToShape<TimestampShape> for std::time::SystemTime {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        crate::DateTime::from(*self).write(to)
    }
}

impl FromShape<TimestampShape> for crate::DateTime {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        from.deserializer
            .read_timestamp(from.schema)
            .map(Self::from)
    }
}

impl FromShape<TimestampShape> for std::time::SystemTime {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        let moment = crate::DateTime::read(from)?;
        Self::try_from(moment)
            .map_err(|_| ShapeError::custom("the timestamp does not fit a `SystemTime`"))
    }
}

impl ToShape<DocumentShape> for crate::Document {
    fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> {
        to.serializer.write_document(to.schema, self)
    }
}

impl FromShape<DocumentShape> for crate::Document {
    fn read(from: Reader<'_, '_>) -> Result<Self, ShapeError> {
        from.deserializer.read_document(from.schema).map(Self::from)
    }
}

/// A field that holds a stream, which is taken out of a request before it is written.
pub trait StreamField {
    /// Takes the stream and leaves nothing behind.
    fn take(&mut self) -> Option<ByteStream>;
}

impl StreamField for ByteStream {
    fn take(&mut self) -> Option<ByteStream> {
        Some(std::mem::take(self))
    }
}

impl StreamField for Option<ByteStream> {
    fn take(&mut self) -> Option<ByteStream> {
        Self::take(self)
    }
}
