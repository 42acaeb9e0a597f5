//! Signs as AWS's own SDKs do, without a word in the log.
//!
//! The stock signer prints the headers that it signs at TRACE as they are, and some are secrets:
//! S3's `x-amz-server-side-encryption-customer-key` is one.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign,
};
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::config_bag::ConfigBag;
use tracing::dispatcher::{self, Dispatch};

/// A scheme of AWS's that signs, with nobody listening.
#[derive(Debug, Default)]
pub(crate) struct Quiet<S>(S);

impl<S: AuthScheme> AuthScheme for Quiet<S> {
    fn scheme_id(&self) -> AuthSchemeId {
        self.0.scheme_id()
    }

    fn identity_resolver(
        &self,
        resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        self.0.identity_resolver(resolvers)
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl<S: AuthScheme> Sign for Quiet<S> {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        endpoint: AuthSchemeEndpointConfig<'_>,
        components: &RuntimeComponents,
        cfg: &ConfigBag,
    ) -> Result<(), BoxError> {
        let signer = self.0.signer();
        dispatcher::with_default(&Dispatch::none(), || {
            signer.sign_http_request(request, identity, endpoint, components, cfg)
        })
    }
}
