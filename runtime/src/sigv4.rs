//! Signed requests to what is not modelled: API Gateway, Prometheus, a service of your own
//! behind VPC Lattice.
//!
//! ```no_run
//! use aws_operation::sigv4::SigV4;
//! use aws_operation::{Credentials, Region};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let request = http::Request::post("https://abc.execute-api.eu-west-1.amazonaws.com/prod/orders")
//!     .header("content-type", "application/json")
//!     .body(r#"{"item": 42}"#)?;
//! let signed = SigV4::new("execute-api", Region::EuWest1)
//!     .sign(&Credentials::environment(), request)
//!     .await?;
//! // Send it with any HTTP client.
//! # drop(signed);
//! # Ok(())
//! # }
//! ```

mod error;
mod signature;
#[cfg(test)]
mod tests;

use std::time::{Duration, SystemTime};

use aws_credential_types::provider::ProvideCredentials as _;
use http::header::{HOST, HeaderName, HeaderValue};
use http::{Request, Uri};
use sha2::{Digest as _, Sha256};

use crate::{Credentials, DateTime, EndpointUrl, Region};

pub use error::SigningError;
pub(crate) use signature::{Scope, Signable, SignedPayload, check_expiration};

/// How requests to a service are signed with AWS Signature Version 4.
///
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>
#[derive(Debug, Clone)]
pub struct SigV4 {
    scope: Scope,
    time: Option<SystemTime>,
}

/// What of a body its signature covers, where the body is not at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Payload {
    /// All of it: this is its SHA-256.
    Sha256([u8; 32]),
    /// Nothing, and there are checksums behind it, as S3 takes them
    /// (`STREAMING-UNSIGNED-PAYLOAD-TRAILER`).
    StreamingUnsignedTrailer,
    /// Nothing (`UNSIGNED-PAYLOAD`): where the service takes that, as S3 does.
    Unsigned,
}

impl Payload {
    /// All of this body.
    pub fn of(body: impl AsRef<[u8]>) -> Self {
        Self::Sha256(Sha256::digest(body).into())
    }
}

impl SigV4 {
    /// Signs for a service, by the name that it has in signatures: `execute-api`, `aps`, `es`,
    /// `lambda`, `s3`.
    ///
    /// Paths are signed as S3 wants them for S3, and as everybody else does for the rest. The
    /// header `x-amz-content-sha256` is sent to those who ask for it (S3, Glacier, `aoss`,
    /// VPC Lattice), and to everybody whose body is not signed. VPC Lattice takes no signed bodies,
    /// so that for `vpc-lattice-svcs` none is.
    pub fn new(service: impl Into<String>, region: Region) -> Self {
        Self {
            scope: Scope::of(service.into(), region.as_str().to_owned()),
            time: None,
        }
    }

    /// Sets whether the path is signed as it is, as S3 does it, or without `.`, `..` and empty
    /// segments and encoded once more.
    #[must_use]
    pub fn path_as_it_is(mut self, on: bool) -> Self {
        self.scope.path_as_it_is = on;
        self
    }

    /// Sets whether `x-amz-content-sha256` is sent.
    #[must_use]
    pub fn content_sha256(mut self, on: bool) -> Self {
        self.scope.content_sha256 = Some(on);
        self
    }

    /// Signs as if it were this time.
    #[must_use]
    pub fn at(mut self, time: SystemTime) -> Self {
        self.time = Some(time);
        self
    }

    /// Signs a request in its headers, and its body with it.
    ///
    /// All headers that it has are signed, but for those that are changed on the way (`user-agent`,
    /// `transfer-encoding`, `x-amzn-trace-id`). `host`, `x-amz-date`, `authorization` and, with
    /// temporary credentials, `x-amz-security-token` are set. The path and the query are to be
    /// encoded as they are sent.
    ///
    /// # Errors
    /// When there are no credentials, or when the request cannot be signed: it has no host, it is
    /// plain `http` to another computer, or a header is no text.
    pub async fn sign<B: AsRef<[u8]>>(
        &self,
        credentials: &Credentials,
        request: Request<B>,
    ) -> Result<Request<B>, SigningError> {
        let payload = if self.scope.signs_bodies() {
            SignedPayload::of(request.body().as_ref())
        } else {
            SignedPayload::Unsigned
        };
        self.sign_headers(credentials, request, payload).await
    }

    /// Signs a request in its headers, whose body is not read: a stream, or nothing at all yet.
    ///
    /// # Errors
    /// As [`sign`](Self::sign).
    pub async fn sign_without_body<B>(
        &self,
        credentials: &Credentials,
        request: Request<B>,
        payload: Payload,
    ) -> Result<Request<B>, SigningError> {
        self.sign_headers(credentials, request, payload.into())
            .await
    }

