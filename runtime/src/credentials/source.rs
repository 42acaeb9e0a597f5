//! Where credentials come from: keys at hand, or a provider.

use std::any::type_name;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::provider::error::CredentialsError;

use super::{StaticCredentials, TemporaryCredentials};

/// Where credentials come from.
#[derive(Clone)]
pub(super) struct Source {
    /// What `Debug` shows: a name of the program's, never what a provider prints of itself.
    name: &'static str,
    /// How long it may take when there is nothing else.
    patience: Duration,
    kind: Kind,
}

/// Enough for a chain of sources that each wait for a network.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Clone)]
enum Kind {
    /// Keys at hand: they stay what they are.
    Fixed(Result<Credentials, BadKey>),
    Provider(Arc<dyn ProvideCredentials>),
}

impl Source {
    pub(super) fn provider<P: ProvideCredentials + 'static>(provider: P) -> Self {
        Self {
            name: type_name::<P>(),
            patience: PATIENCE,
            kind: Kind::Provider(Arc::new(provider)),
        }
    }

    fn fixed(name: &'static str, credentials: Credentials) -> Self {
        Self {
            name,
            patience: PATIENCE,
            kind: Kind::Fixed(check(&credentials).map(|()| credentials)),
        }
    }

    pub(super) fn with_patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    pub(super) fn patience(&self) -> Duration {
        self.patience
    }

    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// Whether asking again gives the same answer for ever.
    pub(super) fn is_fixed(&self) -> bool {
        matches!(self.kind, Kind::Fixed(_))
    }

    pub(super) async fn provide(&self) -> Result<Credentials, CredentialsError> {
        match &self.kind {
            Kind::Fixed(Ok(credentials)) => Ok(credentials.clone()),
            Kind::Fixed(Err(error)) => Err(CredentialsError::invalid_configuration(*error)),
            Kind::Provider(provider) => {
                let credentials = provider.provide_credentials().await?;
                check(&credentials).map_err(CredentialsError::invalid_configuration)?;
                Ok(credentials)
            }
        }
    }
}

impl From<StaticCredentials> for Source {
    fn from(keys: StaticCredentials) -> Self {
        let credentials = Credentials::new(
            keys.access_key_id(),
            keys.secret_access_key(),
            None,
            None,
            "StaticCredentials",
        );
        Self::fixed("StaticCredentials", credentials)
    }
}

impl From<TemporaryCredentials> for Source {
    fn from(keys: TemporaryCredentials) -> Self {
        let credentials = Credentials::new(
            keys.access_key_id(),
            keys.secret_access_key(),
            Some(keys.session_token().to_owned()),
            keys.expires_at(),
            "TemporaryCredentials",
        );
        Self::fixed("TemporaryCredentials", credentials)
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Finds what no key of AWS's has, before it spoils a header or a signature: above all the line
/// break at the end of a file.
fn check(credentials: &Credentials) -> Result<(), BadKey> {
    let fields = [
        ("access key id", Some(credentials.access_key_id())),
        ("secret access key", Some(credentials.secret_access_key())),
        ("session token", credentials.session_token()),
    ];
    for (field, value) in fields {
        if let Some(value) = value {
            check_text(field, value)?;
        }
    }
    Ok(())
}

/// Finds what no key or token has in `value`, which is called `field`.
pub(super) fn check_text(field: &'static str, value: &str) -> Result<(), BadKey> {
    let fault = if value.is_empty() {
        "is empty"
    } else if !value.bytes().all(|byte| byte.is_ascii_graphic()) {
        "has white space or a character that is not ASCII in it"
    } else {
        return Ok(());
    };
    Err(BadKey { field, fault })
}

/// Keys that cannot be AWS's.
#[derive(Debug, Clone, Copy)]
pub(super) struct BadKey {
    field: &'static str,
    fault: &'static str,
}

impl fmt::Display for BadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} {}", self.field, self.fault)
    }
}

impl std::error::Error for BadKey {}
