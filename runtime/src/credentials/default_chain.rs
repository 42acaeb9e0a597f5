//! AWS's default chain of credential sources.

use std::sync::OnceLock;

use aws_config::default_provider::credentials::DefaultCredentialsChain;
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};

/// The chain, built when it is first asked: building it reads files and may ask the instance for
/// its region.
#[derive(Debug, Default)]
pub(super) struct DefaultChain(OnceLock<DefaultCredentialsChain>);

impl DefaultChain {
    async fn provide(&self) -> Result<Credentials, CredentialsError> {
        if let Some(chain) = self.0.get() {
            return chain.provide_credentials().await;
        }
        // Our own HTTP client, so that a program has one pool, and one choice of TLS.
        let config = ProviderConfig::default().with_http_client(crate::http_client::shared());
        let chain = DefaultCredentialsChain::builder()
            .configure(config)
            .build()
            .await;
        // The cache around this asks one at a time. If the first fetch was given up half-way, the
        // second may have been quicker; either chain will do.
        self.0.get_or_init(|| chain).provide_credentials().await
    }
}

impl ProvideCredentials for DefaultChain {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.provide())
    }
}
