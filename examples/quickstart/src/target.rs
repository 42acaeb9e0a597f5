//! Where the calls go, and in whose name.

use std::env;
use std::error::Error;
use std::fmt;

use aws_operation::{Credentials, EndpointUrl, Region, SdkClientConfig, StaticCredentials};
use quickstart::LocalS3;

use crate::arguments::Server;

/// What every call needs besides its request.
pub struct Target {
    pub credentials: Credentials,
    pub region: Region,
    pub config: SdkClientConfig,
    description: String,
    /// Stops when it is dropped.
    _local: Option<LocalS3>,
}

impl Target {
    pub async fn choose(server: Server) -> Result<Self, Box<dyn Error>> {
        match server {
            Server::OurOwn => Self::our_own().await,
            Server::Other(url) => Ok(Self {
                credentials: Credentials::default_chain(),
                region: region()?,
                description: url.clone(),
                config: SdkClientConfig::at(EndpointUrl::new(url)?),
                _local: None,
            }),
            Server::Aws => Ok(Self {
                credentials: Credentials::default_chain(),
                region: region()?,
                // Not where AWS_ENDPOINT_URL or a profile would send them; FIPS and dual stack, which they
                // may ask for, are left out, too.
                config: SdkClientConfig::new().with_environment(false),
                description: "AWS".to_owned(),
                _local: None,
            }),
        }
    }

    async fn our_own() -> Result<Self, Box<dyn Error>> {
        let local = LocalS3::start().await?;
        let key = StaticCredentials::new(LocalS3::ACCESS_KEY_ID, LocalS3::SECRET_ACCESS_KEY);
        Ok(Self {
            credentials: key.into(),
            region: Region::EuWest1,
            config: SdkClientConfig::at(EndpointUrl::new(local.endpoint())?),
            description: format!("{}, in this process", local.endpoint()),
            _local: Some(local),
        })
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S3 in {} at {}", self.region, self.description)
    }
}

fn region() -> Result<Region, Box<dyn Error>> {
    let name = env::var("AWS_REGION").or_else(|_| env::var("AWS_DEFAULT_REGION"));
    Ok(name.map_or(Ok(Region::EuWest1), |name| name.parse())?)
}
