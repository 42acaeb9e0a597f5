//! Keeps what a source gave: one fetch for many calls, a new one before the old ends.

#[cfg(test)]
mod tests;

use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_async::future::timeout::Timeout;
use aws_smithy_async::rt::sleep::{AsyncSleep as _, SharedAsyncSleep, default_async_sleep};
use aws_smithy_async::time::{SharedTimeSource, SystemTimeSource, TimeSource};
use aws_smithy_runtime_api::client::identity::Identity;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use super::source::Source;
use crate::DateTime;

/// How long before their end credentials are fetched anew. While that goes on, and when it fails,
/// calls use the old ones. Short-lived ones are kept for at least two thirds of their time.
const REFRESH_AHEAD: Duration = Duration::from_mins(5);

/// How long before their end calls wait for the new ones: a signature has to be valid on arrival.
const LAST_MOMENT: Duration = Duration::from_secs(10);

/// How long the next attempt waits when one did not succeed, so that not every call meets a source
/// that is out of order.
const NEXT_ATTEMPT: Duration = Duration::from_secs(30);

/// How long a source may take while what it gave before is valid: then the call goes on with that.
const REFRESH_TIMEOUT: Duration = Duration::from_secs(5);

/// How long a source may take when there is nothing else.
const LOAD_TIMEOUT: Duration = Duration::from_secs(30);

/// How long credentials without an end are kept: the official SDK's `default_expiration`. The file
/// or variable they came from may have changed.
const NO_EXPIRATION: Duration = Duration::from_mins(15);

/// A source of credentials, and what it gave last.
pub(super) struct Cache {
    source: Source,
    clock: SharedTimeSource,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    kept: Option<Kept>,
    /// The fetch that is on its way. Weak: it belongs to the calls that wait for it, goes on as
    /// long as one of them does, and ends with the last.
    fetch: Option<WeakShared<Fetch>>,
}

type Fetch = BoxFuture<'static, Result<Valid, Arc<CredentialsError>>>;

struct Kept {
    valid: Valid,
    /// `None`: never.
    refresh_at: Option<SystemTime>,
}

/// Credentials, and as the engine takes them.
#[derive(Clone)]
pub(super) struct Valid {
    pub(super) credentials: aws_credential_types::Credentials,
    pub(super) identity: Identity,
}

impl Valid {
    fn ends_within(&self, now: SystemTime, time: Duration) -> bool {
        self.credentials
            .expiry()
            .is_some_and(|end| end <= now + time)
    }
}

impl Cache {
    pub(super) fn new(source: Source) -> Self {
        Self::with_clock(source, SystemTimeSource::new())
    }

    pub(super) fn with_clock(source: Source, clock: impl TimeSource + 'static) -> Self {
        Self {
            source,
            clock: SharedTimeSource::new(clock),
            state: Mutex::default(),
        }
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
    }

    /// Credentials that are valid now, if some are at hand.
    pub(super) fn current(&self) -> Option<Valid> {
        let now = self.clock.now();
        let state = self.state();
        let valid = &state.kept.as_ref()?.valid;
        (!valid.ends_within(now, Duration::ZERO)).then(|| valid.clone())
    }

    /// Credentials to sign with. When a fetch fails, its error goes to every call that waited for
    /// it, unless what is at hand is still valid.
    pub(super) async fn get(self: &Arc<Self>) -> Result<Valid, CredentialsError> {
        let fetch = match self.kept_or_fetch() {
            Ok(valid) => return Ok(valid),
            Err(fetch) => fetch,
        };
        match fetch.await {
            Ok(valid) => Ok(valid),
            Err(error) => self.current().ok_or_else(|| SharedError::split(error)),
        }
    }

    /// What is kept, or else the fetch to wait for.
    fn kept_or_fetch(self: &Arc<Self>) -> Result<Valid, Shared<Fetch>> {
        let now = self.clock.now();
        // Declared before the lock is taken, hence dropped after it is given back: what is dropped
        // may be the last handle on a fetch, and with it a provider's future.
        let under_way;
        let mut state = self.state();
        under_way = state
            .fetch
            .as_ref()
            .and_then(WeakShared::upgrade)
            // One that is over lives on as long as some call that waited for it is not polled.
            .filter(|fetch| fetch.peek().is_none());

        if let Some(kept) = &mut state.kept
            && !kept.valid.ends_within(now, LAST_MOMENT)
        {
            let is_due = kept.refresh_at.is_some_and(|due| due <= now);
            if !is_due || under_way.is_some() {
                return Ok(kept.valid.clone());
            }
            // Set before the attempt: one that hangs and is given up counts as failed, too.
            kept.refresh_at = Some(now + NEXT_ATTEMPT);
        }

        Err(under_way.unwrap_or_else(|| {
            let fetch = Arc::clone(self).fetch().boxed().shared();
            state.fetch = fetch.downgrade();
            fetch
        }))
    }

