//! What the macro says about an operation: data only, in `static`s.
//!
//! These types are public because the code that the macro emits builds them in the user's crate.
//! They are no API: fields come and go with the pinned macro crate.

use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeDeserializer};
use aws_smithy_types::byte_stream::ByteStream;

use crate::endpoint_rules::EndpointRules;
use crate::engine::{Checksum, Compression, Discovery};
use crate::protocol::Protocol;
use crate::schema::LazySchema;
use crate::{ClientConfig, Error, SdkClientConfig};

/// The trait that every request shares: the operation it stands for, what comes back, and the
/// client configuration that travels with it.
///
/// `#[aws_operation]` implements it; nobody else should.
///
/// ```
/// use aws_operation::AbstractRequest;
///
/// fn describe<R: AbstractRequest>(_request: &R) -> String {
///     let operation = R::operation();
///     format!("{}:{}", operation.service.name, operation.name)
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no request",
    label = "stands for no operation",
    note = "mark it `#[aws_operation(service = \"…\")]`"
)]
pub trait AbstractRequest: SerializableStruct {
    /// The answer: the operation's output shape, or the part of it that was asked for.
    type Response: Send + 'static;

    /// The operation's error enum: one variant for each error that the model lists, and a
    /// catch-all.
    type Error: OperationError;

    /// The operation's facts, from AWS's service model.
    fn operation() -> &'static Operation;

    /// The client configuration associated with this request: the field marked
    /// `#[aws(client_config)]`. `None` when there is no such field or it is unset.
    fn client_config(&self) -> Option<&dyn ClientConfig> {
        None
    }

    /// Takes the live stream out of the request, if it has a field for one.
    #[doc(hidden)]
    fn take_stream(&mut self) -> Option<ByteStream> {
        None
    }

    /// Reads the answer from a successful response.
    #[doc(hidden)]
    fn read_response(
        reader: &mut dyn ShapeDeserializer,
        stream: Option<ByteStream>,
    ) -> Result<Self::Response, SerdeError>;
}

/// A request that can be written any number of times: there is no stream in it.
///
/// `#[aws_operation]` implements it for every request without a `ByteStream`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent by reference: it is no request, or there is a `ByteStream` in it, which can be sent only once",
    label = "not a request without a stream",
    note = "a request with a stream in it goes by value: `connector.call_owned(request)`, or its own function"
)]
pub trait Repeatable: AbstractRequest {}

/// What every operation's error enum can do besides being an error: be made from the failure, and
/// become what all errors have in common.
pub trait OperationError: std::error::Error + From<Error> + Into<Error> + Send + 'static {
    /// Reads the members of the modelled error called `code`; the catch-all when the model does
    /// not list it, or when it cannot be read.
    #[doc(hidden)]
    fn read(code: &str, error: Error, reader: &mut dyn ShapeDeserializer) -> Self;
}

/// For those who do not tell errors apart, and for code that stands in for an operation that could
/// not be compiled.
impl OperationError for Error {
    fn read(_code: &str, error: Error, _reader: &mut dyn ShapeDeserializer) -> Self {
        error
    }
}

/// An error enum that the macro made.
///
/// What all of them have in common is here once: an implementation of a trait for each of them would
/// be compared with that for every other.
#[doc(hidden)]
pub trait MadeError: std::error::Error + From<Error> + Send + 'static {
    /// As [`OperationError::read`].
    fn read(code: &str, error: Error, reader: &mut dyn ShapeDeserializer) -> Self;

    /// The failure without the members.
    fn into_error(self) -> Error;
}

#[diagnostic::do_not_recommend]
impl<E: MadeError> OperationError for E {
    fn read(code: &str, error: Error, reader: &mut dyn ShapeDeserializer) -> Self {
        MadeError::read(code, error, reader)
    }
}

#[diagnostic::do_not_recommend]
impl<E: MadeError> From<E> for Error {
    fn from(error: E) -> Self {
        error.into_error()
    }
}

