//! Where a written request goes, and how it proves who sends it.

use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::Prepared;
use super::auth::{self, Scheme};
use super::endpoint::{self, Place, Target};
use crate::config::{self, SdkClientConfig};
use crate::error::{Builder, Error, ErrorKind, Sent};
use crate::operation::Operation;
use crate::{Credentials, Region};

/// A request that knows where it goes, and is not signed yet.
pub(super) struct Addressed {
    pub(super) operation: &'static Operation,
    pub(super) region: Region,
    pub(super) config: SdkClientConfig,
    pub(super) credentials: Credentials,
    pub(super) http_client: Option<SharedHttpClient>,
    pub(super) interceptors: Vec<SharedInterceptor>,
    pub(super) target: Target,
    pub(super) request: HttpRequest,
    /// As in [`Written`](super::request::Written).
    pub(super) implied: Vec<&'static str>,
    pub(super) scheme: Scheme,
}

impl Prepared {
    /// Takes what is unset from AWS's environment variables and the profile, and then from the
    /// operation's attribute.
    pub(super) async fn configure(&mut self) -> Result<(), Error> {
        if self.config.environment() != Some(false) {
            match &*config::environment(self.operation.service).await {
                Ok(environment) => self.fall_back(environment),
                Err(fault) => {
                    let kind = ErrorKind::Configuration;
                    let error = Builder::new(kind, Sent::No, &self.name(), self.region);
                    return Err(error.detail(fault.as_str()).build());
                }
            }
        }
        if let Some(defaults) = self.operation.client_config {
            self.fall_back(defaults);
        }
        Ok(())
    }

    /// The request with the place that it goes to: `url`, where the service itself said so.
    pub(super) async fn addressed(self, url: Option<&str>) -> Result<Addressed, Error> {
        let name = self.name();
        let Self {
            operation,
            region,
            config,
            credentials,
            request,
            http_client,
            interceptors,
        } = self;
        let unsent = |kind| Builder::new(kind, Sent::No, &name, region);

        config.check_merged().map_err(|fault| {
            unsent(ErrorKind::Configuration)
                .detail(fault.to_string())
                .build()
        })?;
        let mut written = request.map_err(|fault| {
            unsent(ErrorKind::Construction)
                .detail(format!("the request cannot be written: {fault}"))
                .build()
        })?;
        let place = Place {
            service: operation.service,
            region,
            config: &config,
            parameters: &written.endpoint_parameters,
            account_id: endpoint::account_id(operation.service, &credentials).await,
        };
        let mut target = place
            .resolve()
            .map_err(|detail| unsent(ErrorKind::Configuration).detail(detail).build())?;
        let implied = std::mem::take(&mut written.implied);
        let mut request = written
            .addressed(operation, url, &mut target)
            .map_err(|detail| unsent(ErrorKind::Construction).detail(detail).build())?;
        for (name, value) in config.headers().iter() {
            // What the request says by itself goes before.
            if request.headers().get(name).is_none() {
                request
                    .headers_mut()
                    .insert(name.to_owned(), value.to_owned());
            }
        }
        let scheme = auth::scheme(operation.auth, &credentials, config.endpoint())
            .map_err(|detail| unsent(ErrorKind::Construction).detail(detail).build())?;
        Ok(Addressed {
            operation,
            region,
            config,
            credentials,
            http_client,
            interceptors,
            target,
            request,
            implied,
            scheme,
        })
    }
}
