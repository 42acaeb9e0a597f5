//! What can go wrong with a call, told apart by what can be done about it.

mod builder;
mod class;
mod display;
mod io;
mod limit;
mod modeled;
pub(crate) mod read;

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};

pub(crate) use builder::Builder;

pub use limit::Limit;
pub use modeled::Modeled;

use crate::Region;

/// A failed call.
///
/// `Display` is one line that names the operation, the region, AWS's code and message, the status
/// and the request id. It never shows secrets or bodies.
///
/// Every operation's own error enum dereferences to this type.
///
/// ```
/// use aws_operation::{Error, ErrorKind, Sent};
///
/// fn advice(error: &Error) -> &'static str {
///     match (error.kind(), error.sent()) {
///         (ErrorKind::Service, _) => "see what AWS says",
///         (_, Sent::No) => "nothing happened; do it again",
///         _ => "look first whether it was done",
///     }
/// }
/// ```
pub struct Error {
    inner: Box<Inner>,
}

struct Inner {
    kind: ErrorKind,
    sent: Sent,
    /// For example `s3:PutObject`.
    operation: Box<str>,
    region: Region,
    /// What went wrong in our own words; unset where AWS's say it.
    detail: Option<Box<str>>,
    status: Option<u16>,
    /// AWS's code and message, and the request ids by the SDK's names for them.
    metadata: ErrorMetadata,
    /// Those of the answer, if there was one.
    headers: Headers,
    /// The host that was called, once that was known.
    host: Option<Box<str>>,
    /// How many times it was tried; 0 when it was not.
    attempts: u32,
    elapsed: Duration,
    limit: Option<Limit>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What kind of failure it was: who has to do something about it.
///
/// It tells about the last attempt. Whether anything was sent is another question, and
/// [`Error::sent`] answers it for all attempts: the third may find no connection after the first
/// was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The call is not set up: the text names the field or the feature to set.
    Configuration,
    /// No connection could be made.
    Connect,
    /// The request cannot be written, for example because a member that is part of the URL is
    /// empty, or because its stream cannot be read to its end; or the credentials are of a kind
    /// that the operation does not take.
    Construction,
    /// There are no credentials, or they could not be renewed.
    Credentials,
    /// The service's answer cannot be read. The request **was** carried out, as far as the status
    /// tells.
    Response,
    /// The service answered with an error; see [`Error::code`].
    Service,
    /// There was no answer in time, or none that counts.
    Timeout,
    /// The connection broke.
    Transport,
}

/// Whether a failed request reached the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sent {
    /// Perhaps: it, or a part of it, left this machine, and no answer came.
    Maybe,
    /// No: nothing left this machine. Doing it again cannot do it twice.
    No,
    /// Yes: the service answered.
    Yes,
}

impl Error {
    /// What kind of failure it was.
    pub fn kind(&self) -> ErrorKind {
        self.inner.kind
    }

    /// Whether there was no answer in time.
    pub fn is_timeout(&self) -> bool {
        self.inner.kind == ErrorKind::Timeout
    }

    /// Which time limit was reached, if it was one: with [`ErrorKind::Timeout`], and where a
    /// connection or credentials took too long. An upload that stalls has no limit that can be set.
    pub fn limit(&self) -> Option<Limit> {
        self.inner.limit
    }

    /// Whether the request reached the service. Where there were several attempts, what is told
    /// is about all of them.
    pub fn sent(&self) -> Sent {
        self.inner.sent
    }

    /// Whether the request may have reached the service: then it may have been carried out.
    pub fn may_have_been_sent(&self) -> bool {
        self.inner.sent != Sent::No
    }

    /// The operation, for example `s3:PutObject`.
    pub fn operation(&self) -> &str {
        &self.inner.operation
    }

    /// The region that was called.
    pub fn region(&self) -> Region {
        self.inner.region
    }

    /// AWS's code for the error, for example `NoSuchKey`.
    pub fn code(&self) -> Option<&str> {
        self.inner.metadata.code()
    }

    /// AWS's text for the error.
    pub fn message(&self) -> Option<&str> {
        self.inner.metadata.message()
    }

    /// What went wrong in our own words.
    pub(crate) fn detail(&self) -> Option<&str> {
        self.inner.detail.as_deref()
    }

    /// The HTTP status of the answer, when there was one.
    pub fn status(&self) -> Option<u16> {
        self.inner.status
    }

    /// AWS's id of the request, which its support asks for.
    pub fn request_id(&self) -> Option<&str> {
        self.inner.metadata.extra(REQUEST_ID)
    }

    /// S3's second id of the request (`x-amz-id-2`).
    pub fn extended_request_id(&self) -> Option<&str> {
        self.inner.metadata.extra(EXTENDED_REQUEST_ID)
    }

    /// A header of the answer, when there was one.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.inner.headers.get(name)
    }

    /// The host that was called; unset where the call ended before that was known.
    pub fn host(&self) -> Option<&str> {
        self.inner.host.as_deref()
    }

    /// How long the call took, all attempts and the waits between them together.
    pub fn elapsed(&self) -> Duration {
        self.inner.elapsed
    }

    /// How many times the request was tried; 0 when it did not come to that.
    pub fn attempts(&self) -> u32 {
        self.inner.attempts
    }
}

/// The official SDK's names for the request ids, so that its traits find them.
const REQUEST_ID: &str = "aws_request_id";
const EXTENDED_REQUEST_ID: &str = "s3_extended_request_id";

/// For code that takes errors of the official SDK.
impl ProvideErrorMetadata for Error {
    fn meta(&self) -> &ErrorMetadata {
        &self.inner.metadata
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.inner.source.as_deref().map(|source| source as _)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            kind,
            sent,
            operation,
            region,
            detail,
            status,
            metadata: _,
            // What a service sends may be a secret.
            headers: _,
            host,
            attempts,
            elapsed,
            limit,
            source,
        } = &*self.inner;
        f.debug_struct("Error")
            .field("kind", kind)
            .field("sent", sent)
            .field("operation", operation)
            .field("region", region)
            .field("detail", detail)
            .field("status", status)
            .field("code", &self.code())
            .field("message", &self.message())
            .field("request_id", &self.request_id())
            .field("extended_request_id", &self.extended_request_id())
            .field("host", host)
            .field("attempts", attempts)
            .field("elapsed", elapsed)
            .field("limit", limit)
            .field("source", source)
            .finish()
    }
}
