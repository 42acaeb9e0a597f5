//! How errors are made.

use std::error::Error as StdError;
use std::time::Duration;

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::error::metadata::ErrorMetadata;

use super::{EXTENDED_REQUEST_ID, Error, ErrorKind, Inner, Limit, REQUEST_ID, Sent};
use crate::Region;

/// Builds an [`Error`]; starts with what every one of them has.
pub(crate) struct Builder {
    inner: Box<Inner>,
    code: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    extended_request_id: Option<String>,
}

impl Builder {
    pub(crate) fn new(kind: ErrorKind, sent: Sent, operation: &str, region: Region) -> Self {
        Self {
            inner: Box::new(Inner {
                kind,
                sent,
                operation: operation.into(),
                region,
                detail: None,
                status: None,
                metadata: ErrorMetadata::builder().build(),
                headers: Headers::new(),
                host: None,
                attempts: 0,
                elapsed: Duration::ZERO,
                limit: None,
                source: None,
            }),
            code: None,
            message: None,
            request_id: None,
            extended_request_id: None,
        }
    }

    pub(crate) fn detail(mut self, detail: impl Into<Box<str>>) -> Self {
        self.inner.detail = Some(detail.into());
        self
    }

    pub(crate) fn limit(mut self, limit: Option<Limit>) -> Self {
        self.inner.limit = limit;
        self
    }

    pub(crate) fn source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.inner.source = Some(source.into());
        self
    }

    pub(crate) fn status(mut self, status: u16) -> Self {
        self.inner.status = Some(status);
        self
    }

    pub(crate) fn headers(mut self, headers: &Headers) -> Self {
        self.inner.headers = headers.clone();
        self
    }

    /// The host of this URL.
    pub(crate) fn url(mut self, url: &str) -> Self {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        self.inner.host = rest.split(['/', '?']).next().map(Into::into);
        self
    }

    pub(crate) fn code(mut self, code: Option<&str>, message: Option<&str>) -> Self {
        self.code = code.map(Into::into);
        self.message = message.map(Into::into);
        self
    }

    pub(crate) fn request_ids(mut self, id: Option<&str>, extended: Option<&str>) -> Self {
        self.request_id = id.map(Into::into);
        self.extended_request_id = extended.map(Into::into);
        self
    }

    /// The request id that stands in the body, where no header has one.
    pub(crate) fn request_id_in_body(mut self, id: Option<&str>) -> Self {
        if self.request_id.is_none() {
            self.request_id = id.map(Into::into);
        }
        self
    }

    pub(crate) fn attempts(mut self, attempts: u32) -> Self {
        self.inner.attempts = attempts;
        self
    }

    pub(crate) fn build(mut self) -> Error {
        let mut metadata = ErrorMetadata::builder();
        if let Some(code) = self.code {
            metadata = metadata.code(code);
        }
        if let Some(message) = self.message {
            metadata = metadata.message(message);
        }
        if let Some(id) = self.request_id {
            metadata = metadata.custom(REQUEST_ID, id);
        }
        if let Some(id) = self.extended_request_id {
            metadata = metadata.custom(EXTENDED_REQUEST_ID, id);
        }
        self.inner.metadata = metadata.build();
        Error { inner: self.inner }
    }
}

impl Error {
    /// Notes how long the call took.
    pub(crate) fn took(mut self, elapsed: Duration) -> Self {
        self.inner.elapsed = elapsed;
        self
    }

    /// Notes where it comes from.
    pub(crate) fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.inner.source = Some(source.into());
        self
    }
}
