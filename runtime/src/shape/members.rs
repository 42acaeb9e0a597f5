//! How the members of made types are written and read. What is emitted for each of them is one call:
//! what a `?` stands for, the compiler would check and build again for every member. Nothing here is
//! inlined, for the same reason.

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::ShapeSerializer;

use super::{FromShape, Reader, ShapeError, ToShape, Writer};
use crate::__private::Structure;

/// Writes members one after the other, until one cannot be written.
pub struct Members<'a> {
    serializer: &'a mut dyn ShapeSerializer,
    schema: &'a Schema<'a>,
    outcome: Result<(), ShapeError>,
}

impl<'a> Members<'a> {
    /// Writes to `serializer`; `schema` is that of the whole.
    pub fn new(serializer: &'a mut dyn ShapeSerializer, schema: &'a Schema<'a>) -> Self {
        Self {
            serializer,
            schema,
            outcome: Ok(()),
        }
    }

    /// Writes a member.
    #[inline(never)]
    pub fn write<S, T: ToShape<S> + ?Sized>(&mut self, index: usize, value: &T) {
        if self.outcome.is_ok() {
            self.outcome = value.write(Writer::new(self.serializer, self.schema.members()[index]));
        }
    }

    /// Writes a member, if it is set.
    #[inline(never)]
    pub fn write_some<S, T: ToShape<S>>(&mut self, index: usize, value: &Option<T>) {
        if let Some(value) = value {
            self.write(index, value);
        }
    }

    /// Writes text into a member that is not set.
    #[inline(never)]
    pub fn write_text(&mut self, index: usize, text: &str) {
        if self.outcome.is_ok() {
            let schema = self.schema.members()[index];
            self.outcome = self.serializer.write_string(schema, text);
        }
    }

    /// Fills an idempotency token that is unset with a random UUID
    /// (<https://smithy.io/2.0/spec/behavior-traits.html#idempotencytoken-trait>). The request is
    /// written once, so every attempt has the same one.
    #[inline(never)]
    pub fn write_token(&mut self, index: usize) {
        let random = uuid::Builder::from_random_bytes(fastrand::u128(..).to_ne_bytes());
        self.write_text(index, &random.into_uuid().to_string());
    }

    /// What came of it.
    ///
    /// # Errors
    /// That of the member which could not be written.
    pub fn end(self) -> Result<(), ShapeError> {
        self.outcome
    }
}

/// A made type, as far as reading goes. Apart from [`Structure`], so that there can be a trait object of
/// it: a closure in its place would be four functions more for every type.
pub trait ReadMembers {
    /// Reads the member with that index in the schema.
    ///
    /// # Errors
    /// When what the service sent is no value of the member's shape.
    fn read_member(&mut self, index: usize, from: Reader<'_, '_>) -> Result<(), ShapeError>;
}

/// Reads a made type, member by member.
///
/// # Errors
/// When what the service sent does not follow its model.
pub fn read_made<T: Structure + ReadMembers + Default>(
    from: Reader<'_, '_>,
) -> Result<T, ShapeError> {
    let mut made = T::default();
    match read_members(from, T::schema(), &mut made) {
        Ok(()) => Ok(made),
        Err(reason) => Err(reason),
    }
}

fn read_members(
    from: Reader<'_, '_>,
    schema: &Schema<'_>,
    made: &mut dyn ReadMembers,
) -> Result<(), ShapeError> {
    from.structure(schema, &mut |index, from| made.read_member(index, from))
}

/// Reads a member that is always there in the end.
///
/// # Errors
/// When what the service sent is no value of the shape.
#[inline(never)]
pub fn set<S, T: FromShape<S>>(field: &mut T, from: Reader<'_, '_>) -> Result<(), ShapeError> {
    match T::read(from) {
        Ok(value) => {
            *field = value;
            Ok(())
        }
        Err(reason) => Err(reason),
    }
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
    match T::read(from) {
        Ok(value) => {
            *field = Some(value);
            Ok(())
        }
        Err(reason) => Err(reason),
    }
}

/// Reads a member that counts as absent when it cannot be read.
///
/// # Errors
/// Never; the others do.
#[inline(never)]
pub fn set_lenient<S, T: FromShape<S>>(
    field: &mut Option<T>,
    from: Reader<'_, '_>,
) -> Result<(), ShapeError> {
    *field = T::read(from).ok();
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
    match T::read(from) {
        Ok(value) => {
            *union = variant(value);
            Ok(())
        }
        Err(reason) => Err(reason),
    }
}
