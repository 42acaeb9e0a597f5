//! What one call adds to its client: credentials, signature, timeouts, retries.

use std::time::Duration;

use aws_runtime::auth::{SigV4OperationSigningConfig, SigningOptions, sigv4};
use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime::client::auth::no_auth::{NO_AUTH_SCHEME_ID, NoAuthScheme};
use aws_smithy_runtime::client::identity::no_auth::NoAuthIdentityResolver;
use aws_smithy_runtime::client::orchestrator::endpoints::StaticUriEndpointResolver;
use aws_smithy_runtime::client::retries::strategy::StandardRetryStrategy;
use aws_smithy_runtime_api::client::auth::AuthSchemeOptionResolverParams;
use aws_smithy_runtime_api::client::auth::static_resolver::StaticAuthSchemeOptionResolver;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::identity::SharedIdentityResolver;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, Metadata};
use aws_smithy_runtime_api::client::retries::SharedRetryStrategy;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{SharedRequestSerializer, SharedResponseDeserializer};
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::config_bag::Layer;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SigningName;
use aws_types::region::{Region as SdkRegion, SigningRegion};

use super::endpoint::Target;
use super::progress::Progress;
use super::response::{AlreadyWritten, Verdict};
use crate::config::{RetryPolicy, SdkClientConfig};
use crate::operation::{Auth, Operation};
use crate::{Credentials, Region};

/// The request's body, as far as it matters how long it takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Upload {
    pub(crate) length: Option<u64>,
    /// Whether somebody else produces it while it is sent.
    pub(crate) live: bool,
}

impl Upload {
    pub(crate) fn of(request: &HttpRequest) -> Self {
        Self {
            length: request.body().content_length(),
            live: request.body().bytes().is_none(),
        }
    }
}

/// One call's part of the engine's set-up.
pub(crate) struct CallPlugin<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) credentials: &'a Credentials,
    pub(crate) region: Region,
    pub(crate) target: &'a Target,
    pub(crate) config: &'a SdkClientConfig,
    pub(crate) payload: Option<SignableBody<'static>>,
    pub(crate) upload: Upload,
    pub(crate) progress: Progress,
    pub(crate) http_client: SharedHttpClient,
}

impl CallPlugin<'_> {
    pub(crate) fn build(self) -> StaticRuntimePlugin {
        let operation = self.operation;
        let mut config = Layer::new("call");
        config.store_put(SharedRequestSerializer::new(AlreadyWritten));
        config.store_put(SharedResponseDeserializer::new(Verdict { operation }));
        config.store_put(Metadata::new(operation.name, operation.service.sdk_id));
        config.store_put(AuthSchemeOptionResolverParams::new(()));
        config.store_put(timeouts(self.config, self.upload.length));
        config.store_put(stalls(operation, self.upload));
        config.store_put(retries(self.config.retry_policy()));

        let mut components = RuntimeComponentsBuilder::new("call")
            .with_http_client(Some(self.http_client))
            .with_endpoint_resolver(Some(StaticUriEndpointResolver::uri(
                self.target.url.as_str(),
            )))
            // It holds the permit of the retry under way, so there is one for each call.
            .with_retry_strategy(Some(SharedRetryStrategy::new(StandardRetryStrategy::new())))
            .with_interceptor(self.progress);

        let scheme = if operation.auth == Auth::None {
            components.push_auth_scheme(NoAuthScheme::new());
            components.set_identity_resolver(
                NO_AUTH_SCHEME_ID,
                SharedIdentityResolver::new(NoAuthIdentityResolver::new()),
            );
            NO_AUTH_SCHEME_ID
        } else {
            components
                .set_identity_resolver(sigv4::SCHEME_ID, self.credentials.identity_resolver());
            config.store_put(signing(operation, self.region, self.target, self.payload));
            sigv4::SCHEME_ID
        };
        components.set_auth_scheme_option_resolver(Some(StaticAuthSchemeOptionResolver::new(
            vec![scheme],
        )));

        StaticRuntimePlugin::new()
            .with_config(config.freeze())
            .with_runtime_components(components)
    }
}

