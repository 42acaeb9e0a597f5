//! Who calls: credentials and where they come from.

mod arn;
mod bearer;
mod cache;
mod constants;
#[cfg(feature = "default-chain")]
mod default_chain;
mod environment;
mod keys;
#[cfg(feature = "roles-anywhere")]
pub mod roles_anywhere;
mod source;
mod sts;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Weak};

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCacheLocation, IdentityFuture, ResolveIdentity, SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use cache::Cache;
use source::Source;

pub use bearer::BearerToken;
#[cfg(feature = "roles-anywhere")]
pub use constants::temporary_credentials;
pub use constants::{AuthenticationConstants, InvalidAuthenticationConstants, static_credentials};
pub use keys::{StaticCredentials, TemporaryCredentials};
pub use sts::{
    AssumeRole, CallerIdentity, GetCallerIdentityError, WebIdentity, validate_credentials,
};

/// The credentials that calls are signed with: a handle to their source, cheap to clone.
///
/// Every source turns into it: [`StaticCredentials`], [`TemporaryCredentials`], AWS's default
/// chain ([`Credentials::default_chain`]), and whatever implements the official SDK's
/// [`ProvideCredentials`] ([`Credentials::from_provider`]). The other way round, the official SDK
/// takes it as a credentials provider. A [`BearerToken`] turns into it, too, for the operations
/// that take one.
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
    kind: Kind,
    /// The source as the engine takes it: made once, so that it is the same one for every call.
    identity: SharedIdentityResolver,
    /// What answers in the place of AWS.
    #[cfg(any(test, feature = "test-util"))]
    mock: Option<crate::mock::MockConnector>,
}

#[derive(Clone)]
enum Kind {
    #[cfg(feature = "roles-anywhere")]
    Certificate(roles_anywhere::Certificate),
    Keys(Arc<Cache>),
    Token,
}

/// What credentials prove who calls with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Proof {
    /// Signatures of a certificate's key. Only this crate itself makes such credentials.
    #[cfg(feature = "roles-anywhere")]
    Certificate,
    /// Signatures with a secret key.
    Keys,
    /// The token itself. Nothing can be signed with it.
    Token,
}

impl Credentials {
    /// Credentials from a provider of the official SDK, or from one of your own.
    ///
    /// The provider is asked when a call needs it, by one call at a time, and again some minutes
    /// before what it gave ends; until then calls go on with that. Credentials without an end are
    /// asked for again after 15 minutes, as the official SDK does it.
    ///
    /// One that has not answered after 30 seconds has failed; after 5, while what it gave before is
    /// valid. One that failed is asked again after a second, then after two, up to a minute; after
    /// five minutes when it said that its configuration is invalid. Calls that need it before get
    /// the same error. One that panics takes the calls with it that wait for it.
    pub fn from_provider(provider: impl ProvideCredentials + 'static) -> Self {
        Self::from_source(Source::provider(provider))
    }

    /// Credentials from `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and, where they are set,
    /// `AWS_SESSION_TOKEN`, `AWS_CREDENTIAL_EXPIRATION` and `AWS_ACCOUNT_ID`.
    ///
    /// They are read when a call needs them. For all the other places where AWS's tools look, there
    /// is `Credentials::default_chain`.
    pub fn environment() -> Self {
        Self::from_provider(environment::Environment)
    }

    /// Credentials from where AWS's tools look for them: the environment, the profile in
    /// `~/.aws`, a web identity token, the container, the instance.
    ///
    /// Nothing is read before the first call.
    #[cfg(feature = "default-chain")]
    pub fn default_chain() -> Self {
        Self::from_provider(default_chain::DefaultChain::default())
    }

    /// Gives the source a name, which log events of its fetches have: `production`. It is the
    /// name for all clones, and the first one counts. Without one, they have the provider's type.
    #[must_use]
    pub fn with_name(self, name: impl Into<Cow<'static, str>>) -> Self {
        if let Some(cache) = self.cache() {
            cache.set_name(name.into());
        }
        self
    }

