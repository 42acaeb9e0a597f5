//! What is wrong with a certificate, its key, or what goes with them.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use aws_credential_types::provider::error::CredentialsError;

/// A reason not to ask the service: what it would answer says less.
#[derive(Debug)]
pub(super) enum Fault {
    /// A file cannot be read. It may be about to be replaced.
    Unreadable { path: PathBuf, error: io::Error },
    /// It stays wrong until somebody changes it.
    Wrong(String),
}

impl Fault {
    pub(super) fn wrong(text: impl Into<String>) -> Self {
        Self::Wrong(text.into())
    }

    /// Says which file it is about.
    pub(super) fn in_file(self, path: &Path) -> Self {
        match self {
            Self::Wrong(text) => Self::Wrong(format!("{}: {text}", path.display())),
            unreadable @ Self::Unreadable { .. } => unreadable,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { path, .. } => write!(f, "{} cannot be read", path.display()),
            Self::Wrong(text) => f.write_str(text),
        }
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unreadable { error, .. } => Some(error),
            Self::Wrong(_) => None,
        }
    }
}

impl From<Fault> for CredentialsError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Unreadable { .. } => Self::provider_error(fault),
            Fault::Wrong(_) => Self::invalid_configuration(fault),
        }
    }
}