fn signing(
    operation: &Operation,
    region: Region,
    target: &Target,
    payload: Option<SignableBody<'static>>,
) -> SigV4OperationSigningConfig {
    let service = operation.service;
    // S3 takes paths as they are; every other service gets them normalised and encoded twice.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
    let is_s3 = service.signing_name == "s3";
    let mut options = SigningOptions::default();
    options.double_uri_encode = !is_s3;
    options.normalize_uri_path = !is_s3;
    // Those that want to be told the body's hash, or that there is none.
    options.content_sha256_header = is_s3
        || service.signing_name == "glacier"
        || payload == Some(SignableBody::UnsignedPayload);
    options.payload_override = payload;

    let signing_region = target.signing_region.unwrap_or(region.as_str()).to_owned();
    let signing_name = target.signing_name.unwrap_or(service.signing_name);
    SigV4OperationSigningConfig {
        region: Some(SigningRegion::from(SdkRegion::new(signing_region))),
        region_set: None,
        name: Some(SigningName::from(signing_name)),
        signing_options: options,
    }
}

/// The longest that an AWS service may take to answer is 15 minutes (Lambda), so one minute more
/// and nothing can come any more. Shorter waits cut off work that goes on, and do it again.
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html>
const ATTEMPT_TIMEOUT: Duration = Duration::from_mins(16);

/// What the slowest upload brings through in a second. One that stalls altogether is cut off
/// earlier, by the stalled stream protection.
const SLOWEST_UPLOAD: u64 = 16 * 1024;

/// An upload of which nobody knows the length ends after a day.
const LONGEST_UPLOAD: Duration = Duration::from_hours(24);

/// As AWS's own SDKs have it.
const CONNECT_TIMEOUT: Duration = Duration::from_millis(3100);

/// No call hangs for ever: each attempt has an end, and their number has.
fn timeouts(config: &SdkClientConfig, content_length: Option<u64>) -> TimeoutConfig {
    let upload = content_length.map_or(LONGEST_UPLOAD, |length| {
        Duration::from_secs(length / SLOWEST_UPLOAD)
    });
    let mut timeouts = TimeoutConfig::builder()
        .connect_timeout(CONNECT_TIMEOUT)
        .operation_attempt_timeout(
            config
                .attempt_timeout()
                .unwrap_or(ATTEMPT_TIMEOUT.saturating_add(upload)),
        );
    if let Some(total) = config.timeout() {
        timeouts = timeouts.operation_timeout(total);
    }
    timeouts.build()
}

/// What counts as stalled: bodies that the network should bring through without a pause. An answer
/// that is not a stream may be computed slowly, and the producer of a live upload may take its
/// time; they end with the attempt.
fn stalls(operation: &Operation, upload: Upload) -> StalledStreamProtectionConfig {
    StalledStreamProtectionConfig::enabled()
        .download_enabled(operation.streaming_output)
        .upload_enabled(!upload.live)
        // As AWS's own SDKs have it.
        .grace_period(Duration::from_secs(5))
        .build()
}

fn retries(policy: Option<RetryPolicy>) -> RetryConfig {
    match policy.unwrap_or(RetryPolicy::Standard) {
        RetryPolicy::Adaptive => RetryConfig::adaptive(),
        RetryPolicy::None => RetryConfig::disabled(),
        RetryPolicy::Number(retries) => {
            RetryConfig::standard().with_max_attempts(retries.saturating_add(1))
        }
        RetryPolicy::Standard => RetryConfig::standard(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::tests::operations::{GetObject, PutObject};
    use crate::operation::AbstractRequest;

    #[test]
    fn only_what_the_network_brings_can_stall() {
        let stalls = |operation, live| {
            let length = None;
            let config = stalls(operation, Upload { length, live });
            (config.download_enabled(), config.upload_enabled())
        };
        assert_eq!(stalls(GetObject::operation(), false), (true, true));
        assert_eq!(stalls(PutObject::operation(), false), (false, true));
        assert_eq!(stalls(PutObject::operation(), true), (false, false));
    }
}
