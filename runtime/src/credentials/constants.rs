//! What an access key and what Roles Anywhere need, in one place.

mod constant;
#[cfg(feature = "toml")]
mod file;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::fmt;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::config::parse_duration;
#[cfg(feature = "roles-anywhere")]
use crate::credentials::roles_anywhere::{ClientCertificate, RolesAnywhere};
use crate::{Credentials, StaticCredentials};
use constant::Constant;

/// The settings that credentials are made from: by [`static_credentials`] for development, and by
/// `temporary_credentials` (feature `roles-anywhere`) for production.
///
/// They come from code, from environment variables ([`from_env`](Self::from_env)), or from a TOML
/// file with any number of named sets (`from_file`, feature `toml`).
///
/// | setting | environment variable | what it is |
/// | --- | --- | --- |
/// | `access_key` | `AWS_OPERATION_ACCESS_KEY` | an access key's id |
/// | `secret_access_key` | `AWS_OPERATION_SECRET_ACCESS_KEY` | and its secret |
/// | `client_certificate_id` | `AWS_OPERATION_CLIENT_CERTIFICATE_ID` | an entry of `CLIENT_CERTIFICATES`, or a PEM or PKCS#12 file, or two files (certificate and key) with a comma between them |
/// | `client_certificate_password` | `AWS_OPERATION_CLIENT_CERTIFICATE_PASSWORD` | the password of the PKCS#12 or of the key |
/// | `duration` | `AWS_OPERATION_DURATION` | how long a session lasts: in seconds, or with a unit as in `1h` |
/// | `profile_arn` | `AWS_OPERATION_PROFILE_ARN` | the profile of Roles Anywhere |
/// | `role_arn` | `AWS_OPERATION_ROLE_ARN` | the role to take |
/// | `session_name` | `AWS_OPERATION_SESSION_NAME` | the session's name, for profiles that take one |
/// | `trust_anchor_arn` | `AWS_OPERATION_TRUST_ANCHOR_ARN` | the trust anchor of Roles Anywhere |
///
/// Values are wiped from memory when they are dropped, and `Debug` does not show the secrets.
///
/// ```
/// use aws_operation::{AuthenticationConstants, static_credentials};
///
/// let constants = AuthenticationConstants::new()
///     .with_access_key("AKIAIOSFODNN7EXAMPLE")
///     .with_secret_access_key("…");
/// let credentials = static_credentials(&constants)?;
/// # Ok::<(), aws_operation::InvalidAuthenticationConstants>(())
/// ```
#[derive(Clone, Default)]
pub struct AuthenticationConstants {
    values: BTreeMap<Constant, Zeroizing<String>>,
}

impl AuthenticationConstants {
    /// Settings of which none is set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads the environment variables in the table above. One that is empty is unset.
    ///
    /// # Errors
    /// When a value is not Unicode, or `AWS_OPERATION_DURATION` is no duration.
    pub fn from_env() -> Result<Self, InvalidAuthenticationConstants> {
        let mut constants = Self::new();
        for constant in Constant::ALL {
            let variable = constant.variable();
            match env::var(&variable) {
                Ok(value) => constants.read(constant, value, &variable)?,
                Err(env::VarError::NotPresent) => {}
                Err(env::VarError::NotUnicode(_)) => {
                    return Err(invalid(format!("{variable} is not Unicode")));
                }
            }
        }
        Ok(constants)
    }

    /// Takes a value that was found in `place`.
    fn read(
        &mut self,
        constant: Constant,
        value: String,
        place: &str,
    ) -> Result<(), InvalidAuthenticationConstants> {
        let value = Zeroizing::new(value);
        if constant == Constant::Duration && !value.is_empty() && duration(&value).is_none() {
            return Err(invalid(format!(
                "{place} is {:?}, which is no duration: seconds, or a number with a unit, for \
                 example `1h`",
                value.as_str()
            )));
        }
        self.set(constant, value);
        Ok(())
    }

    fn set(&mut self, constant: Constant, value: Zeroizing<String>) {
        if value.is_empty() {
            self.values.remove(&constant);
        } else {
            self.values.insert(constant, value);
        }
    }

    fn with(mut self, constant: Constant, value: String) -> Self {
        self.set(constant, Zeroizing::new(value));
        self
    }

    /// Sets an access key's id.
    #[must_use]
    pub fn with_access_key(self, id: impl Into<String>) -> Self {
        self.with(Constant::AccessKey, id.into())
    }

    /// Sets the access key's secret.
    #[must_use]
    pub fn with_secret_access_key(self, secret: impl Into<String>) -> Self {
        self.with(Constant::SecretAccessKey, secret.into())
    }

    /// Sets which certificate is shown: see the table above.
    #[must_use]
    pub fn with_client_certificate_id(self, id: impl Into<String>) -> Self {
        self.with(Constant::ClientCertificateId, id.into())
    }

    /// Sets the password of the PKCS#12 or of the certificate's key.
    #[must_use]
    pub fn with_client_certificate_password(self, password: impl Into<String>) -> Self {
        self.with(Constant::ClientCertificatePassword, password.into())
    }

