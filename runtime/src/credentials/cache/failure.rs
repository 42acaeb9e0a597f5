//! A source that failed, and when it is asked again.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_credential_types::provider::error::CredentialsError;

use crate::DateTime;

/// How long the next attempt waits after the first failure; after each further one twice as long.
/// A call that is made again by hand finds the source ready; a thousand calls a second ask it once.
const FIRST_WAIT: Duration = Duration::from_secs(1);

/// The longest that it waits after failures which may heal by themselves.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// How long it waits after one that heals only when somebody changes a setting or a file. Not for
/// ever: that may happen while the program runs.
const PERMANENT_WAIT: Duration = Duration::from_mins(5);

/// How a source failed.
pub(super) struct Failure {
    error: Arc<CredentialsError>,
    /// One after another.
    count: u32,
    next_attempt: SystemTime,
}

impl Failure {
    /// The one that comes after `last`, if the last attempt failed, too.
    pub(super) fn after(
        last: Option<Self>,
        error: &Arc<CredentialsError>,
        now: SystemTime,
        jitter: fn(Duration) -> Duration,
    ) -> Self {
        let count = last.map_or(0, |last| last.count).saturating_add(1);
        let wait = match **error {
            CredentialsError::InvalidConfiguration(_) => PERMANENT_WAIT,
            _ => LONGEST_WAIT.min(FIRST_WAIT * 2_u32.saturating_pow(count - 1).min(64)),
        };
        Self {
            error: Arc::clone(error),
            count,
            next_attempt: now + wait - jitter(wait / 4),
        }
    }

    pub(super) fn waits(&self, now: SystemTime) -> bool {
        now < self.next_attempt
    }

    pub(super) fn next_attempt(&self) -> DateTime {
        self.next_attempt.into()
    }

    /// The error for a call that comes before the next attempt.
    pub(super) fn again(&self) -> CredentialsError {
        SharedError::of(Arc::clone(&self.error), Some(self.next_attempt())).split()
    }
}

/// What caused an error that several calls got: [`CredentialsError`] cannot be cloned.
#[derive(Debug)]
pub(super) struct SharedError {
    error: Arc<CredentialsError>,
    /// When the source is asked again, where the error is remembered.
    again_at: Option<DateTime>,
}

impl SharedError {
    pub(super) fn of(error: Arc<CredentialsError>, again_at: Option<DateTime>) -> Self {
        Self { error, again_at }
    }

    /// An error of the same kind, with the same cause, for one of the calls.
    pub(super) fn split(self) -> CredentialsError {
        match &*self.error {
            CredentialsError::CredentialsNotLoaded(_) if self.error.source().is_none() => {
                CredentialsError::not_loaded_no_source()
            }
            CredentialsError::CredentialsNotLoaded(_) => CredentialsError::not_loaded(self),
            CredentialsError::ProviderTimedOut(timeout) => {
                CredentialsError::provider_timed_out(timeout.timeout_duration())
            }
            CredentialsError::InvalidConfiguration(_) => {
                CredentialsError::invalid_configuration(self)
            }
            CredentialsError::ProviderError(_) => CredentialsError::provider_error(self),
            _ => CredentialsError::unhandled(self),
        }
    }
}

impl fmt::Display for SharedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.error.source() {
            Some(cause) => fmt::Display::fmt(cause, f)?,
            None => fmt::Display::fmt(&self.error, f)?,
        }
        match self.again_at {
            Some(at) => write!(f, " (the source is asked again after {at})"),
            None => Ok(()),
        }
    }
}

impl Error for SharedError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()?.source()
    }
}
