//! What the macro's output calls. No API: it changes with the pinned macro crate.

use std::fmt;

pub use aws_smithy_schema::codec::http_string::HttpStringDeserializer;
pub use aws_smithy_schema::serde::{SerializableStruct, ShapeDeserializer, ShapeSerializer};
pub use aws_smithy_schema::traits::{HttpTrait, TimestampFormat};
pub use aws_smithy_schema::{Schema, ShapeId, ShapeType};
pub use aws_smithy_types::byte_stream::ByteStream;

pub use crate::config::{ClientConfig, EndpointUrl, RetryPolicy, SdkClientConfig};
pub use crate::endpoint_rules::{
    EndpointAuth, EndpointRules, ParameterValue, ResolvedEndpoint, resolve as resolve_endpoint,
};
pub use crate::engine::{Checksum, Compression, Discovery, HttpChecksum};
pub use crate::error::{Error, Modeled};
pub use crate::operation::{
    AbstractRequest, Auth, EndpointParameter, EndpointParameterValue, MadeError, Operation,
    Repeatable, RetryableError, Service,
};
pub use crate::shape::members::{Members, set, set_some, set_variant};
pub use crate::shape::{FromShape, Reader, ShapeError, StreamField, ToShape, Writer};
pub use crate::{protocol, shape};

use crate::{Call, Credentials, Region};

/// A type that stands for a structure or union.
pub trait Structure: Sized {
    /// The marker of the shape.
    type Shape;

    /// The schema of the members that the type has.
    const SCHEMA: &'static Schema<'static>;

    /// Takes the live stream that is an answer's payload. Who has no place for it does not want
    /// it: the connection is given up.
    fn set_stream(&mut self, _stream: ByteStream) {}
}

/// The schema of a member, or of what a list or map holds. Nobody looks at a member's shape id.
pub const fn member(name: &'static str, shape_type: ShapeType, index: usize) -> Schema<'static> {
    const ID: ShapeId<'static> = ShapeId::from_parts("aws#member", "aws", "member");
    Schema::new_member(ID, shape_type, name, index)
}

/// Reads an answer or an error from where it begins.
///
/// # Errors
/// When what the service sent does not follow its model.
pub fn read<T>(reader: &mut dyn ShapeDeserializer) -> Result<T, ShapeError>
where
    T: Structure + FromShape<T::Shape>,
{
    T::read(Reader::new(reader, T::SCHEMA))
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

/// Reads the members of a modelled error, or leaves it at the error itself, when they cannot be read.
/// Where the model and the wire write `message` and `Message` differently, the member is filled with
/// what the error says.
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

/// Fills an idempotency token that is unset with a random UUID
/// (<https://smithy.io/2.0/spec/behavior-traits.html#idempotencytoken-trait>). The request is
/// written once, so every attempt has the same one.
///
/// # Errors
/// When the place cannot hold it.
pub fn write_token(
    serializer: &mut dyn ShapeSerializer,
    schema: &Schema<'_>,
) -> Result<(), ShapeError> {
    let random = uuid::Builder::from_random_bytes(fastrand::u128(..).to_ne_bytes());
    serializer.write_string(schema, &random.into_uuid().to_string())
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