    /// Sets how long a session lasts: 15 minutes to 12 hours.
    #[must_use]
    pub fn with_duration(self, duration: Duration) -> Self {
        self.with(Constant::Duration, duration.as_secs().to_string())
    }

    /// Sets the profile of Roles Anywhere.
    #[must_use]
    pub fn with_profile_arn(self, arn: impl Into<String>) -> Self {
        self.with(Constant::ProfileArn, arn.into())
    }

    /// Sets the role to take.
    #[must_use]
    pub fn with_role_arn(self, arn: impl Into<String>) -> Self {
        self.with(Constant::RoleArn, arn.into())
    }

    /// Sets the session's name.
    #[must_use]
    pub fn with_session_name(self, name: impl Into<String>) -> Self {
        self.with(Constant::SessionName, name.into())
    }

    /// Sets the trust anchor of Roles Anywhere.
    #[must_use]
    pub fn with_trust_anchor_arn(self, arn: impl Into<String>) -> Self {
        self.with(Constant::TrustAnchorArn, arn.into())
    }

    fn get(&self, constant: Constant) -> Option<&str> {
        self.values.get(&constant).map(|value| value.as_str())
    }

    /// The values of what `purpose` needs.
    ///
    /// # Errors
    /// When one is missing: all that are get named.
    fn need<const N: usize>(
        &self,
        purpose: &str,
        needed: [Constant; N],
    ) -> Result<[&str; N], InvalidAuthenticationConstants> {
        let missing: Vec<Constant> = needed
            .into_iter()
            .filter(|constant| self.get(*constant).is_none())
            .collect();
        if missing.is_empty() {
            return Ok(needed.map(|constant| self.get(constant).unwrap_or_default()));
        }
        let named = |name: fn(Constant) -> String| {
            let names: Vec<String> = missing.iter().map(|constant| name(*constant)).collect();
            names.join(", ")
        };
        Err(invalid(format!(
            "{purpose} need {}; set them in code or in the file of constants, or in the environment: {}",
            named(|constant| format!("`{}`", constant.name())),
            named(Constant::variable),
        )))
    }
}

/// Makes credentials of `access_key` and `secret_access_key`: for development.
///
/// # Errors
/// When one of them is missing.
pub fn static_credentials(
    constants: &AuthenticationConstants,
) -> Result<Credentials, InvalidAuthenticationConstants> {
    let [id, secret] = constants.need(
        "static credentials",
        [Constant::AccessKey, Constant::SecretAccessKey],
    )?;
    Ok(StaticCredentials::new(id, secret).into())
}

/// Makes credentials of a role, by IAM Roles Anywhere, from `client_certificate_id`,
/// `trust_anchor_arn`, `profile_arn` and `role_arn`, and what is set of `client_certificate_password`,
/// `duration` and `session_name`: for production.
///
/// `region` is that of the trust anchor and of the profile. Nothing is read or sent before the first
/// call; make one handle, and use it for all of them.
///
/// # Errors
/// When one that is needed is missing.
#[cfg(feature = "roles-anywhere")]
pub fn temporary_credentials(
    constants: &AuthenticationConstants,
    region: crate::Region,
) -> Result<Credentials, InvalidAuthenticationConstants> {
    let [certificate, trust_anchor, profile, role] = constants.need(
        "temporary credentials",
        [
            Constant::ClientCertificateId,
            Constant::TrustAnchorArn,
            Constant::ProfileArn,
            Constant::RoleArn,
        ],
    )?;
    let mut certificate = ClientCertificate::from_id(certificate);
    if let Some(password) = constants.get(Constant::ClientCertificatePassword) {
        certificate = certificate.with_password(password);
    }
    let mut source = RolesAnywhere::new(certificate, trust_anchor, profile, role).region(region);
    if let Some(duration) = constants.get(Constant::Duration).and_then(duration) {
        source = source.duration(duration);
    }
    if let Some(name) = constants.get(Constant::SessionName) {
        source = source.session_name(name);
    }
    Ok(source.into())
}

/// `3600` or `1h`.
fn duration(text: &str) -> Option<Duration> {
    let seconds = text.parse().ok().map(Duration::from_secs);
    seconds.or_else(|| parse_duration(text))
}

/// Shows what is set. Secrets are not shown.
impl fmt::Debug for AuthenticationConstants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("AuthenticationConstants");
        for (constant, value) in &self.values {
            if constant.is_secret() {
                shown.field(constant.name(), &format_args!("[redacted]"));
            } else {
                shown.field(constant.name(), &value.as_str());
            }
        }
        shown.finish()
    }
}

/// Constants that are missing, or that are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidAuthenticationConstants {
    fault: String,
}

fn invalid(fault: String) -> InvalidAuthenticationConstants {
    InvalidAuthenticationConstants { fault }
}

impl fmt::Display for InvalidAuthenticationConstants {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fault)
    }
}

impl Error for InvalidAuthenticationConstants {}
