//! How the members of modelled errors are read.

use aws_smithy_schema::codec::http_string::HttpStringDeserializer;
use aws_smithy_schema::serde::ShapeDeserializer;
use aws_smithy_schema::{Schema, ShapeType};

use super::{Error, Modeled};
use crate::__private::{Structure, read};
use crate::shape::members::ReadMembers;
use crate::shape::{FromShape, Reader, ShapeError};

/// Reads the members of a modelled error into a made type, or leaves it at the error itself, when they
/// cannot be read.
#[cold]
#[inline(never)]
pub fn read_made_error<E: From<Error>, T: Structure + ReadMembers + Default>(
    error: Error,
    reader: &mut dyn ShapeDeserializer,
    variant: fn(Modeled<T>) -> E,
) -> E {
    let mut members = T::default();
    match read_members(&error, reader, T::schema(), &mut members) {
        Ok(()) => variant(Modeled::new(error, members)),
        Err(reason) => error.because(reason).into(),
    }
}

/// Where the model and the wire write `message` and `Message` differently, the member is filled with
/// what the error says.
fn read_members(
    error: &Error,
    reader: &mut dyn ShapeDeserializer,
    schema: &Schema<'_>,
    members: &mut dyn ReadMembers,
) -> Result<(), ShapeError> {
    let mut told = None;
    Reader::new(reader, schema).structure(schema, &mut |index, from| {
        if is_message(schema.members()[index]) {
            told = Some(index);
        }
        members.read_member(index, from)
    })?;
    let untold = schema
        .members()
        .iter()
        .enumerate()
        .find(|(index, member)| is_message(member) && told != Some(*index));
    match (untold, error.message()) {
        (Some((index, member)), Some(text)) => {
            let mut text = HttpStringDeserializer::new(text);
            members.read_member(index, Reader::new(&mut text, member))
        }
        _ => Ok(()),
    }
}

fn is_message(member: &Schema<'_>) -> bool {
    let name = member.member_name();
    member.shape_type() == ShapeType::String
        && name.is_some_and(|name| name.eq_ignore_ascii_case("message"))
}

/// The same into a type of the user's; `message` is the member of it that is filled.
#[cold]
#[inline(never)]
pub fn read_error<E, T, M>(
    error: Error,
    reader: &mut dyn ShapeDeserializer,
    variant: fn(Modeled<T>) -> E,
    message: fn(&mut T) -> Option<&mut M>,
) -> E
where
    E: From<Error>,
    T: Structure + FromShape<T::Shape>,
    M: Message,
{
    match read::<T>(reader) {
        Ok(mut members) => {
            if let Some(member) = message(&mut members) {
                member.fill(&error);
            }
            variant(Modeled::new(error, members))
        }
        Err(reason) => error.because(reason).into(),
    }
}

/// The only member of many a modelled error: what every error says.
pub fn message<M: Message + Default>(error: &Error) -> M {
    let mut member = M::default();
    member.fill(error);
    member
}

/// The member `message` of a modelled error.
pub trait Message {
    /// Sets it to what the error says, if the service did not.
    fn fill(&mut self, error: &Error);
}

impl Message for Option<String> {
    fn fill(&mut self, error: &Error) {
        if self.is_none() {
            *self = error.message().map(str::to_owned);
        }
    }
}

impl Message for String {
    fn fill(&mut self, error: &Error) {
        if let ("", Some(text)) = (self.as_str(), error.message()) {
            text.clone_into(self);
        }
    }
}
