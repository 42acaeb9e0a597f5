//! Runs one call on AWS's own engine, the orchestrator of `aws-smithy-runtime`.
//!
//! Nothing here is generic: the call's types stay outside, in `call.rs`. A request comes in
//! written, and an answer goes out unread.

mod addressed;
mod answer;
mod auth;
mod body;
mod cause;
mod checksum;
mod client;
mod compression;
mod customizations;
mod discovery;
mod endpoint;
mod glacier;
mod host_prefix;
mod implied;
mod limits;
mod long_calls;
mod member_values;
mod observe;
mod outcome;
mod plugin;
mod presign;
mod progress;
mod quiet_signer;
mod request;
mod response;
mod retries;
mod route53;
mod s3;
mod service_error;
mod stream;
#[cfg(test)]
mod tests;

use std::fmt;
use std::time::Instant;

use aws_smithy_runtime::client::orchestrator::{StopPoint, invoke_with_stop_point};
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::interceptors::context::Input;
#[cfg(any(test, feature = "test-util"))]
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};
use aws_smithy_types::byte_stream::ByteStream;
use futures_util::future::BoxFuture;
use tracing::Instrument as _;

pub(crate) use answer::{Answer, Failure, Outcome};
pub use checksum::{Checksum, ChecksumMismatch, HttpChecksum};
pub use compression::Compression;
pub use discovery::Discovery;
pub(crate) use progress::find;
pub(crate) use stream::Counted;

use crate::config::{ClientConfig, SdkClientConfig};
use crate::error::{Builder, Error, ErrorKind, Sent};
use crate::operation::Operation;
use crate::{Credentials, Region, http_client};
use addressed::Addressed;
use body::Sending;
use limits::Limits;
use plugin::CallPlugin;
use progress::Progress;
use request::Written;

/// A call under way.
pub(crate) type Running = BoxFuture<'static, Result<Answer, Failure>>;

/// A call that is ready to be sent.
pub(crate) struct Prepared {
    pub(crate) operation: &'static Operation,
    pub(crate) region: Region,
    pub(crate) config: SdkClientConfig,
    credentials: Credentials,
    /// What went wrong while it was written comes out when the call is awaited.
    request: Result<Written, SerdeError>,
    /// Another one than the process's own.
    http_client: Option<SharedHttpClient>,
    /// The user's own.
    pub(crate) interceptors: Vec<SharedInterceptor>,
}

impl Prepared {
    /// Writes the request.
    pub(crate) fn new(
        operation: &'static Operation,
        credentials: &Credentials,
        region: Region,
        config: Option<&dyn ClientConfig>,
        input: &dyn SerializableStruct,
        body: Option<ByteStream>,
    ) -> Box<Self> {
        Box::new(Self {
            operation,
            region,
            config: config.map(ClientConfig::settings).unwrap_or_default(),
            credentials: credentials.clone(),
            request: request::write(operation, input, body),
            http_client: None,
            interceptors: Vec::new(),
        })
    }

    /// Adds what a connector has for all its calls.
    pub(crate) fn go_through(
        &mut self,
        fallback: &SdkClientConfig,
        interceptors: &[SharedInterceptor],
    ) {
        self.fall_back(fallback);
        self.interceptors.extend_from_slice(interceptors);
    }

    #[cfg(any(test, feature = "test-util"))]
    pub(crate) fn set_http_client(&mut self, http_client: SharedHttpClient) {
        self.http_client = Some(http_client);
    }

    /// What answers in the place of AWS, unless an HTTP client does.
    #[cfg(any(test, feature = "test-util"))]
    pub(crate) fn mock(&self) -> Option<&crate::mock::MockConnector> {
        self.credentials
            .mock()
            .filter(|_| self.http_client.is_none())
    }

    /// The request, if it could be written.
    #[cfg(any(test, feature = "test-util"))]
    pub(crate) fn written(&self) -> Option<&HttpRequest> {
        self.request.as_ref().ok().map(|written| &written.request)
    }

    /// Takes what is unset in its configuration from `fallback`.
    pub(crate) fn fall_back(&mut self, fallback: &SdkClientConfig) {
        self.config = std::mem::take(&mut self.config).or(fallback);
    }

    /// The call as a future of a type that everybody can name. Inlined, the engine would be built
    /// once more in every crate that makes calls.
    #[inline(never)]
    pub(crate) fn start(self: Box<Self>) -> Running {
        Box::pin(self.run())
    }

