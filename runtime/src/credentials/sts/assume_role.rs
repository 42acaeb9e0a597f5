//! A role that some credentials may take.

use std::fmt;
use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::Credentials as Keys;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_smithy_runtime_api::box_error::BoxError;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::api::{self, AssumeRoleRequest, PolicyDescriptorType, Tag};
use super::{check_session_name, refused, session};
use crate::config::{ClientConfig, SdkClientConfig};
use crate::credentials::arn::RoleArn;
use crate::credentials::source::Source;
use crate::{Credentials, Region};

/// The credentials of a role that other credentials may take (STS `AssumeRole`).
///
/// It turns into [`Credentials`], which fetch a session when a call needs one and again before it
/// ends. The base is any other source: another role makes a chain, whose sessions AWS ends after an
/// hour at most. What is wrong with these settings comes out with the first call.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
///
/// ```
/// use aws_operation::{AssumeRole, Credentials, Region, StaticCredentials};
///
/// let base = StaticCredentials::new("AKIA…", "…");
/// let role = "arn:aws:iam::123456789012:role/Reader";
/// let credentials = Credentials::from(
///     AssumeRole::new(base, Region::EuWest1, role)
///         .external_id("customer-42")
///         .session_tag("project", "lighthouse"),
/// );
/// ```
#[derive(Clone)]
#[must_use = "it is a description; turn it into `Credentials`"]
pub struct AssumeRole {
    base: Credentials,
    region: Region,
    role_arn: String,
    session_name: Option<String>,
    duration: Option<Duration>,
    external_id: Option<String>,
    policy: Option<String>,
    policy_arns: Vec<String>,
    session_tags: Vec<(String, String)>,
    transitive_tag_keys: Vec<String>,
    source_identity: Option<String>,
    mfa: Option<Mfa>,
    config: SdkClientConfig,
}

#[derive(Clone)]
struct Mfa {
    serial_number: String,
    code: Arc<dyn Fn() -> BoxFuture<'static, Result<String, BoxError>> + Send + Sync>,
}

impl AssumeRole {
    /// The role with this ARN, as `base` may take it, from STS in `region`.
    pub fn new(base: impl Into<Credentials>, region: Region, role_arn: impl Into<String>) -> Self {
        Self {
            base: base.into(),
            region,
            role_arn: role_arn.into(),
            session_name: None,
            duration: None,
            external_id: None,
            policy: None,
            policy_arns: Vec::new(),
            session_tags: Vec::new(),
            transitive_tag_keys: Vec::new(),
            source_identity: None,
            mfa: None,
            config: SdkClientConfig::default(),
        }
    }

    /// Sets the session's name, which AWS's logs show: 2 to 64 letters, digits and `_+=,.@-`.
    /// Unset, it is `aws-operation-` and the time.
    pub fn session_name(mut self, name: impl Into<String>) -> Self {
        self.session_name = Some(name.into());
        self
    }

    /// Sets how long a session lasts: 15 minutes to 12 hours, at most what the role allows. Unset,
    /// it is an hour.
    pub fn duration(mut self, duration: Duration) -> Self {
        self.duration = Some(duration);
        self
    }

    /// Sets what the role's owner wants to hear from third parties.
    pub fn external_id(mut self, id: impl Into<String>) -> Self {
        self.external_id = Some(id.into());
        self
    }

    /// Sets a policy, as JSON, that takes rights away from the session.
    pub fn policy(mut self, policy: impl Into<String>) -> Self {
        self.policy = Some(policy.into());
        self
    }

    /// Adds a managed policy, by its ARN, that takes rights away from the session.
    pub fn policy_arn(mut self, arn: impl Into<String>) -> Self {
        self.policy_arns.push(arn.into());
        self
    }

    /// Adds a tag to the session.
    pub fn session_tag(mut self, key: impl Into<String>, value: impl Into<String>) -> Self {
        self.session_tags.push((key.into(), value.into()));
        self
    }

    /// Adds a tag to the session that stays with it when it takes another role.
    pub fn transitive_session_tag(self, key: impl Into<String>, value: impl Into<String>) -> Self {
        let key = key.into();
        let mut tagged = self.session_tag(key.clone(), value);
        tagged.transitive_tag_keys.push(key);
        tagged
    }

