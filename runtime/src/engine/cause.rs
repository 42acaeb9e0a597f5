//! What an error of the engine's means, in words for the user.

use std::error::Error as StdError;
use std::io;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_async::future::timeout::TimedOutError;
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use super::progress::find;
use crate::operation::Operation;

/// Why there are no credentials, as far as their source says.
pub(super) fn credentials_fault(error: &CredentialsError) -> &'static str {
    match error {
        CredentialsError::CredentialsNotLoaded(_) => "there are no credentials",
        CredentialsError::InvalidConfiguration(_) => {
            "the source of credentials is not set up right"
        }
        CredentialsError::ProviderTimedOut(_) => "the source of credentials did not answer in time",
        _ => "the source of credentials failed",
    }
}

/// Why there is no connection, in a word, where there is one for it.
pub(super) fn connect_fault(cause: &(dyn StdError + 'static)) -> String {
    if find::<TimedOutError>(cause).is_some() {
        return ": nobody answers".to_owned();
    }
    if find::<ResolveDnsError>(cause).is_some() {
        return ": no such host".to_owned();
    }
    match find::<io::Error>(cause)
        .map(innermost)
        .map(|error| (error.kind(), error))
    {
        // What TLS says comes as this.
        Some((io::ErrorKind::InvalidData, said)) => format!(": TLS failed: {said}"),
        Some((
            kind @ (io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::PermissionDenied),
            _,
        )) => format!(": {kind}"),
        // The others say nothing.
        _ => String::new(),
    }
}

/// What an error of I/O is about, where it is about another one: its source is not that one, but what
/// that one has inside.
fn innermost(mut error: &io::Error) -> &io::Error {
    while let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
        error = inner;
    }
    error
}

/// What we can say of an error answer that AWS does not say itself.
pub(super) fn hint(
    operation: &Operation,
    code: Option<&str>,
    response: &HttpResponse,
) -> Option<String> {
    // S3 tells where the bucket is when it is asked elsewhere.
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/Redirects.html
    if operation.service.name == "s3"
        && response.status().as_u16() == 301
        && let Some(region) = response.headers().get("x-amz-bucket-region")
    {
        return Some(format!("the bucket is in {region}"));
    }
    let status = response.status().as_u16();
    match (status, code) {
        // Signed requests are for one host only.
        (301 | 302 | 303 | 307 | 308, _) => Some("redirects are not followed".to_owned()),
        (_, Some(_)) => None,
        (_, None) => Some(foreign(response).unwrap_or_else(|| match reason(status) {
            Some(reason) => format!("the service sent an error without a code: {reason}"),
            None => "the service sent an error without a code".to_owned(),
        })),
    }
}

/// That the answer is a page: it comes from a proxy, a load balancer or a portal.
pub(super) fn foreign(response: &HttpResponse) -> Option<String> {
    let content_type = response.headers().get("content-type")?;
    content_type
        .starts_with("text/html")
        .then(|| "not an answer of this service's protocol (text/html)".to_owned())
}

/// What a status means, of those that come without a body.
/// <https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml>
fn reason(status: u16) -> Option<&'static str> {
    Some(match status {
        304 => "not modified",
        400 => "bad request",
        401 => "unauthorized",
        403 => "forbidden",
        404 => "not found",
        405 => "method not allowed",
        407 => "the proxy wants to know who asks",
        411 => "length required",
        412 => "precondition failed",
        413 => "content too large",
        416 => "range not satisfiable",
        429 => "too many requests",
        500 => "internal server error",
        502 => "bad gateway",
        503 => "service unavailable",
        504 => "gateway timeout",
        _ => return None,
    })
}
