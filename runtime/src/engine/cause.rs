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
    match find::<io::Error>(cause).map(io::Error::kind) {
        // What TLS says comes as this.
        Some(io::ErrorKind::InvalidData) => ": TLS failed".to_owned(),
        Some(
            kind @ (io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkDown
            | io::ErrorKind::NetworkUnreachable
            | io::ErrorKind::PermissionDenied),
        ) => format!(": {kind}"),
        // The others say nothing.
        _ => String::new(),
    }
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
    code.is_none()
        .then(|| "the service sent an error without a code".to_owned())
}
