//! What the macro's output calls. No API: it changes with the pinned macro crate.

use std::fmt;

pub use aws_smithy_schema::Schema;
pub use aws_smithy_schema::codec::http_string::HttpStringDeserializer;
pub use aws_smithy_schema::serde::{SerializableStruct, ShapeDeserializer, ShapeSerializer};
pub use aws_smithy_types::byte_stream::ByteStream;

pub use crate::config::{ClientConfig, EndpointUrl, RetryPolicy, SdkClientConfig};
pub use crate::endpoint_rules::{
    EndpointAuth, EndpointRules, ParameterValue, ResolvedEndpoint, resolve as resolve_endpoint,
};
pub use crate::engine::{Checksum, Compression, Discovery, HttpChecksum};
pub use crate::error::read::{Message, message, read_error, read_made_error};
pub use crate::error::{Error, Modeled};
pub use crate::operation::{
    AbstractRequest, Auth, EndpointParameter, EndpointParameterValue, MadeError, Operation,
    Repeatable, RetryableError, Service,
};
pub use crate::schema::LazySchema;
pub use crate::shape::members::{
    Members, ReadMembers, read_made, set, set_lenient, set_some, set_variant,
};
pub use crate::shape::{FromShape, Reader, ShapeError, StreamField, ToShape, Writer};
pub use crate::{protocol, shape};

use crate::{Call, Credentials, Region};

/// A type that stands for a structure or union.
pub trait Structure: Sized {
    /// The marker of the shape.
    type Shape;

    /// The schema of the members that the type has.
    fn schema() -> &'static LazySchema;

    /// Takes the live stream that is an answer's payload. Who has no place for it does not want
    /// it: the connection is given up.
    fn set_stream(&mut self, _stream: ByteStream) {}
}

/// Reads an answer or an error from where it begins.
///
/// # Errors
/// When what the service sent does not follow its model.
pub fn read<T>(reader: &mut dyn ShapeDeserializer) -> Result<T, ShapeError>
where
    T: Structure + FromShape<T::Shape>,
{
    T::read(Reader::new(reader, T::schema()))
}

/// Reads an answer, and puts the live stream that is its payload in its place.
///
/// # Errors
/// When what the service sent does not follow its model.
pub fn read_response<T>(
    reader: &mut dyn ShapeDeserializer,
    stream: Option<ByteStream>,
) -> Result<T, ShapeError>
where
    T: Structure + FromShape<T::Shape>,
{
    let mut response = read(reader);
    if let (Ok(response), Some(stream)) = (&mut response, stream) {
        T::set_stream(response, stream);
    }
    response
}

/// What came of an adapter's reading of a member. What it says may hold the value itself.
///
/// # Errors
/// The adapter's, with the member's name before it.
pub fn adapted<T>(
    member: &str,
    sensitive: bool,
    read: Result<T, impl fmt::Display>,
) -> Result<T, ShapeError> {
    read.map_err(|error| {
        ShapeError::custom(if sensitive {
            format!("member `{member}` cannot be read")
        } else {
            format!("member `{member}`: {error}")
        })
    })
}

/// The place of an enum's value among all of them, which are sorted; past the last one, if it is none of
/// them. A `match` of the values themselves would compare one after the other.
pub fn position(values: &[&str], value: &str) -> usize {
    let found = values.binary_search(&value);
    found.unwrap_or(values.len())
}

/// What a union says that was to be written and holds nothing the model knows.
pub fn unknown_variant(union: &str) -> ShapeError {
    ShapeError::invalid_input(format!("`{union}::Unknown` cannot be sent"))
}

/// What a user's enum says that has no variant for the value that came. The value may be a secret.
pub fn unlisted_value(shape: &str) -> ShapeError {
    ShapeError::custom(format!("a value of `{shape}` that no variant stands for"))
}

/// What a user's union says that has no variant for the member that came; without its name when the
/// model does not have it, either.
pub fn unlisted_member(shape: &str, member: Option<&str>) -> ShapeError {
    let member = member.map_or_else(
        || "a member".to_owned(),
        |name| format!("the member `{name}`"),
    );
    ShapeError::custom(format!(
        "{member} of `{shape}`, which no variant stands for"
    ))
}

/// Stands in `Debug` for what must not show.
pub struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("** redacted **")
    }
}

/// Makes a call of a request.
pub fn call<R: Repeatable>(
    credentials: &Credentials,
    region: Region,
    request: &R,
) -> Call<R::Response, R::Error> {
    Call::new(credentials, region, request, None)
}

/// Makes a call of a request with a stream in it.
pub fn call_owned<R: AbstractRequest>(
    credentials: &Credentials,
    region: Region,
    mut request: R,
) -> Call<R::Response, R::Error> {
    let stream = request.take_stream();
    Call::new(credentials, region, &request, stream)
}
