//! What one call adds to its client: credentials, signature, timeouts, retries.

use aws_runtime::auth::{SigV4OperationSigningConfig, SigningOptions, sigv4};
use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime::client::auth::http::BearerAuthScheme;
use aws_smithy_runtime::client::auth::no_auth::{NO_AUTH_SCHEME_ID, NoAuthScheme};
use aws_smithy_runtime::client::identity::no_auth::NoAuthIdentityResolver;
use aws_smithy_runtime::client::orchestrator::endpoints::StaticUriEndpointResolver;
use aws_smithy_runtime_api::client::auth::AuthSchemeOptionResolverParams;
use aws_smithy_runtime_api::client::auth::http::HTTP_BEARER_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::static_resolver::StaticAuthSchemeOptionResolver;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_runtime_api::client::identity::SharedIdentityResolver;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::runtime_plugin::StaticRuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{SharedRequestSerializer, SharedResponseDeserializer};
use aws_smithy_types::config_bag::Layer;
use aws_types::SigningName;
use aws_types::region::{Region as SdkRegion, SigningRegion, SigningRegionSet};

use super::auth::Scheme;
use super::body::Payload;
use super::endpoint::{Signing, Target};
use super::limits::{Limits, stalls};
use super::progress::Progress;
use super::response::{AlreadyWritten, Verdict};
use super::retries::{OnceIsEnough, Watched, retries};
use crate::Credentials;
use crate::config::SdkClientConfig;
use crate::operation::Operation;

/// One call's part of the engine's set-up.
pub(crate) struct CallPlugin<'a> {
    pub(crate) operation: &'static Operation,
    pub(crate) scheme: Scheme,
    pub(crate) credentials: &'a Credentials,
    pub(crate) target: &'a Target,
    pub(crate) config: &'a SdkClientConfig,
    pub(crate) payload: Payload,
    pub(crate) limits: Limits,
    pub(crate) progress: Progress,
    pub(crate) http_client: SharedHttpClient,
    pub(crate) interceptors: Vec<SharedInterceptor>,
}

impl CallPlugin<'_> {
    pub(crate) fn build(self) -> StaticRuntimePlugin {
        let operation = self.operation;
        let mut config = Layer::new("call");
        config.store_put(SharedRequestSerializer::new(AlreadyWritten));
        config.store_put(SharedResponseDeserializer::new(Verdict { operation }));
        config.store_put(Metadata::new(operation.name, operation.service.sdk_id));
        config.store_put(AuthSchemeOptionResolverParams::new(()));
        config.store_put(self.limits.timeouts());
        config.store_put(stalls(operation, self.payload.upload, self.config));
        config.store_put(retries(operation.service, self.config.retry_policy()));

        let mut components = RuntimeComponentsBuilder::new("call")
            .with_http_client(Some(self.http_client))
            .with_endpoint_resolver(Some(StaticUriEndpointResolver::uri(
                self.target.url.as_str(),
            )))
            .with_retry_strategy(Some(Watched::shared(
                self.progress.clone(),
                self.payload.is_replayable,
            )))
            .with_retry_classifier(OnceIsEnough::new(
                operation,
                self.config,
                self.progress.clone(),
            ))
            .with_interceptor(self.progress);
        for checksum in self.payload.checksums.into_iter().flatten() {
            components.push_interceptor(checksum);
        }

        for interceptor in self.interceptors {
            components.push_interceptor(interceptor);
        }

        let (scheme, identity) = match self.scheme {
            Scheme::Bearer => {
                components.push_auth_scheme(BearerAuthScheme::new());
                let identity = self.credentials.identity_resolver();
                (HTTP_BEARER_AUTH_SCHEME_ID, identity)
            }
            Scheme::None => {
                components.push_auth_scheme(NoAuthScheme::new());
                let nobody = SharedIdentityResolver::new(NoAuthIdentityResolver::new());
                (NO_AUTH_SCHEME_ID, nobody)
            }
            Scheme::SigV4 => {
                let payload = self.payload.signable;
                config.store_put(signing(operation, &self.target.signing, payload));
                let scheme = match self.target.signing.region_set {
                    #[cfg(feature = "sigv4a")]
                    Some(_) => aws_runtime::auth::sigv4a::SCHEME_ID,
                    _ => sigv4::SCHEME_ID,
                };
                (scheme, self.credentials.identity_resolver())
            }
            #[cfg(feature = "roles-anywhere")]
            Scheme::X509 => {
                use crate::credentials::roles_anywhere::{SCHEME_ID, X509AuthScheme};

                let payload = self.payload.signable;
                config.store_put(signing(operation, &self.target.signing, payload));
                components.push_auth_scheme(X509AuthScheme);
                if let Some(certificate) = self.credentials.certificate() {
                    components.push_interceptor(certificate.clock.clone());
                }
                (SCHEME_ID, self.credentials.identity_resolver())
            }
        };
        components.set_identity_resolver(scheme.clone(), identity);
        components.set_auth_scheme_option_resolver(Some(StaticAuthSchemeOptionResolver::new(
            vec![scheme],
        )));

        StaticRuntimePlugin::new()
            .with_config(config.freeze())
            .with_runtime_components(components)
    }
}

/// How requests are signed: what the service's signatures are like, and for whom this one is.
pub(crate) fn signing(
    operation: &Operation,
    signing: &Signing,
    payload: Option<SignableBody<'static>>,
) -> SigV4OperationSigningConfig {
    let service = operation.service;
    // S3 takes paths as they are; every other service gets them normalised and encoded twice.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
    let is_s3 = service.signing_name == "s3";
    let mut options = SigningOptions::default();
    options.double_uri_encode = !is_s3 && !signing.disable_double_encoding;
    options.normalize_uri_path = !is_s3;
    // Those that want to be told the body's hash, or that there is none.
    options.content_sha256_header = is_s3
        || service.signing_name == "glacier"
        || !matches!(payload, None | Some(SignableBody::Precomputed(_)));
    options.payload_override = payload;

    let region = SdkRegion::new(signing.region.clone());
    SigV4OperationSigningConfig {
        region: Some(SigningRegion::from(region)),
        region_set: signing.region_set.as_ref().map(|regions| {
            regions
                .iter()
                .map(String::as_str)
                .collect::<SigningRegionSet>()
        }),
        name: Some(SigningName::from(signing.name.clone())),
        signing_options: options,
    }
}
