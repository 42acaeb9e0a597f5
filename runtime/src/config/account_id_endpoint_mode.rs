//! Whether calls go to the account's own endpoint.

use serde::{Deserialize, Serialize};

/// Whether calls go to the endpoint of the account that they are made for, where a service has one
/// for each (DynamoDB: `https://123456789012.ddb.eu-west-1.amazonaws.com`).
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html>
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AccountIdEndpointMode {
    /// Never.
    Disabled,
    /// When the credentials know their account, or the request names it.
    #[default]
    Preferred,
    /// Always: a call for an account that nobody knows fails.
    Required,
}

impl AccountIdEndpointMode {
    /// The mode as AWS's rules call it, for example `preferred`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Disabled => "disabled",
            Self::Preferred => "preferred",
            Self::Required => "required",
        }
    }
}
