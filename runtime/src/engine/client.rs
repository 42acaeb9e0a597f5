//! What calls of one service to one endpoint share: the retry quota and the clock's skew.

use std::time::{SystemTime, UNIX_EPOCH};

use aws_runtime::auth::sigv4::SigV4AuthScheme;
use aws_runtime::invocation_id::InvocationIdInterceptor;
use aws_runtime::recursion_detection::RecursionDetectionInterceptor;
use aws_runtime::request_info::RequestInfoInterceptor;
use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_runtime::service_clock_skew::{ServiceClockSkewClassifier, ServiceClockSkewInterceptor};
use aws_runtime::user_agent::{ApiMetadata, AwsUserAgent, UserAgentInterceptor};
use aws_smithy_runtime::client::defaults::{DefaultPluginParams, default_plugins};
use aws_smithy_runtime::client::http::connection_poisoning::ConnectionPoisoningInterceptor;
use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime::client::orchestrator::AuthSchemeAndEndpointOrchestrationV2;
use aws_smithy_runtime::client::retries::classifiers::{
    HttpStatusCodeClassifier, ModeledAsRetryableClassifier, TransientErrorClassifier,
};
use aws_smithy_runtime::client::retries::{ClientRateLimiter, RetryPartition, TokenBucket};
use aws_smithy_runtime::client::stalled_stream_protection::StalledStreamProtectionInterceptor;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::orchestrator::SensitiveOutput;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, StaticRuntimePlugin};
use aws_smithy_types::config_bag::Layer;
use aws_types::app_name::AppName as SdkAppName;
use aws_types::os_shim_internal::Env;
use aws_types::sdk_ua_metadata::FrameworkMetadata;

use super::customizations;
use super::quiet_signer::Quiet;
use super::retries::TooManyRequests;
use super::service_error::ServiceError;
use crate::Region;
use crate::config::{AppName, EndpointUrl, SdkClientConfig};
use crate::operation::Service;
use crate::recent::Recent;

/// The plugins of the client for `service` at this place, the same ones for every call.
pub(crate) fn plugins(
    service: &Service,
    region: Region,
    config: &SdkClientConfig,
) -> RuntimePlugins {
    // More than all regions of five services. When somebody makes up endpoints as they go, what is
    // lost is little: quotas and skews.
    static CLIENTS: Recent<Place, RuntimePlugins> = Recent::new(256);

    let place = Place {
        service: service.name,
        region,
        endpoint: config.endpoint().cloned(),
        app_name: config.app_name().cloned(),
    };
    CLIENTS.get_or_make(place, new_plugins)
}

#[derive(Debug, PartialEq, Eq)]
struct Place {
    service: &'static str,
    region: Region,
    endpoint: Option<EndpointUrl>,
    app_name: Option<AppName>,
}

fn new_plugins(place: &Place) -> RuntimePlugins {
    let service = place.service;
    let defaults = DefaultPluginParams::new()
        .with_retry_partition_name(RETRY_PARTITION)
        .with_behavior_version(BehaviorVersion::latest())
        .with_is_aws_sdk(true);

    let mut config = Layer::new("client");
    config.store_put(AuthSchemeAndEndpointOrchestrationV2);
    // No answer is ever printed.
    config.store_put(SensitiveOutput);
    config.store_put(user_agent(service, place.app_name.as_ref()));
    config.store_put(own_retry_quota());

    let components = RuntimeComponentsBuilder::new("client")
        .with_auth_scheme(Quiet::<SigV4AuthScheme>::default())
        // `Credentials` caches by itself.
        .with_identity_cache(Some(IdentityCache::no_cache()))
        .with_interceptor(ConnectionPoisoningInterceptor::new())
        .with_interceptor(ServiceClockSkewInterceptor::new())
        .with_interceptor(RequestInfoInterceptor::new())
        .with_interceptor(UserAgentInterceptor::new())
        .with_interceptor(InvocationIdInterceptor::new())
        .with_interceptor(RecursionDetectionInterceptor::new())
        .with_interceptor(StalledStreamProtectionInterceptor::default())
        .with_retry_classifier(HttpStatusCodeClassifier::default())
        .with_retry_classifier(TooManyRequests)
        .with_retry_classifier(TransientErrorClassifier::<ServiceError>::new())
        .with_retry_classifier(ModeledAsRetryableClassifier::<ServiceError>::new())
        .with_retry_classifier(
            AwsErrorCodeClassifier::<ServiceError>::builder()
                .transient_errors(customizations::transient_errors(service))
                .build(),
        )
        .with_retry_classifier(ServiceClockSkewClassifier::<ServiceError>::new());
    #[cfg(feature = "sigv4a")]
    let components = components
        .with_auth_scheme(Quiet::<aws_runtime::auth::sigv4a::SigV4aAuthScheme>::default());

    RuntimePlugins::new()
        .with_client_plugins(default_plugins(defaults))
        .with_client_plugin(
            StaticRuntimePlugin::new()
                .with_config(config.freeze())
                .with_runtime_components(components),
        )
}

/// A quota of this client's own: who fails at one place does not use up that of another. The stock
/// ones are kept for ever, by their name.
fn own_retry_quota() -> RetryPartition {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    RetryPartition::custom(RETRY_PARTITION)
        .token_bucket(TokenBucket::default())
        .client_rate_limiter(ClientRateLimiter::new(
            now.unwrap_or_default().as_secs_f64(),
        ))
        .build()
}

const RETRY_PARTITION: &str = env!("CARGO_PKG_NAME");

/// Who calls: the application, with this crate, on AWS's engine. AWS sees it in its logs.
fn user_agent(service: &'static str, app_name: Option<&AppName>) -> AwsUserAgent {
    let version = env!("CARGO_PKG_VERSION");
    let service = ApiMetadata::new(service, version);
    let mut agent = AwsUserAgent::new_from_environment(Env::real(), service);
    if let Ok(framework) = FrameworkMetadata::new(env!("CARGO_PKG_NAME"), Some(version)) {
        agent = agent.with_framework_metadata(framework);
    }
    if let Some(Ok(name)) = app_name.map(|name| SdkAppName::new(name.as_str().to_owned())) {
        agent.set_app_name(name);
    }
    agent
}
