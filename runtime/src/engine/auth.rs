//! How a call proves who sends it: what its operation takes, and what its credentials are.

use crate::Credentials;
use crate::config::EndpointUrl;
use crate::credentials::Proof;
use crate::operation::Auth;

/// What one call does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scheme {
    /// Shows a bearer token.
    Bearer,
    /// Nothing: credentials are not even asked for.
    None,
    /// Signs.
    SigV4,
    /// Signs with a certificate's key.
    #[cfg(feature = "roles-anywhere")]
    X509,
}

impl Scheme {
    /// Whether the request is signed, and its body with it.
    pub(crate) fn signs(self) -> bool {
        !matches!(self, Self::Bearer | Self::None)
    }
}

/// Finds the scheme of a call.
///
/// # Errors
/// In words for the user: when the credentials are of a kind that the operation does not take, or
/// when a token would go out in the clear.
pub(crate) fn scheme(
    auth: Auth,
    credentials: &Credentials,
    endpoint: Option<&EndpointUrl>,
) -> Result<Scheme, &'static str> {
    match (auth, credentials.proof()) {
        (Auth::None, _) => Ok(Scheme::None),
        #[cfg(feature = "roles-anywhere")]
        (_, Proof::Certificate) => Ok(Scheme::X509),
        (Auth::SigV4 | Auth::SigV4OrBearer | Auth::SigV4UnsignedPayload, Proof::Keys) => {
            Ok(Scheme::SigV4)
        }
        (Auth::SigV4 | Auth::SigV4UnsignedPayload, Proof::Token) => Err(
            "this operation's requests are signed, and a bearer token cannot sign; make the \
             credentials of keys: `StaticCredentials`, `TemporaryCredentials` or a provider",
        ),
        (Auth::Bearer, Proof::Keys) => Err(
            "this operation takes a bearer token, and no signature; make the credentials of a \
             `BearerToken`",
        ),
        // Whoever reads a token can use it. A signature is for one request only.
        // https://www.rfc-editor.org/rfc/rfc6750#section-5.3
        (Auth::Bearer | Auth::SigV4OrBearer, Proof::Token)
            if endpoint.is_some_and(is_in_the_clear) =>
        {
            Err("a bearer token is not sent in the clear; give the endpoint an `https` URL")
        }
        (Auth::Bearer | Auth::SigV4OrBearer, Proof::Token) => Ok(Scheme::Bearer),
    }
}

/// Whether others on the line can read what is sent there. AWS's own endpoints are all `https`.
fn is_in_the_clear(endpoint: &EndpointUrl) -> bool {
    let is_https = endpoint
        .as_str()
        .get(..8)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("https://"));
    !is_https && !endpoint.is_loopback()
}