    async fn fetch(self: Arc<Self>) -> Result<Valid, Arc<CredentialsError>> {
        let credentials = self.ask_source().await?;
        let identity = Identity::from(credentials.clone());
        let valid = Valid {
            credentials,
            identity,
        };

        // Keys at hand that have ended stay ended. What a provider gives is tried even when this
        // computer's clock thinks that it has ended: the clock may be wrong.
        let now = self.clock.now();
        if self.source.is_fixed() && valid.ends_within(now, Duration::ZERO) {
            return Err(Arc::new(CredentialsError::provider_error(Ended {
                at: valid.credentials.expiry().map(DateTime::from),
            })));
        }

        let refresh_at = self.refresh_at(&valid, now);
        self.state().kept = Some(Kept {
            valid: valid.clone(),
            refresh_at,
        });
        Ok(valid)
    }

    /// Nobody waits for ever for a source that hangs.
    async fn ask_source(&self) -> Result<aws_credential_types::Credentials, CredentialsError> {
        let answer = self.source.provide();
        let limit = match self.current() {
            Some(_) => REFRESH_TIMEOUT,
            None => LOAD_TIMEOUT,
        };
        match timer().filter(|_| !self.source.is_fixed()) {
            Some(timer) => Timeout::new(Box::pin(answer), timer.sleep(limit))
                .await
                .unwrap_or_else(|_| Err(CredentialsError::provider_timed_out(limit))),
            None => answer.await,
        }
    }

    fn refresh_at(&self, valid: &Valid, now: SystemTime) -> Option<SystemTime> {
        if self.source.is_fixed() {
            return None;
        }
        Some(match valid.credentials.expiry() {
            None => now + NO_EXPIRATION,
            Some(end) => {
                let left = end.duration_since(now).unwrap_or_default();
                end - REFRESH_AHEAD.min(left / 3)
            }
        })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing that holds the lock can leave the state half written.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The runtime's timer, where there is a runtime: others than calls may ask for credentials.
fn timer() -> Option<SharedAsyncSleep> {
    #[cfg(feature = "rt-tokio")]
    tokio::runtime::Handle::try_current().ok()?;
    default_async_sleep()
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cache")
            .field("source", &self.source)
            .finish_non_exhaustive()
    }
}

/// Keys at hand that have ended.
#[derive(Debug)]
struct Ended {
    at: Option<DateTime>,
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the temporary credentials have expired")?;
        match self.at {
            Some(at) => write!(f, ", at {at}"),
            None => Ok(()),
        }
    }
}

impl Error for Ended {}

/// What caused an error that several calls got: [`CredentialsError`] cannot be cloned.
#[derive(Debug)]
struct SharedError(Arc<CredentialsError>);

impl SharedError {
    /// An error of the same kind, with the same cause, for one of the calls.
    fn split(error: Arc<CredentialsError>) -> CredentialsError {
        match &*error {
            CredentialsError::CredentialsNotLoaded(_) if error.source().is_none() => {
                CredentialsError::not_loaded_no_source()
            }
            CredentialsError::CredentialsNotLoaded(_) => CredentialsError::not_loaded(Self(error)),
            CredentialsError::ProviderTimedOut(timeout) => {
                CredentialsError::provider_timed_out(timeout.timeout_duration())
            }
            CredentialsError::InvalidConfiguration(_) => {
                CredentialsError::invalid_configuration(Self(error))
            }
            CredentialsError::ProviderError(_) => CredentialsError::provider_error(Self(error)),
            _ => CredentialsError::unhandled(Self(error)),
        }
    }
}

impl fmt::Display for SharedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.source() {
            Some(cause) => fmt::Display::fmt(cause, f),
            None => fmt::Display::fmt(&self.0, f),
        }
    }
}

impl Error for SharedError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()?.source()
    }
}
