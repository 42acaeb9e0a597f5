//! How the members of made types are written and read. What is emitted for each of them is one call:
//! what a `?` stands for, the compiler would check and build again for every member. Nothing here is
//! inlined, for the same reason.

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::ShapeSerializer;

use super::{FromShape, Reader, ShapeError, ToShape, Writer};

/// Writes members one after the other, until one cannot be written.
pub struct Members<'a> {
    serializer: &'a mut dyn ShapeSerializer,
    schemas: &'static [Schema<'static>],
    outcome: Result<(), ShapeError>,
}

impl<'a> Members<'a> {
    /// Writes to `serializer`.
    pub fn new(
        serializer: &'a mut dyn ShapeSerializer,
        schemas: &'static [Schema<'static>],
    ) -> Self {
        Self {
            serializer,
            schemas,
            outcome: Ok(()),
        }
    }

    /// Writes a member.
    #[inline(never)]
    pub fn write<S, T: ToShape<S>>(&mut self, index: usize, value: &T) {
        if self.outcome.is_ok() {
            self.outcome = value.write(Writer::new(self.serializer, &self.schemas[index]));
        }
    }

    /// Writes a member, if it is set.
    #[inline(never)]
    pub fn write_some<S, T: ToShape<S>>(&mut self, index: usize, value: &Option<T>) {
        if let Some(value) = value {
            self.write(index, value);
        }
    }

    /// What came of it.
    ///
    /// # Errors
    /// That of the member which could not be written.
    pub fn end(self) -> Result<(), ShapeError> {
        self.outcome
    }
}

/// Reads a member that is always there in the end.
///
/// # Errors
/// When what the service sent is no value of the shape.
#[inline(never)]
pub fn set<S, T: FromShape<S>>(field: &mut T, from: Reader<'_, '_>) -> Result<(), ShapeError> {
    *field = T::read(from)?;
    Ok(())
}

/// Reads a member that may be absent.
///
/// # Errors
/// When what the service sent is no value of the shape.
#[inline(never)]
pub fn set_some<S, T: FromShape<S>>(
    field: &mut Option<T>,
    from: Reader<'_, '_>,
) -> Result<(), ShapeError> {
    *field = Some(T::read(from)?);
    Ok(())
}

/// Reads a member of a union.
///
/// # Errors
/// When what the service sent is no value of the shape.
#[inline(never)]
pub fn set_variant<S, T: FromShape<S>, U>(
    union: &mut U,
    variant: fn(T) -> U,
    from: Reader<'_, '_>,
) -> Result<(), ShapeError> {
    *union = variant(T::read(from)?);
    Ok(())
}
