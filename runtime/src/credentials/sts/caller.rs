//! Whether credentials are any good.

use super::api::{
    CallerIdentity, GetCallerIdentityError, GetCallerIdentityRequest, get_caller_identity,
};
use crate::{Call, Credentials, Region};

/// Asks AWS whose credentials these are, which every valid ones may do (STS `GetCallerIdentity`).
///
/// What is wrong with others says the error's code: `InvalidClientTokenId` (there is no such access
/// key), `SignatureDoesNotMatch` (the secret is another one), `ExpiredToken`.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>
///
/// ```no_run
/// use aws_operation::{Region, StaticCredentials, validate_credentials};
///
/// # async fn run() -> Result<(), aws_operation::Error> {
/// let credentials = StaticCredentials::new("AKIA…", "…").into();
/// let caller = validate_credentials(&credentials, Region::EuWest1).await?;
/// println!("{} in account {}", caller.arn, caller.account);
/// # Ok(())
/// # }
/// ```
pub fn validate_credentials(
    credentials: &Credentials,
    region: Region,
) -> Call<CallerIdentity, GetCallerIdentityError> {
    get_caller_identity(credentials, region, &GetCallerIdentityRequest)
}
