//! A role that a token of somebody else's lets one take: Kubernetes' service accounts, GitHub's
//! workflows, and whoever else speaks `OpenID` Connect.

use std::env;
use std::fmt;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use aws_credential_types::Credentials as Keys;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_smithy_runtime_api::box_error::BoxError;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use zeroize::Zeroizing;

use super::api::{self, AssumeRoleWithWebIdentityRequest};
use super::assume_role::{default_session_name, duration_seconds, policies};
use super::{check_session_name, refused, session};
use crate::config::{ClientConfig, SdkClientConfig};
use crate::credentials::arn::RoleArn;
use crate::{Credentials, Region, StaticCredentials};

/// The credentials of a role that an identity provider's token lets one take (STS
/// `AssumeRoleWithWebIdentity`).
///
/// It turns into [`Credentials`], which fetch a session when a call needs one and again before it
/// ends. The token is read anew each time: it is replaced while programs run. What is wrong with
/// these settings comes out with the first call.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>
///
/// ```
/// use aws_operation::{Credentials, Region, WebIdentity};
///
/// let role = "arn:aws:iam::123456789012:role/Reader";
/// let token = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";
/// let credentials = Credentials::from(WebIdentity::new(Region::EuWest1, role, token));
/// ```
#[derive(Clone)]
#[must_use = "it is a description; turn it into `Credentials`"]
pub struct WebIdentity {
    region: Region,
    role_arn: String,
    token: Token,
    session_name: Option<String>,
    duration: Option<Duration>,
    policy: Option<String>,
    policy_arns: Vec<String>,
    config: SdkClientConfig,
}

#[derive(Clone)]
enum Token {
    Callback(Arc<dyn Fn() -> BoxFuture<'static, Result<String, BoxError>> + Send + Sync>),
    File(PathBuf),
}

impl WebIdentity {
    /// The role with this ARN, for the token in this file, from STS in `region`.
    pub fn new(
        region: Region,
        role_arn: impl Into<String>,
        token_file: impl Into<PathBuf>,
    ) -> Self {
        Self::with(region, role_arn.into(), Token::File(token_file.into()))
    }

    /// The role with this ARN, for the token that `token` gets, from STS in `region`.
    pub fn with_token<F, T>(region: Region, role_arn: impl Into<String>, token: F) -> Self
    where
        F: Fn() -> T + Send + Sync + 'static,
        T: Future<Output = Result<String, BoxError>> + Send + 'static,
    {
        let token = Token::Callback(Arc::new(move || token().boxed()));
        Self::with(region, role_arn.into(), token)
    }

    /// What `AWS_ROLE_ARN`, `AWS_WEB_IDENTITY_TOKEN_FILE` and `AWS_ROLE_SESSION_NAME` say, which
    /// EKS sets: `None` when one of the first two is missing.
    pub fn from_env(region: Region) -> Option<Self> {
        let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
        let role = set("AWS_ROLE_ARN")?;
        let found = Self::new(region, role, set("AWS_WEB_IDENTITY_TOKEN_FILE")?);
        Some(match set("AWS_ROLE_SESSION_NAME") {
            Some(name) => found.session_name(name),
            None => found,
        })
    }

    fn with(region: Region, role_arn: String, token: Token) -> Self {
        Self {
            region,
            role_arn,
            token,
            session_name: None,
            duration: None,
            policy: None,
            policy_arns: Vec::new(),
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

    /// Sets how STS is called: its endpoint, timeouts and retries.
    pub fn client_config(mut self, config: &(impl ClientConfig + ?Sized)) -> Self {
        self.config = config.settings().or(&self.config);
        self
    }

    async fn fetch(&self) -> Result<Keys, CredentialsError> {
        let wrong = |fault: String| CredentialsError::invalid_configuration(fault);
        let role = RoleArn::new(&self.role_arn).map_err(|fault| wrong(fault.to_string()))?;
        let session_name = self.session_name.clone();
        let session_name = session_name.unwrap_or_else(default_session_name);
        check_session_name(&session_name).map_err(wrong)?;
        let duration_seconds = self
            .duration
            .map(duration_seconds)
            .transpose()
            .map_err(wrong)?;

        let token = self.token.read().await?;
        let request = AssumeRoleWithWebIdentityRequest {
            role_arn: role.as_str(),
            role_session_name: &session_name,
            web_identity_token: token.trim_ascii(),
            policy_arns: policies(&self.policy_arns),
            policy: self.policy.as_deref(),
            duration_seconds,
        };
        // The token is the proof: this operation is not signed, and nobody's keys are asked for.
        let nobody = Credentials::from(StaticCredentials::new("", ""));
        let answer = api::assume_role_with_web_identity(&nobody, self.region, &request)
            .client_config(&self.config)
            .await
            .map_err(|error| refused(error.into()))?;
        session(answer.credentials, &role, "WebIdentity")
    }
}

impl Token {
    async fn read(&self) -> Result<Zeroizing<String>, CredentialsError> {
        let token = match self {
            Self::Callback(token) => token().await.map_err(CredentialsError::provider_error)?,
            // A file of a few kilobytes, in memory: not worth a thread.
            Self::File(path) => std::fs::read_to_string(path)
                .map_err(|error| CredentialsError::provider_error(Unreadable::new(path, error)))?,
        };
        Ok(Zeroizing::new(token))
    }
}

/// A file that cannot be read.
#[derive(Debug)]
struct Unreadable {
    path: PathBuf,
    error: std::io::Error,
}

impl Unreadable {
    fn new(path: &Path, error: std::io::Error) -> Self {
        let path = path.to_owned();
        Self { path, error }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the web identity token in {} cannot be read",
            self.path.display()
        )
    }
}

impl std::error::Error for Unreadable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

impl ProvideCredentials for WebIdentity {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.fetch())
    }
}

impl From<WebIdentity> for Credentials {
    fn from(identity: WebIdentity) -> Self {
        Self::from_provider(identity)
    }
}

/// Names the role and where the token is from. The token is not shown.
impl fmt::Debug for WebIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("WebIdentity");
        shown
            .field("region", &self.region)
            .field("role_arn", &self.role_arn);
        if let Token::File(path) = &self.token {
            shown.field("token_file", path);
        }
        shown
            .field("session_name", &self.session_name)
            .finish_non_exhaustive()
    }
}
