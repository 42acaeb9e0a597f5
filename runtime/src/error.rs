//! What can go wrong with a call, told apart by what can be done about it.

mod display;
mod modeled;

use std::error::Error as StdError;
use std::fmt;

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
    code: Option<Box<str>>,
    message: Option<Box<str>>,
    request_id: Option<Box<str>>,
    extended_request_id: Option<Box<str>>,
    /// How many times it was tried; 0 when it was not.
    attempts: u32,
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

    /// Whether the request reached the service. Where there were several attempts, what is told
    /// is about all of them.
    pub fn sent(&self) -> Sent {
        self.inner.sent
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
        self.inner.code.as_deref()
    }

    /// AWS's text for the error.
    pub fn message(&self) -> Option<&str> {
        self.inner.message.as_deref()
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
        self.inner.request_id.as_deref()
    }

    /// S3's second id of the request (`x-amz-id-2`).
    pub fn extended_request_id(&self) -> Option<&str> {
        self.inner.extended_request_id.as_deref()
    }

    /// How many times the request was tried; 0 when it did not come to that.
    pub fn attempts(&self) -> u32 {
        self.inner.attempts
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
            code,
            message,
            request_id,
            extended_request_id,
            attempts,
            source,
        } = &*self.inner;
        f.debug_struct("Error")
            .field("kind", kind)
            .field("sent", sent)
            .field("operation", operation)
            .field("region", region)
            .field("detail", detail)
            .field("status", status)
            .field("code", code)
            .field("message", message)
            .field("request_id", request_id)
            .field("extended_request_id", extended_request_id)
            .field("attempts", attempts)
            .field("source", source)
            .finish()
    }
}

/// Builds an [`Error`]; starts with what every one of them has.
pub(crate) struct Builder(Box<Inner>);

impl Builder {
    pub(crate) fn new(kind: ErrorKind, sent: Sent, operation: &str, region: Region) -> Self {
        Self(Box::new(Inner {
            kind,
            sent,
            operation: operation.into(),
            region,
            detail: None,
            status: None,
            code: None,
            message: None,
            request_id: None,
            extended_request_id: None,
            attempts: 0,
            source: None,
        }))
    }

    pub(crate) fn detail(mut self, detail: impl Into<Box<str>>) -> Self {
        self.0.detail = Some(detail.into());
        self
    }

    pub(crate) fn source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    pub(crate) fn status(mut self, status: u16) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn code(mut self, code: Option<&str>, message: Option<&str>) -> Self {
        self.0.code = code.map(Into::into);
        self.0.message = message.map(Into::into);
        self
    }

    pub(crate) fn request_ids(mut self, id: Option<&str>, extended: Option<&str>) -> Self {
        self.0.request_id = id.map(Into::into);
        self.0.extended_request_id = extended.map(Into::into);
        self
    }

    /// The request id that stands in the body, where no header has one.
    pub(crate) fn request_id_in_body(mut self, id: Option<&str>) -> Self {
        if self.0.request_id.is_none() {
            self.0.request_id = id.map(Into::into);
        }
        self
    }

    pub(crate) fn attempts(mut self, attempts: u32) -> Self {
        self.0.attempts = attempts;
        self
    }

    pub(crate) fn build(self) -> Error {
        Error { inner: self.0 }
    }
}
