//! Credentials that are at hand: keys, without or with a session token.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use zeroize::Zeroizing;

use crate::DateTime;

/// An access key of an IAM user, for development.
///
/// The secret is wiped from memory when the value is dropped, and `Debug` does not show it.
#[derive(Clone)]
pub struct StaticCredentials {
    access_key_id: String,
    secret_access_key: Zeroizing<String>,
}

impl StaticCredentials {
    /// An access key's two parts.
    pub fn new(access_key_id: impl Into<String>, secret_access_key: impl Into<String>) -> Self {
        Self {
            access_key_id: access_key_id.into(),
            secret_access_key: Zeroizing::new(secret_access_key.into()),
        }
    }

    /// The access key's id. It is no secret.
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    /// The secret access key.
    pub fn secret_access_key(&self) -> &str {
        &self.secret_access_key
    }
}

impl fmt::Debug for StaticCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StaticCredentials")
            .field("access_key_id", &self.access_key_id)
            .field("secret_access_key", &Redacted)
            .finish()
    }
}

/// The credentials of a session: an access key that ends, and the session's token.
///
/// The secrets are wiped from memory when the value is dropped, and `Debug` does not show them.
#[derive(Clone)]
pub struct TemporaryCredentials {
    access_key_id: String,
    secret_access_key: Zeroizing<String>,
    session_token: Zeroizing<String>,
    expiration: Option<DateTime>,
}

impl TemporaryCredentials {
    /// What STS or another service gave. Once `expiration` has passed, calls fail without being
    /// sent; with `None`, AWS decides.
    pub fn new(
        access_key_id: impl Into<String>,
        secret_access_key: impl Into<String>,
        session_token: impl Into<String>,
        expiration: Option<DateTime>,
    ) -> Self {
        Self {
            access_key_id: access_key_id.into(),
            secret_access_key: Zeroizing::new(secret_access_key.into()),
            session_token: Zeroizing::new(session_token.into()),
            expiration,
        }
    }

    /// The access key's id. It is no secret.
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    /// The secret access key.
    pub fn secret_access_key(&self) -> &str {
        &self.secret_access_key
    }

    /// The session's token.
    pub fn session_token(&self) -> &str {
        &self.session_token
    }

    /// When the credentials end.
    pub fn expiration(&self) -> Option<DateTime> {
        self.expiration
    }

    /// The expiration as the clock has it. What lies before or after all that the clock can
    /// express has long ended, or never ends.
    pub(super) fn expires_at(&self) -> Option<SystemTime> {
        let expiration = self.expiration?;
        match SystemTime::try_from(expiration) {
            Ok(at) => Some(at),
            Err(_) if expiration.secs() < 0 => Some(UNIX_EPOCH),
            Err(_) => None,
        }
    }
}

impl fmt::Debug for TemporaryCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TemporaryCredentials")
            .field("access_key_id", &self.access_key_id)
            .field("secret_access_key", &Redacted)
            .field("session_token", &Redacted)
            .field("expiration", &self.expiration)
            .finish()
    }
}

struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