    /// Forgets what the source gave, and how it failed: the next call asks it again.
    ///
    /// For when AWS says that a session has ended before its time, or when somebody has changed a
    /// file.
    pub fn forget(&self) {
        if let Some(cache) = self.cache() {
            cache.forget();
        }
    }

    /// The same, for calls that are answered by a mock.
    #[cfg(any(test, feature = "test-util"))]
    pub(crate) fn with_mock(mut self, mock: crate::mock::MockConnector) -> Self {
        self.mock = Some(mock);
        self
    }

    /// What answers in the place of AWS.
    #[cfg(any(test, feature = "test-util"))]
    pub(crate) fn mock(&self) -> Option<&crate::mock::MockConnector> {
        self.mock.as_ref()
    }

    fn from_source(source: Source) -> Self {
        Self::from_cache(Cache::new(source))
    }

    fn from_cache(cache: Cache) -> Self {
        let cache = Arc::new(cache);
        Self::new(Kind::Keys(Arc::clone(&cache)), IdentityFromCache(cache))
    }

    fn new(kind: Kind, identity: impl ResolveIdentity + 'static) -> Self {
        Self {
            kind,
            identity: SharedIdentityResolver::new(identity),
            #[cfg(any(test, feature = "test-util"))]
            mock: None,
        }
    }

    /// What its clones have in common, and nobody else.
    pub(crate) fn id(&self) -> CredentialsId {
        CredentialsId(self.cache().map_or_else(Weak::new, Arc::downgrade))
    }

    /// What keeps the keys, where there are keys.
    fn cache(&self) -> Option<&Arc<Cache>> {
        if let Kind::Keys(cache) = &self.kind {
            Some(cache)
        } else {
            None
        }
    }

    pub(crate) fn proof(&self) -> Proof {
        match self.kind {
            #[cfg(feature = "roles-anywhere")]
            Kind::Certificate(_) => Proof::Certificate,
            Kind::Keys(_) => Proof::Keys,
            Kind::Token => Proof::Token,
        }
    }

    /// What the one operation that takes a certificate is signed with.
    #[cfg(feature = "roles-anywhere")]
    fn from_certificate(certificate: roles_anywhere::Certificate) -> Self {
        Self::new(Kind::Certificate(certificate.clone()), certificate)
    }

    /// The certificate, where it is one.
    #[cfg(feature = "roles-anywhere")]
    pub(crate) fn certificate(&self) -> Option<&roles_anywhere::Certificate> {
        match &self.kind {
            Kind::Certificate(certificate) => Some(certificate),
            Kind::Keys(_) | Kind::Token => None,
        }
    }

    /// What the engine asks: always the same resolver, which does its own caching.
    pub(crate) fn identity_resolver(&self) -> SharedIdentityResolver {
        self.identity.clone()
    }
}

/// Tells handles apart. It keeps no secret: what the handle held is wiped with the last clone.
///
/// Nothing is kept for bearer tokens, so that they need not be told apart.
#[derive(Debug)]
pub(crate) struct CredentialsId(Weak<Cache>);

impl PartialEq for CredentialsId {
    fn eq(&self, other: &Self) -> bool {
        self.0.ptr_eq(&other.0)
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

impl From<BearerToken> for Credentials {
    fn from(token: BearerToken) -> Self {
        Self::new(Kind::Token, token)
    }
}

/// Names the source. Keys are not shown.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Credentials");
        match &self.kind {
            Kind::Keys(cache) => shown.field("keys", cache),
            Kind::Token => shown.field("source", &format_args!("BearerToken")),
            #[cfg(feature = "roles-anywhere")]
            Kind::Certificate(_) => shown.field("source", &format_args!("Certificate")),
        };
        shown.finish_non_exhaustive()
    }
}

/// A bearer token is no answer to those who ask for keys.
impl ProvideCredentials for Credentials {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            let cache = self.cache().ok_or_else(|| {
                CredentialsError::not_loaded("there is a bearer token, and no keys to sign with")
            })?;
            Ok(cache.get().await?.credentials)
        })
    }

    fn fallback_on_interrupt(&self) -> Option<aws_credential_types::Credentials> {
        Some(self.cache()?.current()?.credentials)
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
