//! STS: who one is, and how one becomes somebody else. Written with this crate's own macro, so that
//! no generated crate of the SDK is needed for it.

mod api;
mod assume_role;
mod caller;
mod web_identity;

use aws_credential_types::Credentials as Keys;
use aws_credential_types::provider::error::CredentialsError;

use super::arn::RoleArn;
use crate::Error;

pub use api::{CallerIdentity, GetCallerIdentityError};
pub use assume_role::AssumeRole;
#[cfg(feature = "roles-anywhere")]
pub(super) use assume_role::duration_seconds;
pub use caller::validate_credentials;
pub use web_identity::WebIdentity;

/// What was handed out for a role, as the engine takes it.
fn session(
    made: api::SessionKeys,
    role: &RoleArn,
    source: &'static str,
) -> Result<Keys, CredentialsError> {
    let expiration = made.expiration.try_into().map_err(|_| {
        CredentialsError::unhandled("STS answered with an expiration that no clock can show")
    })?;
    Ok(Keys::builder()
        .access_key_id(made.access_key_id)
        .secret_access_key(made.secret_access_key)
        .session_token(made.session_token)
        .expiry(expiration)
        .account_id(role.account())
        .provider_name(source)
        .build())
}

/// An error of STS's, told apart by whether asking again can help.
fn refused(error: Error) -> CredentialsError {
    // What is wrong with the request stays wrong. `AccessDenied` does not: policies take a while
    // to reach every place.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency
    match error.code() {
        Some(
            "MalformedPolicyDocument"
            | "PackedPolicyTooLarge"
            | "RegionDisabledException"
            | "ValidationError",
        ) => CredentialsError::invalid_configuration(error),
        _ => CredentialsError::provider_error(error),
    }
}

/// The texts that AWS takes as a session's name, checked before it says so.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
fn check_session_name(name: &str) -> Result<(), String> {
    let is_name_byte = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'_' | b'+' | b'=' | b',' | b'.' | b'@' | b'-')
    };
    if (2..=64).contains(&name.len()) && name.bytes().all(is_name_byte) {
        return Ok(());
    }
    Err(format!(
        "{name:?} cannot name a session: it takes 2 to 64 letters, digits and `_+=,.@-`"
    ))
}