    async fn sign_headers<B>(
        &self,
        credentials: &Credentials,
        mut request: Request<B>,
        payload: SignedPayload,
    ) -> Result<Request<B>, SigningError> {
        let host = host(request.uri())?;
        request.headers_mut().entry(HOST).or_insert(host);
        let keys = keys(credentials).await?;
        forget_signature(&mut request);
        let signed = signable(&request, payload)?.sign(&self.scope, &keys, self.now(), None)?;
        for (name, value) in signed.headers {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(SigningError::unsignable)?;
            let mut value = HeaderValue::from_str(&value).map_err(SigningError::unsignable)?;
            value.set_sensitive(matches!(
                name.as_str(),
                "authorization" | "x-amz-security-token"
            ));
            request.headers_mut().insert(name, value);
        }
        Ok(request)
    }

    /// Signs a request in its query: a URL that anybody can send for a while, with the headers and
    /// the body that it has here.
    ///
    /// `payload` is [`Payload::Unsigned`] for S3, and [`Payload::of`] the body, which may be empty, for
    /// others. Nothing is added to the headers: whoever wants an `x-amz-content-sha256` has it there
    /// already.
    ///
    /// Whoever sees the URL can use it, and `Debug` of a [`Request`] shows it.
    ///
    /// # Errors
    /// As [`sign`](Self::sign); when the URL has a signature already; when `expires_in` is zero or more than seven days; and when the
    /// credentials end before.
    pub async fn presign<B>(
        &self,
        credentials: &Credentials,
        mut request: Request<B>,
        payload: Payload,
        expires_in: Duration,
    ) -> Result<Request<B>, SigningError> {
        host(request.uri())?;
        if is_presigned(request.uri()) {
            return Err(SigningError::new(
                "the request's URI has a signature already; leave out its `X-Amz-…` parameters",
            ));
        }
        forget_signature(&mut request);
        let keys = keys(credentials).await?;
        let now = self.now();
        check_expiration(now, expires_in, keys.expiry().map(DateTime::from))
            .map_err(SigningError::new)?;
        let signable = signable(&request, payload.into())?;
        let uri = signable
            .sign(&self.scope, &keys, now, Some(expires_in))?
            .uri;
        *request.uri_mut() = uri.parse().map_err(SigningError::unsignable)?;
        Ok(request)
    }

    fn now(&self) -> SystemTime {
        self.time.unwrap_or_else(SystemTime::now)
    }
}

impl From<Payload> for SignedPayload {
    fn from(payload: Payload) -> Self {
        match payload {
            Payload::Sha256(hash) => Self::Hash(hash),
            Payload::StreamingUnsignedTrailer => Self::UnsignedTrailer,
            Payload::Unsigned => Self::Unsigned,
        }
    }
}

async fn keys(
    credentials: &Credentials,
) -> Result<aws_credential_types::Credentials, SigningError> {
    let keys = credentials.provide_credentials().await;
    keys.map_err(SigningError::no_credentials)
}

fn signable<B>(request: &Request<B>, payload: SignedPayload) -> Result<Signable<'_>, SigningError> {
    let mut headers = Vec::with_capacity(request.headers().len());
    for (name, value) in request.headers() {
        let value = value.to_str().map_err(|_| {
            SigningError::new(format!(
                "the header `{name}` is not ASCII and cannot be signed"
            ))
        })?;
        headers.push((name.as_str(), value));
    }
    Ok(Signable {
        method: request.method().as_str(),
        uri: request.uri().to_string(),
        headers,
        payload,
    })
}

/// Takes out what an earlier signature left: it would be there twice.
fn forget_signature<B>(request: &mut Request<B>) {
    for name in ["authorization", "x-amz-date", "x-amz-security-token"] {
        request.headers_mut().remove(name);
    }
}

fn is_presigned(uri: &Uri) -> bool {
    let mut parameters = uri.query().unwrap_or_default().split('&');
    parameters.any(|parameter| {
        let name = parameter.split('=').next().unwrap_or_default();
        name.eq_ignore_ascii_case("X-Amz-Signature")
    })
}

/// The value of the `host` header, for a URI that signed requests may go to: by the rules for
/// endpoints.
fn host(uri: &Uri) -> Result<HeaderValue, SigningError> {
    let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return Err(SigningError::new(
            "the request's URI has no host; give all of it, for example `https://example.com/path`",
        ));
    };
    if authority.as_str().contains('@') {
        return Err(SigningError::new(
            "the request's URI has a user name or password; leave it out: the request is signed \
             instead",
        ));
    }
    let host = authority.host();
    let default = if scheme == "http" { 80 } else { 443 };
    let shown = match authority.port_u16() {
        Some(port) if port != default => format!("{host}:{port}"),
        _ => host.to_owned(),
    };
    let endpoint = EndpointUrl::insecure_http(format!("{scheme}://{shown}"))
        .map_err(|error| SigningError::new(format!("the request's URI: {error}")))?;
    if scheme == "http" && !endpoint.is_loopback() {
        return Err(SigningError::new(
            "the request's URI is plain `http` to another computer, where everyone on the line can \
             read it and send it again; use `https`",
        ));
    }
    HeaderValue::from_str(&shown).map_err(SigningError::unsignable)
}
