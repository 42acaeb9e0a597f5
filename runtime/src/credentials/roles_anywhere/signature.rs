//! Signs a request with a certificate's key: SigV4's canonical form, and no secret key behind it.
//! <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-sign-process.html>

use std::error::Error;
use std::fmt;
use std::fmt::Write as _;
use std::sync::Arc;
use std::time::SystemTime;

use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, Sign,
};
use aws_smithy_runtime_api::client::identity::{
    Identity, IdentityCacheLocation, IdentityFuture, ResolveIdentity, SharedIdentityResolver,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::{GetIdentityResolver, RuntimeComponents};
use aws_smithy_types::base64;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::{DateTime, Format};
use sha2::{Digest as _, Sha256};

use super::certificate::Loaded;
use super::service_clock::ServiceClock;
use crate::hex::hex;

/// What the engine calls it.
pub(crate) const SCHEME_ID: AuthSchemeId = AuthSchemeId::new("aws4-x509");

/// A certificate that requests are signed with, and the clock of the service that they go to.
#[derive(Clone)]
pub(crate) struct Certificate {
    loaded: Arc<Loaded>,
    pub(crate) clock: ServiceClock,
}

impl Certificate {
    pub(super) fn new(loaded: Loaded, clock: ServiceClock) -> Self {
        Self {
            loaded: Arc::new(loaded),
            clock,
        }
    }

    pub(super) fn sign(
        &self,
        request: &mut HttpRequest,
        scope: &Scope<'_>,
    ) -> Result<(), BoxError> {
        let Loaded {
            leaf,
            chain,
            signer,
        } = &*self.loaded;
        let algorithm = leaf.algorithm()?;
        let time = scope.time()?;
        let host = host(request.uri()).ok_or("the endpoint has no host")?;
        let headers = request.headers_mut();
        headers.insert("host", host);
        headers.insert("x-amz-date", time.clone());
        headers.insert("x-amz-x509", base64::encode(leaf.der()));
        if !chain.is_empty() {
            let chain: Vec<_> = chain.iter().map(|one| base64::encode(one.der())).collect();
            headers.insert("x-amz-x509-chain", chain.join(","));
        }

        let (canonical, signed_headers) = canonical(request, scope.body_hash)?;
        let scope_text = format!(
            "{}/{}/{}/aws4_request",
            &time[..8],
            scope.region,
            scope.service
        );
        let name = algorithm.name();
        let to_sign = format!(
            "{name}\n{time}\n{scope_text}\n{}",
            hex(Sha256::digest(&canonical))
        );
        let signature = signer.sign(algorithm, to_sign.as_bytes())?;
        if !algorithm.verify(leaf.public_key(), to_sign.as_bytes(), &signature) {
            return Err(NotItsKey.into());
        }
        let authorization = format!(
            "{name} Credential={}/{scope_text}, SignedHeaders={signed_headers}, Signature={}",
            leaf.serial(),
            hex(&signature),
        );
        request.headers_mut().insert("authorization", authorization);
        Ok(())
    }
}

/// What was signed cannot be verified with the certificate.
#[derive(Debug)]
pub(super) struct NotItsKey;

impl fmt::Display for NotItsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the signer's key is not the certificate's")
    }
}

impl Error for NotItsKey {}

/// What a signature is good for.
pub(super) struct Scope<'a> {
    pub(super) region: &'a str,
    pub(super) service: &'a str,
    pub(super) now: SystemTime,
    pub(super) body_hash: &'a str,
}

impl Scope<'_> {
    /// `20261122T120000Z`
    fn time(&self) -> Result<String, BoxError> {
        let whole = DateTime::from_secs(DateTime::from(self.now).secs());
        let shown = whole.fmt(Format::DateTime)?;
        Ok(shown.replace(['-', ':'], ""))
    }
}

/// The canonical request, and the names of the headers in it. The path and the query are this
/// operation's: `/sessions` and none.
fn canonical(request: &HttpRequest, body_hash: &str) -> Result<(String, String), BoxError> {
    const SIGNED: [&str; 5] = [
        "content-type",
        "host",
        "x-amz-date",
        "x-amz-x509",
        "x-amz-x509-chain",
    ];
    let path = path(request.uri()).ok_or("the endpoint has no path")?;
    let (mut lines, mut names) = (String::new(), Vec::new());
    for name in SIGNED {
        if let Some(value) = request.headers().get(name) {
            writeln!(lines, "{name}:{}", value.trim())?;
            names.push(name);
        }
    }
    let names = names.join(";");
    let method = request.method();
    let canonical = format!("{method}\n{path}\n\n{lines}\n{names}\n{body_hash}");
    Ok((canonical, names))
}

/// The host, and the port where the URI has one, which then is not the default one.
fn host(uri: &str) -> Option<String> {
    let uri: http::Uri = uri.parse().ok()?;
    let default = if uri.scheme_str() == Some("http") {
        80
    } else {
        443
    };
    let host = uri.host()?;
    Some(match uri.port_u16().filter(|port| *port != default) {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

fn path(uri: &str) -> Option<String> {
    let uri: http::Uri = uri.parse().ok()?;
    Some(uri.path().to_owned())
}

/// Its signer, as the engine takes it.
#[derive(Debug)]
pub(crate) struct X509AuthScheme;

impl AuthScheme for X509AuthScheme {
    fn scheme_id(&self) -> AuthSchemeId {
        SCHEME_ID
    }

    fn identity_resolver(
        &self,
        resolvers: &dyn GetIdentityResolver,
    ) -> Option<SharedIdentityResolver> {
        resolvers.identity_resolver(SCHEME_ID)
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

impl Sign for X509AuthScheme {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        _: AuthSchemeEndpointConfig<'_>,
        components: &RuntimeComponents,
        cfg: &ConfigBag,
    ) -> Result<(), BoxError> {
        let certificate = identity
            .data::<Certificate>()
            .expect("BUG: this scheme's identity is a certificate");
        let config = cfg
            .load::<SigV4OperationSigningConfig>()
            .expect("BUG: every signed call has its scope");
        let Some(SignableBody::Precomputed(body_hash)) = &config.signing_options.payload_override
        else {
            return Err("the body has no hash".into());
        };
        let now = components.time_source().unwrap_or_default().now();
        let scope = Scope {
            region: config.region.as_ref().map_or("", AsRef::as_ref),
            service: config.name.as_ref().map_or("", AsRef::as_ref),
            now: certificate.clock.there(now),
            body_hash,
        };
        certificate.sign(request, &scope)
    }
}

impl ResolveIdentity for Certificate {
    fn resolve_identity<'a>(
        &'a self,
        _: &'a RuntimeComponents,
        _: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        IdentityFuture::ready(Ok(Identity::new(self.clone(), None)))
    }

    fn cache_location(&self) -> IdentityCacheLocation {
        IdentityCacheLocation::IdentityResolver
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate").finish_non_exhaustive()
    }
}
