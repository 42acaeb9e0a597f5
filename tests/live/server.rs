//! The server that is called, and in whose name.

use std::env;
use std::error::Error;
use std::time::{SystemTime, UNIX_EPOCH};

use aws_operation::{Connector, EndpointUrl, Region, SdkClientConfig, StaticCredentials};
use aws_operation_tests::TamperingProxy;

/// The ways to make a call to it.
pub struct Server {
    /// The right way.
    pub connector: Connector,
    /// With a wrong secret.
    pub wrong_secret: Connector,
    address: String,
    /// A name that no earlier run has used.
    pub name: String,
}

impl Server {
    /// Reads the environment variables that every AWS client reads.
    pub fn from_environment() -> Result<Self, Box<dyn Error>> {
        let variable = |name| env::var(name).map_err(|error| format!("{name}: {error}"));
        let url = variable("AWS_ENDPOINT_URL")?;
        let region: Region = variable("AWS_REGION")?.parse()?;
        let key = variable("AWS_ACCESS_KEY_ID")?;
        let secret = variable("AWS_SECRET_ACCESS_KEY")?;

        let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
        let address = url.trim_start_matches("http://").to_owned();
        let config = SdkClientConfig::at(EndpointUrl::new(url)?);
        let connector = |secret: &str| {
            Connector::new(StaticCredentials::new(&*key, secret), region).client_config(&config)
        };
        Ok(Self {
            connector: connector(&secret),
            wrong_secret: connector("wrong"),
            address,
            name: format!("live-{:x}", now.as_millis()),
        })
    }

    /// The right way, but through a proxy that replaces one text by another in what it hands on.
    pub async fn through_proxy(
        &self,
        original: &str,
        forged: &str,
    ) -> Result<(Connector, TamperingProxy), Box<dyn Error>> {
        let proxy = TamperingProxy::start(&self.address, original, forged).await?;
        let config = SdkClientConfig::at(EndpointUrl::new(proxy.endpoint())?);
        Ok((self.connector.clone().client_config(&config), proxy))
    }
}
