//! A call that somebody else makes.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method, Request};

use crate::DateTime;

/// A request that whoever has it can send, until it ends: a URL, mostly. [`Call::presign`] makes it.
///
/// It works like a key: `Debug` does not show the query, in which the signature is.
///
/// [`Call::presign`]: crate::Call::presign
#[derive(Clone)]
pub struct PresignedRequest {
    url: String,
    request: Request<Bytes>,
    expires_at: DateTime,
}

impl PresignedRequest {
    /// `None` when the URL is none.
    pub(crate) fn new(
        url: String,
        mut request: Request<Bytes>,
        expires_at: DateTime,
    ) -> Option<Self> {
        *request.uri_mut() = url.parse().ok()?;
        Some(Self {
            url,
            request,
            expires_at,
        })
    }

    /// The method to send it with.
    pub fn method(&self) -> &Method {
        self.request.method()
    }

    /// The URL, with the signature in its query.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers that it is to be sent with: they are signed. Most have none.
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// The body that it is to be sent with. S3's signatures do not cover it: there, it may be any that
    /// the headers allow.
    pub fn body(&self) -> &Bytes {
        self.request.body()
    }

    /// When it ends.
    pub fn expires_at(&self) -> DateTime {
        self.expires_at
    }
}

/// For an HTTP client; `map` gives it another body. `Debug` of a [`Request`] shows the whole URL.
impl From<PresignedRequest> for Request<Bytes> {
    fn from(presigned: PresignedRequest) -> Self {
        presigned.request
    }
}

impl fmt::Debug for PresignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = self.url.split('?').next().unwrap_or_default();
        f.debug_struct("PresignedRequest")
            .field("method", self.method())
            .field("url", &format_args!("{url}?[redacted]"))
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