    /// Sets who is behind the session, which no later role can change.
    pub fn source_identity(mut self, identity: impl Into<String>) -> Self {
        self.source_identity = Some(identity.into());
        self
    }

    /// Sets the device (its serial number or ARN) whose code the role wants, and who asks for the
    /// code, each time that a session is fetched: for up to five minutes.
    pub fn mfa<F, C>(mut self, serial_number: impl Into<String>, code: F) -> Self
    where
        F: Fn() -> C + Send + Sync + 'static,
        C: Future<Output = Result<String, BoxError>> + Send + 'static,
    {
        self.mfa = Some(Mfa {
            serial_number: serial_number.into(),
            code: Arc::new(move || code().boxed()),
        });
        self
    }

    /// Sets how STS is called: its endpoint, timeouts and retries.
    pub fn client_config(mut self, config: &(impl ClientConfig + ?Sized)) -> Self {
        self.config = config.settings().or(&self.config);
        self
    }

    async fn fetch(&self) -> Result<Keys, CredentialsError> {
        let wrong = |fault: String| CredentialsError::invalid_configuration(fault);
        let role = RoleArn::new(&self.role_arn).map_err(|fault| wrong(fault.to_string()))?;
        let session_name = match &self.session_name {
            Some(name) => name.clone(),
            None => default_session_name(),
        };
        check_session_name(&session_name).map_err(wrong)?;
        let duration_seconds = self
            .duration
            .map(duration_seconds)
            .transpose()
            .map_err(wrong)?;

        let mut code = None;
        if let Some(mfa) = &self.mfa {
            code = Some(
                (mfa.code)()
                    .await
                    .map_err(CredentialsError::provider_error)?,
            );
        }
        let request = AssumeRoleRequest {
            role_arn: role.as_str(),
            role_session_name: &session_name,
            policy_arns: policies(&self.policy_arns),
            policy: self.policy.as_deref(),
            duration_seconds,
            tags: self.session_tags.iter().map(tag).collect(),
            transitive_tag_keys: &self.transitive_tag_keys,
            external_id: self.external_id.as_deref(),
            serial_number: self.mfa.as_ref().map(|mfa| mfa.serial_number.as_str()),
            token_code: code.as_deref(),
            source_identity: self.source_identity.as_deref(),
        };
        let answer = api::assume_role(&self.base, self.region, &request)
            .client_config(&self.config)
            .await
            .map_err(|error| refused(error.into()))?;
        session(answer.credentials, &role, "AssumeRole")
    }
}

/// Unique enough for the logs, and made of what a session's name may have.
pub(super) fn default_session_name() -> String {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    format!("aws-operation-{}", now.as_millis())
}

pub(in crate::credentials) fn duration_seconds(duration: Duration) -> Result<i32, String> {
    match i32::try_from(duration.as_secs()) {
        Ok(seconds @ 900..=43_200) => Ok(seconds),
        _ => Err(format!(
            "a session lasts 15 minutes to 12 hours, not {duration:?}"
        )),
    }
}

pub(super) fn policies(arns: &[String]) -> Vec<PolicyDescriptorType> {
    let descriptor = |arn: &String| PolicyDescriptorType {
        arn: Some(arn.clone()),
    };
    arns.iter().map(descriptor).collect()
}

fn tag((key, value): &(String, String)) -> Tag {
    Tag {
        key: key.clone(),
        value: value.clone(),
    }
}

impl ProvideCredentials for AssumeRole {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.fetch())
    }
}

impl From<AssumeRole> for Credentials {
    fn from(role: AssumeRole) -> Self {
        // A person takes longer than a machine.
        let patience = role.mfa.as_ref().map(|_| Duration::from_mins(5));
        let source = Source::provider(role);
        Self::from_source(match patience {
            Some(patience) => source.with_patience(patience),
            None => source,
        })
    }
}

/// Names the role. What is told to AWS in confidence is not shown.
impl fmt::Debug for AssumeRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AssumeRole")
            .field("base", &self.base)
            .field("region", &self.region)
            .field("role_arn", &self.role_arn)
            .field("session_name", &self.session_name)
            .finish_non_exhaustive()
    }
}
