//! Why a request was not signed.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use aws_credential_types::provider::error::CredentialsError;

/// A request that was not signed. Nothing was sent.
#[derive(Debug)]
pub struct SigningError {
    fault: Cow<'static, str>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl SigningError {
    pub(super) fn new(fault: impl Into<Cow<'static, str>>) -> Self {
        Self {
            fault: fault.into(),
            source: None,
        }
    }

    pub(super) fn unsignable(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            fault: "the request cannot be signed".into(),
            source: Some(source.into()),
        }
    }

    pub(super) fn no_credentials(source: CredentialsError) -> Self {
        Self {
            fault: "there are no credentials to sign with".into(),
            source: Some(source.into()),
        }
    }
}

impl fmt::Display for SigningError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fault)
    }
}

impl StdError for SigningError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
