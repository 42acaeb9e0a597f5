//! IAM Roles Anywhere: a client certificate instead of keys.

mod bundle;
mod certificate;
mod fault;
mod private_key;
mod service_clock;
mod session;
mod signature;
mod signer;
#[cfg(test)]
mod tests;
mod x509;

use std::fmt;
use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials as Keys;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};

use super::arn::{Arn, InvalidArn, RoleArn};
use crate::config::{ClientConfig, SdkClientConfig};
use crate::engine::find;
use crate::{Credentials, Error, Region};
use service_clock::ServiceClock;
use session::{CreateSessionRequest, Session, create_session};
use signature::NotItsKey;
pub(crate) use signature::{Certificate, SCHEME_ID, X509AuthScheme};

pub use certificate::ClientCertificate;
pub use signer::{Signer, SigningAlgorithm};

/// The credentials of a role that a client certificate lets one take (IAM Roles Anywhere
/// `CreateSession`).
///
/// It turns into [`Credentials`], which fetch a session when a call needs one and again before it
/// ends. The official SDK takes them as a provider, too. What is wrong with the certificate, its
/// key or the ARNs is found before the service is asked, which would say `AccessDenied` to nearly
/// all of it, and comes out with the first call.
/// <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-create-session.html>
///
/// ```
/// use aws_operation::Credentials;
/// use aws_operation::roles_anywhere::{ClientCertificate, RolesAnywhere};
///
/// let credentials = Credentials::from(RolesAnywhere::new(
///     ClientCertificate::from_file("client.p12").with_password("…"),
///     "arn:aws:rolesanywhere:eu-west-1:123456789012:trust-anchor/…",
///     "arn:aws:rolesanywhere:eu-west-1:123456789012:profile/…",
///     "arn:aws:iam::123456789012:role/Reader",
/// ));
/// ```
#[derive(Clone)]
#[must_use = "it is a description; turn it into `Credentials`"]
pub struct RolesAnywhere {
    certificate: ClientCertificate,
    trust_anchor_arn: String,
    profile_arn: String,
    role_arn: String,
    region: Option<Region>,
    duration: Option<Duration>,
    session_name: Option<String>,
    config: SdkClientConfig,
    clock: ServiceClock,
}

impl RolesAnywhere {
    /// The role that this certificate may take, by the trust anchor and the profile.
    pub fn new(
        certificate: ClientCertificate,
        trust_anchor_arn: impl Into<String>,
        profile_arn: impl Into<String>,
        role_arn: impl Into<String>,
    ) -> Self {
        Self {
            certificate,
            trust_anchor_arn: trust_anchor_arn.into(),
            profile_arn: profile_arn.into(),
            role_arn: role_arn.into(),
            region: None,
            duration: None,
            session_name: None,
            config: SdkClientConfig::default(),
            clock: ServiceClock::default(),
        }
    }

    /// Sets the region to ask in. Unset, it is the trust anchor's; another one is an error.
    pub fn region(mut self, region: Region) -> Self {
        self.region = Some(region);
        self
    }

    /// Sets how long a session lasts: 15 minutes to 12 hours, at most what the profile says. Unset,
    /// it is as long as that.
    pub fn duration(mut self, duration: Duration) -> Self {
        self.duration = Some(duration);
        self
    }

    /// Sets the session's name, which most profiles refuse (`acceptRoleSessionName`). Unset, it is
    /// the certificate's serial number.
    pub fn session_name(mut self, name: impl Into<String>) -> Self {
        self.session_name = Some(name.into());
        self
    }

    /// Sets how the service is called: FIPS, dual stack, endpoint, timeouts and retries.
    pub fn client_config(mut self, config: &(impl ClientConfig + ?Sized)) -> Self {
        self.config = config.settings().or(&self.config);
        self
    }

    async fn fetch(&self) -> Result<Keys, CredentialsError> {
        let wrong = |fault: String| CredentialsError::invalid_configuration(fault);
        let role = RoleArn::new(&self.role_arn).map_err(|fault| wrong(fault.to_string()))?;
        let region = self.checked_region().map_err(wrong)?;
        let duration_seconds = self.duration.map(super::sts::duration_seconds);
        let request = CreateSessionRequest {
            duration_seconds: duration_seconds.transpose().map_err(wrong)?,
            profile_arn: &self.profile_arn,
            role_arn: role.as_str(),
            role_session_name: self.session_name.as_deref(),
            trust_anchor_arn: &self.trust_anchor_arn,
        };

        let credentials = self.signing_credentials().await?;
        let call = || create_session(&credentials, region, &request).client_config(&self.config);
        let ahead = self.clock.ahead();
        let mut answer = call().await;
        // What this computer's clock spoilt is tried once more, with the service's.
        if answer.is_err() && self.clock.ahead() != ahead {
            answer = call().await;
        }
        let answer = answer.map_err(|error| refused(error.into()))?;
        let session = answer.credential_set.into_iter().next();
        let session = session.ok_or_else(|| unusable("the answer has no credentials in it"))?;
        self.checked(session, &role)
    }

