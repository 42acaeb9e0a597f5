//! The HTTP client: one for the whole process, with one pool of connections for each runtime.
//!
//! A connection is driven by the runtime that it was opened on. Where that one is not running, be
//! it between two `block_on` or after its end, a request on its connection would wait for ever.

use std::borrow::Cow;
use std::time::Duration;

use aws_smithy_http_client::pool::{Builder, Client, ConnectionPool};
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

use crate::EndpointUrl;
use crate::config::{HttpConfig, Proxy, SdkClientConfig};
use crate::recent::Recent;

/// The process's HTTP client. It goes through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and
/// `NO_PROXY` name.
///
/// TLS comes from the feature `rustls-aws-lc`, else from `rustls-ring`.
#[cfg(feature = "default-chain")]
pub(crate) fn shared() -> SharedHttpClient {
    SharedHttpClient::new(PerRuntime(HttpConfig::new()))
}

/// The same, if it can do what is asked of it. To what is on this computer it goes without a proxy:
/// none gets there.
///
/// # Errors
/// In words for the user.
pub(crate) fn usable(
    url: &str,
    config: &SdkClientConfig,
) -> Result<SharedHttpClient, &'static str> {
    if cfg!(not(feature = "rt-tokio")) {
        return Err("there is nothing to run calls on; switch on the feature `rt-tokio`");
    }
    #[cfg(feature = "rt-tokio")]
    if tokio::runtime::Handle::try_current().is_err() {
        return Err("no Tokio runtime is running here; await the call inside of one");
    }
    let has_tls = cfg!(any(feature = "rustls-aws-lc", feature = "rustls-ring"));
    if !has_tls && !is_plain(url) {
        return Err(
            "there is no TLS to call AWS with; switch on the feature `rustls-aws-lc` or \
             `rustls-ring`",
        );
    }
    let mut http = config.http().of_connections();
    if http.proxy().is_none() && config.endpoint().is_some_and(EndpointUrl::is_loopback) {
        http = http.with_proxy(Proxy::direct());
    }
    Ok(SharedHttpClient::new(PerRuntime(http)))
}

/// Whether there is no TLS on the way to this endpoint.
pub(crate) fn is_plain(endpoint: &str) -> bool {
    endpoint
        .get(..7)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"))
}

/// Takes the pool of the runtime that it is called on.
#[derive(Debug)]
struct PerRuntime(HttpConfig);

impl HttpClient for PerRuntime {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        client_here(&self.0).http_connector(settings, components)
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        Some(ConnectorMetadata::new("hyper", Some(Cow::Borrowed("1.x"))))
    }
}

#[cfg(feature = "rt-tokio")]
pub(crate) type RuntimeId = tokio::runtime::Id;
#[cfg(not(feature = "rt-tokio"))]
pub(crate) type RuntimeId = ();

#[cfg(feature = "rt-tokio")]
pub(crate) fn this_runtime() -> Option<RuntimeId> {
    let runtime = tokio::runtime::Handle::try_current().ok()?;
    Some(runtime.id())
}

#[cfg(not(feature = "rt-tokio"))]
pub(crate) fn this_runtime() -> Option<RuntimeId> {
    None
}

/// The client for this runtime, with these settings.
fn client_here(http: &HttpConfig) -> Client {
    // More than a program has runtimes and settings. Those of tests come and go.
    static CLIENTS: Recent<(Option<RuntimeId>, HttpConfig), Client> = Recent::new(16);

    CLIENTS.get_or_make((this_runtime(), http.clone()), |(_, http)| new_client(http))
}

/// Routers between here and AWS forget connections that are silent for some minutes, as they are
/// while a long answer is computed: <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html>
const KEEP_ALIVE: Duration = Duration::from_mins(1);

fn new_client(http: &HttpConfig) -> Client {
    let proxy = http
        .proxy()
        .map_or_else(ProxyConfig::from_env, Proxy::to_client);
    let mut builder = ConnectionPool::builder()
        .tcp_keepalive(http.tcp_keep_alive().unwrap_or(KEEP_ALIVE))
        .proxy_config(proxy);
    if let Some(timeout) = http.pool_idle_timeout() {
        builder = builder.idle_timeout(timeout);
    }
    if let Some(most) = http.max_connections_per_host() {
        builder =
            builder.max_connections_per_host(usize::try_from(most.get()).unwrap_or(usize::MAX));
    }
    if cfg!(not(feature = "rt-tokio")) {
        // There is no clock to watch idle connections by.
        builder = builder.idle_timeout(None);
    }
    let pool = build(builder, http);
    Client::new(&pool).expect("BUG: the pool has no partitions")
}

#[cfg(any(feature = "rustls-aws-lc", feature = "rustls-ring"))]
fn build(builder: Builder, http: &HttpConfig) -> ConnectionPool {
    use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
    use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};

    #[cfg(feature = "rustls-aws-lc")]
    let mode = CryptoMode::AwsLc;
    #[cfg(not(feature = "rustls-aws-lc"))]
    let mode = CryptoMode::Ring;
    let mut trusted = TrustStore::default();
    if let Some(certificates) = http.root_certificates() {
        trusted.add_pem_certificate(certificates.pem());
    }
    let context = TlsContext::builder().with_trust_store(trusted).build();
    builder
        .tls_provider(Provider::Rustls(mode))
        .tls_context(context.expect("BUG: the certificates were checked when they were given"))
        .build_https()
        .expect("BUG: the pool's settings go together")
}

#[cfg(not(any(feature = "rustls-aws-lc", feature = "rustls-ring")))]
fn build(builder: Builder, _: &HttpConfig) -> ConnectionPool {
    builder
        .build_http()
        .expect("BUG: the pool's settings go together")
}