/// A service, as far as a call needs to know it.
#[derive(Debug)]
pub struct Service {
    /// AWS's name for the service, for example `sqs` or `events`.
    pub name: &'static str,
    /// The service's `sdkId`, for example `SQS` or `EventBridge`.
    pub sdk_id: &'static str,
    /// The name that signatures are scoped to, for example `sqs` or `events`.
    pub signing_name: &'static str,
    /// The API version, for example `2012-11-05`.
    pub api_version: &'static str,
    /// The prefix of `X-Amz-Target`; empty for protocols without that header.
    pub target_prefix: &'static str,
    /// Whether errors have had other codes in the service's former protocol, query, which it sends
    /// when it is asked to.
    pub aws_query_compatible: bool,
    /// The default XML namespace of request bodies.
    pub xml_namespace: Option<&'static str>,
    /// Where the service lives.
    pub endpoint_rules: EndpointRules,
}

/// An operation, as far as a call needs to know it.
#[derive(Debug)]
pub struct Operation {
    /// The service that offers it.
    pub service: &'static Service,
    /// The operation's name on the wire, for example `SendMessage`.
    pub name: &'static str,
    /// How requests are written and answers read. A function, so that the linker drops the
    /// protocols that nobody names.
    pub protocol: fn() -> &'static Protocol,
    /// The input shape with every top-level member of the model, in its order.
    pub input: &'static LazySchema,
    /// The output shape.
    pub output: fn() -> &'static LazySchema,
    /// How requests are authenticated.
    pub auth: Auth,
    /// The checksums of its bodies.
    pub checksum: Option<Checksum>,
    /// How requests are compressed.
    pub compression: Option<Compression>,
    /// Whether nothing is sent whose length nobody knows (`smithy.api#requiresLength`).
    pub requires_length: bool,
    /// Whether the output's payload is a live stream.
    pub streaming_output: bool,
    /// What goes before the endpoint's host, for example `api.`; labels are not filled in.
    pub host_prefix: Option<&'static str>,
    /// What of the operation its endpoint depends on.
    pub endpoint_parameters: &'static [EndpointParameter],
    /// How the endpoint is found out, where it must be. Where it only may be (DynamoDB), it is not.
    pub discovery: Option<Discovery>,
    /// What its author gave it: the last place in the order of precedence.
    pub client_config: Option<&'static SdkClientConfig>,
    /// The errors that the model marks as worth a retry.
    pub retryable_errors: &'static [RetryableError],
}

impl Operation {
    /// An operation as most are: signed, and without all that has to be said of some.
    pub const fn new(
        service: &'static Service,
        name: &'static str,
        protocol: fn() -> &'static Protocol,
        input: &'static LazySchema,
        output: fn() -> &'static LazySchema,
    ) -> Self {
        Self {
            service,
            name,
            protocol,
            input,
            output,
            auth: Auth::SigV4,
            checksum: None,
            compression: None,
            requires_length: false,
            streaming_output: false,
            host_prefix: None,
            endpoint_parameters: &[],
            discovery: None,
            client_config: None,
            retryable_errors: &[],
        }
    }
}

/// A parameter of the endpoint rules that an operation gives a value.
#[derive(Debug)]
pub struct EndpointParameter {
    /// The parameter's name, for example `Bucket`.
    pub name: &'static str,
    /// Where the value comes from.
    pub value: EndpointParameterValue,
}

/// Where the value of an endpoint parameter comes from.
#[derive(Debug)]
pub enum EndpointParameterValue {
    /// The operation has always this one.
    Boolean(bool),
    /// From what is found in a request at one of these places, which are paths of members: `*`
    /// is every element of a list, and `@` every key of a map. All of it, as a list.
    Members(&'static [&'static [&'static str]]),
    /// From one member of a request: the path to it.
    Member(&'static [&'static str]),
    /// The operation has always this one.
    Text(&'static str),
}

/// How an operation's requests are authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Auth {
    /// With a bearer token (`smithy.api#httpBearerAuth`).
    Bearer,
    /// Not at all (`smithy.api#noAuth`).
    None,
    /// With AWS Signature Version 4.
    SigV4,
    /// With AWS Signature Version 4, or with a bearer token: whichever the credentials are.
    SigV4OrBearer,
    /// With AWS Signature Version 4 that does not cover the body (`aws.auth#unsignedPayload`).
    SigV4UnsignedPayload,
}

/// An error that the model marks with `smithy.api#retryable`.
#[derive(Debug)]
pub struct RetryableError {
    /// The error's code on the wire.
    pub code: &'static str,
    /// Whether it tells the caller to slow down.
    pub throttling: bool,
}