    /// Sends the request and waits for the answer: its body too, unless that is a stream.
    async fn run(self: Box<Self>) -> Result<Answer, Failure> {
        let start = Instant::now();
        let span = observe::call(self.operation, self.region);
        // The engine's future is large: on the heap, it is not copied from one that waits to the next.
        let sent = Box::pin(self.configure_and_send());
        let outcome = sent.instrument(span.clone()).await;
        observe::end(&span, &outcome);
        outcome.map_err(|failure| failure.took(start.elapsed()))
    }

    async fn configure_and_send(mut self: Box<Self>) -> Result<Answer, Failure> {
        self.configure().await?;
        match self.operation.discovery {
            // An endpoint of the user's own is the one to call.
            Some(discovery) if self.config.endpoint().is_none() => discovery.run(*self).await,
            _ => self.send(None).await,
        }
    }

    /// For example `s3:PutObject`.
    fn name(&self) -> String {
        format!("{}:{}", self.operation.service.name, self.operation.name)
    }

    /// Whether nothing is known yet that keeps it from being sent.
    fn can_be_sent(&self) -> bool {
        self.config.check_merged().is_ok()
            && self.request.is_ok()
            && auth::scheme(
                self.operation.auth,
                &self.credentials,
                self.config.endpoint(),
            )
            .is_ok()
    }

    /// The same call, unless its body can be sent only once.
    fn try_clone(&self) -> Option<Self> {
        let written = self.request.as_ref().ok()?;
        Some(Self {
            operation: self.operation,
            region: self.region,
            config: self.config.clone(),
            credentials: self.credentials.clone(),
            request: Ok(Written {
                request: written.request.try_clone()?,
                host_prefix: written.host_prefix.clone(),
                endpoint_parameters: written.endpoint_parameters.clone(),
                url: written.url.clone(),
                implied: written.implied.clone(),
            }),
            http_client: self.http_client.clone(),
            interceptors: self.interceptors.clone(),
        })
    }

    /// Another call with the same credentials to the same region.
    fn beside(
        &self,
        operation: &'static Operation,
        config: SdkClientConfig,
        input: &dyn SerializableStruct,
    ) -> Self {
        Self {
            http_client: self.http_client.clone(),
            config,
            ..*Self::new(operation, &self.credentials, self.region, None, input, None)
        }
    }

    /// Sends the request: to `url`, where the service itself said so.
    async fn send(self, url: Option<&str>) -> Result<Answer, Failure> {
        let (name, start) = (self.name(), Instant::now());
        let Addressed {
            operation,
            region,
            config,
            credentials,
            http_client,
            interceptors,
            target,
            mut request,
            scheme,
            ..
        } = self.addressed(url).await?;
        let unsent = |kind| Builder::new(kind, Sent::No, &name, region);
        let http_client = match http_client {
            Some(http_client) => http_client,
            None => http_client::usable(&target.url, &config)
                .map_err(|detail| unsent(ErrorKind::Configuration).detail(detail).build())?,
        };
        let sending = Sending {
            operation,
            config: &config,
            is_signed: scheme.signs(),
            // Chunk by chunk, only SigV4 can sign.
            is_plain_http: http_client::is_plain(&target.url)
                && target.signing.region_set.is_none(),
            request: &mut request,
        };
        let payload = body::prepare(sending)
            .await
            .map_err(|fault| fault.describe(unsent(ErrorKind::Construction)).build())?;
        let limits = Limits::new(operation, &config, payload.upload);
        let progress = Progress::default();
        let plugins = client::plugins(operation.service, region, &config).with_operation_plugin(
            CallPlugin {
                operation,
                scheme,
                credentials: &credentials,
                target: &target,
                config: &config,
                payload,
                limits,
                progress: progress.clone(),
                http_client,
                interceptors,
            }
            .build(),
        );

        let outcome = invoke_with_stop_point(
            operation.service.sdk_id,
            operation.name,
            Input::erase(request),
            &plugins,
            StopPoint::None,
        )
        .await;

        outcome::Judge {
            operation,
            region,
            name: &name,
            target: &target,
            limits,
            progress: &progress,
            start,
        }
        .judge(outcome)
    }
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared")
            .field("operation", &self.operation.name)
            .field("region", &self.region)
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            error,
            response: None,
        }
    }
}
