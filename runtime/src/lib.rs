#![doc = include_str!("../README.md")]

mod blob;
mod call;
mod config;
mod connector;
mod credentials;
mod date_time;
mod document;
mod endpoint_rules;
mod engine;
mod error;
mod hex;
mod http_client;
pub mod interceptors;
#[cfg(any(doc, doctest))]
pub mod manual;
#[cfg(any(test, feature = "test-util"))]
mod mock;
mod operation;
mod presigned;
#[doc(hidden)]
pub mod protocol;
mod recent;
mod region;
mod schema;
pub mod shape;
pub mod sigv4;
pub mod stream;
pub mod with;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use aws_operation_macros::{aws_connector, aws_operation, aws_shape};
#[doc(no_inline)]
pub use aws_smithy_types::byte_stream::ByteStream;
pub use blob::Blob;
pub use call::{Call, CallFuture};
pub use config::{
    AccountIdEndpointMode, AppName, BasicClientConfig, ClientConfig, CustomRetries,
    EndpointFromData, EndpointUrl, ExtraHeaders, HttpConfig, InvalidAppName, InvalidClientConfig,
    InvalidEndpointUrl, InvalidHeader, InvalidProxy, InvalidRootCertificates, Proxy,
    RequestChecksumCalculation, ResponseChecksumValidation, RetryPolicy, RootCertificates,
    S3Config, SdkClientConfig,
};
pub use connector::Connector;
pub use credentials::{
    AssumeRole, AuthenticationConstants, BearerToken, CallerIdentity, Credentials,
    GetCallerIdentityError, InvalidAuthenticationConstants, StaticCredentials,
    TemporaryCredentials, WebIdentity, static_credentials, validate_credentials,
};
#[cfg(feature = "roles-anywhere")]
pub use credentials::{roles_anywhere, temporary_credentials};
pub use date_time::DateTime;
pub use document::Document;
pub use engine::ChecksumMismatch;
pub use error::{Error, ErrorKind, Limit, Modeled, Sent};
#[cfg(any(test, feature = "test-util"))]
pub use mock::{Answers, MockConnector, SentRequest};
pub use operation::{AbstractRequest, OperationError, Repeatable};
pub use presigned::PresignedRequest;
pub use region::{CustomRegion, InvalidRegion, Partition, Region};
#[doc(no_inline)]
pub use shape::{FromShape, ToShape};
