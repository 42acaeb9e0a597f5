//! What calls of one service to one endpoint share: the retry quota and the clock's skew.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use aws_runtime::invocation_id::InvocationIdInterceptor;
use aws_runtime::recursion_detection::RecursionDetectionInterceptor;
use aws_runtime::request_info::RequestInfoInterceptor;
use aws_runtime::retries::classifiers::{AwsErrorCodeClassifier, TRANSIENT_ERRORS};
use aws_runtime::service_clock_skew::{ServiceClockSkewClassifier, ServiceClockSkewInterceptor};
use aws_runtime::user_agent::{ApiMetadata, AwsUserAgent, UserAgentInterceptor};
use aws_smithy_runtime::client::defaults::{DefaultPluginParams, default_plugins};
use aws_smithy_runtime::client::http::connection_poisoning::ConnectionPoisoningInterceptor;
use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime::client::orchestrator::AuthSchemeAndEndpointOrchestrationV2;
use aws_smithy_runtime::client::retries::classifiers::{
    HttpStatusCodeClassifier, ModeledAsRetryableClassifier, TransientErrorClassifier,
};
use aws_smithy_runtime::client::stalled_stream_protection::StalledStreamProtectionInterceptor;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::orchestrator::SensitiveOutput;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, StaticRuntimePlugin};
use aws_smithy_types::config_bag::Layer;
use aws_types::os_shim_internal::Env;
use aws_types::sdk_ua_metadata::FrameworkMetadata;

use super::quiet_signer::QuietSigV4;
use super::service_error::ServiceError;
use crate::Region;
use crate::config::EndpointUrl;
use crate::operation::Service;

/// The plugins of the client for `service` at this place, the same ones for every call.
pub(crate) fn plugins(
    service: &Service,
    region: Region,
    endpoint: Option<&EndpointUrl>,
) -> RuntimePlugins {
    static CLIENTS: Mutex<Option<HashMap<Place, RuntimePlugins>>> = Mutex::new(None);

    let place = Place {
        service: service.name,
        region,
        endpoint: endpoint.cloned(),
    };
    // Nothing in here can be left half done: whoever panicked, the map is whole.
    let mut clients = CLIENTS.lock().unwrap_or_else(PoisonError::into_inner);
    let clients = clients.get_or_insert_default();
    if let Some(plugins) = clients.get(&place) {
        return plugins.clone();
    }
    // Somebody makes up endpoints as they go. What is lost is little: quotas and skews.
    if clients.len() >= MOST_PLACES {
        clients.clear();
    }
    let plugins = new_plugins(&place);
    clients.insert(place, plugins.clone());
    plugins
}

/// More than all regions of five services.
const MOST_PLACES: usize = 256;

#[derive(Debug, PartialEq, Eq, Hash)]
struct Place {
    service: &'static str,
    region: Region,
    endpoint: Option<EndpointUrl>,
}

fn new_plugins(place: &Place) -> RuntimePlugins {
    let service = place.service;
    let endpoint = place.endpoint.as_ref().map_or("", EndpointUrl::as_str);
    let defaults = DefaultPluginParams::new()
        // Who fails at one place does not use up the quota of another.
        .with_retry_partition_name(format!("{service}-{}-{endpoint}", place.region.as_str()))
        .with_behavior_version(BehaviorVersion::latest())
        .with_is_aws_sdk(true);

    let mut config = Layer::new("client");
    config.store_put(AuthSchemeAndEndpointOrchestrationV2);
    // No answer is ever printed.
    config.store_put(SensitiveOutput);
    config.store_put(user_agent(service));

    let components = RuntimeComponentsBuilder::new("client")
        .with_auth_scheme(QuietSigV4::default())
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
        .with_retry_classifier(TransientErrorClassifier::<ServiceError>::new())
        .with_retry_classifier(ModeledAsRetryableClassifier::<ServiceError>::new())
        .with_retry_classifier(
            AwsErrorCodeClassifier::<ServiceError>::builder()
                .transient_errors(transient_errors(service))
                .build(),
        )
        .with_retry_classifier(ServiceClockSkewClassifier::<ServiceError>::new());

    RuntimePlugins::new()
        .with_client_plugins(default_plugins(defaults))
        .with_client_plugin(
            StaticRuntimePlugin::new()
                .with_config(config.freeze())
                .with_runtime_components(components),
        )
}

/// The codes of errors that pass by themselves: AWS's list for all services, and what AWS's own
/// SDKs add for one.
fn transient_errors(service: &str) -> Vec<&'static str> {
    let own: &[&'static str] = match service {
        // Late errors come with a good status, so that the status cannot tell.
        "s3" => &["InternalError"],
        "sts" => &["IDPCommunicationError"],
        _ => &[],
    };
    [TRANSIENT_ERRORS, own].concat()
}

/// Who calls: this crate, on AWS's engine. AWS sees it in its logs.
fn user_agent(service: &'static str) -> AwsUserAgent {
    let version = env!("CARGO_PKG_VERSION");
    let service = ApiMetadata::new(service, version);
    let agent = AwsUserAgent::new_from_environment(Env::real(), service);
    match FrameworkMetadata::new(env!("CARGO_PKG_NAME"), Some(version)) {
        Ok(framework) => agent.with_framework_metadata(framework),
        Err(_) => agent,
    }
}