    /// The certificate as what a call is signed with.
    async fn signing_credentials(&self) -> Result<Credentials, CredentialsError> {
        let certificate = self.certificate.clone();
        // Files are read, and keys derived from passwords, which is made to be slow.
        let loaded = tokio::task::spawn_blocking(move || certificate.load())
            .await
            .map_err(CredentialsError::unhandled)??;
        loaded.leaf.check(self.clock.there(SystemTime::now()))?;
        Ok(Credentials::from_certificate(Certificate::new(
            loaded,
            self.clock.clone(),
        )))
    }

    /// The region that all settings agree on.
    fn checked_region(&self) -> Result<Region, String> {
        let anchor = roles_anywhere_region(&self.trust_anchor_arn, "trust-anchor/")?;
        let profile = roles_anywhere_region(&self.profile_arn, "profile/")?;
        let region = self.region.unwrap_or(anchor);
        if anchor != profile || anchor != region {
            return Err(format!(
                "the trust anchor is in {anchor}, the profile in {profile}, and {region} is asked; \
                 Roles Anywhere takes them from one region only"
            ));
        }
        Ok(region)
    }

    /// Whoever answers could hand out keys of its own: they have to be of the role asked for.
    fn checked(&self, session: Session, role: &RoleArn) -> Result<Keys, CredentialsError> {
        let user = &session.assumed_role_user.arn;
        let is_role = session
            .role_arn
            .as_deref()
            .is_none_or(|arn| arn == role.as_str());
        let is_user = Arn::parse(user).is_some_and(|arn| {
            let mut parts = arn.resource.split('/');
            arn.service == "sts"
                && arn.account == role.account()
                && parts.next() == Some("assumed-role")
                && parts.next() == Some(role.name())
        });
        if !(is_role && is_user) {
            return Err(unusable(
                "the answer has credentials of another role than was asked for",
            ));
        }
        let made = session.credentials;
        let expiration = SystemTime::try_from(made.expiration)
            .map_err(|_| unusable("the answer has an expiration that no clock can show"))?;
        Ok(Keys::builder()
            .access_key_id(made.access_key_id)
            .secret_access_key(made.secret_access_key)
            .session_token(made.session_token)
            .expiry(self.clock.here(expiration))
            .account_id(role.account())
            .provider_name("RolesAnywhere")
            .build())
    }
}

/// The region in an ARN of this service's: `arn:aws:rolesanywhere:eu-west-1:123456789012:profile/…`.
fn roles_anywhere_region(text: &str, kind: &'static str) -> Result<Region, String> {
    let invalid = |what, example| {
        InvalidArn {
            text: text.to_owned(),
            what,
            example,
        }
        .to_string()
    };
    let what = match kind {
        "profile/" => (
            "a profile of Roles Anywhere",
            "arn:aws:rolesanywhere:eu-west-1:123456789012:profile/…",
        ),
        _ => (
            "a trust anchor of Roles Anywhere",
            "arn:aws:rolesanywhere:eu-west-1:123456789012:trust-anchor/…",
        ),
    };
    match Arn::parse(text) {
        Some(arn) if arn.service == "rolesanywhere" && arn.resource.starts_with(kind) => {
            Region::new(arn.region).map_err(|error| error.to_string())
        }
        _ => Err(invalid(what.0, what.1)),
    }
}

fn unusable(fault: &'static str) -> CredentialsError {
    CredentialsError::unhandled(fault)
}

/// An error of the service's, told apart by whether asking again can help.
fn refused(error: Error) -> CredentialsError {
    let stays = matches!(
        error.code(),
        Some("ResourceNotFoundException" | "ValidationException")
    );
    if stays || find::<NotItsKey>(&error).is_some() {
        CredentialsError::invalid_configuration(error)
    } else {
        CredentialsError::provider_error(error)
    }
}

impl ProvideCredentials for RolesAnywhere {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.fetch())
    }
}

impl From<RolesAnywhere> for Credentials {
    fn from(source: RolesAnywhere) -> Self {
        Self::from_provider(source)
    }
}

impl fmt::Debug for RolesAnywhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RolesAnywhere")
            .field("certificate", &self.certificate)
            .field("trust_anchor_arn", &self.trust_anchor_arn)
            .field("profile_arn", &self.profile_arn)
            .field("role_arn", &self.role_arn)
            .field("region", &self.region)
            .finish_non_exhaustive()
    }
}
