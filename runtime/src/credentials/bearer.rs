//! A bearer token: who shows it is let in.

use std::fmt;

use aws_credential_types::Token;
use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCacheLocation, IdentityFuture, ResolveIdentity,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use super::source::check_text;

/// A token that requests carry as it is (`Authorization: Bearer …`), instead of a signature.
///
/// Some services take nothing else (`CodeCatalyst`), some take it as well (Bedrock's API keys).
/// It is sent over TLS or to this computer, never in the clear. When it ends is not looked at: AWS
/// says so when it is used, and a new token makes new [`Credentials`](crate::Credentials).
///
/// The token is wiped from memory when the last copy is dropped, and `Debug` does not show it.
/// <https://smithy.io/2.0/spec/authentication-traits.html#httpbearerauth-trait>
///
/// ```
/// use aws_operation::{BearerToken, Credentials};
///
/// let credentials = Credentials::from(BearerToken::new("…"));
/// ```
#[derive(Clone)]
pub struct BearerToken(Token);

impl BearerToken {
    /// A token, without the word `Bearer`.
    pub fn new(token: impl Into<String>) -> Self {
        Self(Token::new(token, None))
    }

    /// The token.
    pub fn token(&self) -> &str {
        self.0.token()
    }
}

impl fmt::Debug for BearerToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BearerToken([redacted])")
    }
}

impl ResolveIdentity for BearerToken {
    fn resolve_identity<'a>(
        &'a self,
        _: &'a RuntimeComponents,
        _: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::ready(match check_text("bearer token", self.token()) {
            Ok(()) => Ok(Identity::from(&self.0)),
            Err(fault) => Err(CredentialsError::invalid_configuration(fault).into()),
        })
    }

    /// There is nothing to keep.
    fn cache_location(&self) -> IdentityCacheLocation {
        IdentityCacheLocation::IdentityResolver
    }
}
