//! What an error of the engine's means, in words for the user.

use std::error::Error as StdError;
use std::io;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_async::future::timeout::TimedOutError;
use aws_smithy_runtime_api::client::dns::ResolveDnsError;

use super::progress::find;

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

/// Which limit was reached, by its name in the client configuration.
pub(super) fn limit(cause: &(dyn StdError + 'static)) -> String {
    let text = cause.to_string();
    // The engine's own text is the only place that has it:
    // "operation attempt timeout (single attempt) occurred after 5s".
    let Some((limit, duration)) = text.split_once(" occurred after ") else {
        return String::new();
    };
    let field = if limit.contains("attempt timeout") {
        "attempt_timeout"
    } else {
        "timeout"
    };
    format!(": `{field}` is {duration}")
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
