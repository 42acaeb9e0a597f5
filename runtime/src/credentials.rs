//! Who calls: credentials and where they come from.

mod cache;
#[cfg(feature = "default-chain")]
mod default_chain;
mod keys;
mod source;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;

use aws_credential_types::provider::{ProvideCredentials, future};
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCacheLocation, IdentityFuture, ResolveIdentity, SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use cache::Cache;
use source::Source;

pub use keys::{StaticCredentials, TemporaryCredentials};

/// The credentials that calls are signed with: a handle to their source, cheap to clone.
///
/// Every source turns into it: [`StaticCredentials`], [`TemporaryCredentials`], AWS's default
/// chain ([`Credentials::default_chain`]), and whatever implements the official SDK's
/// [`ProvideCredentials`] ([`Credentials::from_provider`]). The other way round, the official SDK
/// takes it as a credentials provider.
///
/// What a source gives is kept until shortly before it expires, and shared by all clones: make one
/// handle and use it for every call. Many calls at once ask the source once. A source that fails
/// while what it gave before is still valid does no harm.
///
/// ```
/// use aws_operation::{Credentials, StaticCredentials};
///
/// let credentials = Credentials::from(StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret"));
/// assert!(!format!("{credentials:?}").contains("secret"));
/// ```
#[derive(Clone)]
pub struct Credentials {
    cache: Arc<Cache>,
    /// The cache as the engine takes it: made once, so that it is the same one for every call.
    identity: SharedIdentityResolver,
}

impl Credentials {
    /// Credentials from a provider of the official SDK, or from one of your own.
    ///
    /// The provider is asked when a call needs it. One that has not answered after 30 seconds has
    /// failed; after 5, while what it gave before is valid. One that panics takes the calls with it
    /// that wait for it. Credentials without an expiration are asked for
    /// again after 15 minutes, as the official SDK does it.
    pub fn from_provider(provider: impl ProvideCredentials + 'static) -> Self {
        Self::from_source(Source::provider(provider))
    }

    /// Credentials from where AWS's tools look for them: the environment, the profile in
    /// `~/.aws`, a web identity token, the container, the instance.
    ///
    /// Nothing is read before the first call.
    #[cfg(feature = "default-chain")]
    pub fn default_chain() -> Self {
        Self::from_provider(default_chain::DefaultChain::default())
    }

    fn from_source(source: Source) -> Self {
        Self::from_cache(Cache::new(source))
    }

    fn from_cache(cache: Cache) -> Self {
        let cache = Arc::new(cache);
        let identity = SharedIdentityResolver::new(IdentityFromCache(Arc::clone(&cache)));
        Self { cache, identity }
    }

    /// What the engine asks: always the same resolver, which does its own caching.
    pub(crate) fn identity_resolver(&self) -> SharedIdentityResolver {
        self.identity.clone()
    }
}

impl From<StaticCredentials> for Credentials {
    fn from(credentials: StaticCredentials) -> Self {
        Self::from_source(credentials.into())
    }
}

impl From<TemporaryCredentials> for Credentials {
    fn from(credentials: TemporaryCredentials) -> Self {
        Self::from_source(credentials.into())
    }
}

/// Names the source. Keys are not shown.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("source", self.cache.source())
            .finish_non_exhaustive()
    }
}

impl ProvideCredentials for Credentials {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async { Ok(self.cache.get().await?.credentials) })
    }

    fn fallback_on_interrupt(&self) -> Option<aws_credential_types::Credentials> {
        self.cache.current().map(|valid| valid.credentials)
    }
}

#[derive(Debug)]
struct IdentityFromCache(Arc<Cache>);

impl ResolveIdentity for IdentityFromCache {
    fn resolve_identity<'a>(
        &'a self,
        _: &'a RuntimeComponents,
        _: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::new(async { Ok(self.0.get().await?.identity) })
    }

    fn fallback_on_interrupt(&self) -> Option<Identity> {
        self.0.current().map(|valid| valid.identity)
    }

    fn cache_location(&self) -> IdentityCacheLocation {
        IdentityCacheLocation::IdentityResolver
    }
}
