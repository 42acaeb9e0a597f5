//! The HTTP client: one for the whole process, with one pool of connections.

use std::sync::OnceLock;

use aws_smithy_http_client::Builder;
use aws_smithy_runtime_api::client::http::SharedHttpClient;

/// The process's HTTP client.
///
/// TLS comes from the feature `rustls-aws-lc`, else from `rustls-ring`. Without either the client
/// speaks plain HTTP only; the engine refuses other calls before they get here ([`can_reach`]).
pub(crate) fn shared() -> SharedHttpClient {
    static CLIENT: OnceLock<SharedHttpClient> = OnceLock::new();
    CLIENT.get_or_init(build).clone()
}

/// Whether the client speaks the protocol of this endpoint.
pub(crate) fn can_reach(endpoint: &str) -> bool {
    cfg!(any(feature = "rustls-aws-lc", feature = "rustls-ring"))
        || endpoint
            .get(..7)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"))
}

#[cfg(any(feature = "rustls-aws-lc", feature = "rustls-ring"))]
fn build() -> SharedHttpClient {
    use aws_smithy_http_client::tls::Provider;
    use aws_smithy_http_client::tls::rustls_provider::CryptoMode;

    #[cfg(feature = "rustls-aws-lc")]
    let mode = CryptoMode::AwsLc;
    #[cfg(not(feature = "rustls-aws-lc"))]
    let mode = CryptoMode::Ring;
    Builder::new()
        .tls_provider(Provider::Rustls(mode))
        .build_https()
}

#[cfg(not(any(feature = "rustls-aws-lc", feature = "rustls-ring")))]
fn build() -> SharedHttpClient {
    Builder::new().build_http()
}
