//! Signs as AWS's own SDKs do, without a word in the log.
//!
//! The stock signer prints the headers that it signs at TRACE as they are, and some are secrets:
//! S3's `x-amz-server-side-encryption-customer-key` is one.

use aws_runtime::auth::sigv4::SigV4AuthScheme;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign,
};
use aws_smithy_runtime_api::client::identity::{Identity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::config_bag::ConfigBag;
use tracing::dispatcher::{self, Dispatch};

/// [`SigV4AuthScheme`] with nobody listening.
#[derive(Debug, Default)]
pub(crate) struct QuietSigV4 {
    loud: SigV4AuthScheme,
}

impl AuthScheme for QuietSigV4 {
    fn scheme_id(&self) -> AuthSchemeId {
        self.loud.scheme_id()
    }

    fn identity_resolver(
        &self,
        resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        self.loud.identity_resolver(resolvers)
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for QuietSigV4 {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        endpoint: AuthSchemeEndpointConfig<'_>,
        components: &RuntimeComponents,
        cfg: &ConfigBag,
    ) -> Result<(), BoxError> {
        let signer = self.loud.signer();
        dispatcher::with_default(&Dispatch::none(), || {
            signer.sign_http_request(request, identity, endpoint, components, cfg)
        })
    }
}
