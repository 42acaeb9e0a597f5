//! Keeps what a source gave: one fetch for many calls, a new one before the old ends.

mod failure;
mod kept;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_async::future::timeout::Timeout;
use aws_smithy_async::rt::sleep::{AsyncSleep as _, SharedAsyncSleep, default_async_sleep};
use aws_smithy_async::time::{SharedTimeSource, SystemTimeSource, TimeSource};
use aws_smithy_runtime_api::client::identity::Identity;
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use super::source::Source;
use crate::DateTime;
use failure::{Failure, SharedError};
use kept::Kept;

/// How long the next attempt waits when one was given up, so that not every call meets a source
/// that hangs.
const NEXT_ATTEMPT: Duration = Duration::from_secs(30);

/// How long a source may take while what it gave before is valid: then the call goes on with that.
const REFRESH_TIMEOUT: Duration = Duration::from_secs(5);

/// A source of credentials, and what it gave last.
pub(super) struct Cache {
    source: Source,
    /// What events call it.
    name: OnceLock<Cow<'static, str>>,
    clock: SharedTimeSource,
    /// A random time up to this one: programs that were started together do not ask together.
    jitter: fn(Duration) -> Duration,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    kept: Option<Kept>,
    /// The fetch that is on its way. Weak: it belongs to the calls that wait for it, goes on as
    /// long as one of them does, and ends with the last.
    fetch: Option<WeakShared<Fetch>>,
    /// How the last fetch failed, if it did.
    failure: Option<Failure>,
    /// How often all was forgotten: what a fetch from before brings is not kept.
    age: u64,
}

type Fetch = BoxFuture<'static, Result<Valid, Arc<CredentialsError>>>;

/// Credentials, and as the engine takes them.
#[derive(Clone)]
pub(super) struct Valid {
    pub(super) credentials: aws_credential_types::Credentials,
    pub(super) identity: Identity,
}

/// What a call does for its credentials.
enum Next {
    /// These will do.
    Take(Valid),
    /// The source failed a moment ago.
    Fail(CredentialsError),
    Wait(Shared<Fetch>),
}

impl Cache {
    pub(super) fn new(source: Source) -> Self {
        Self::with_clock(source, SystemTimeSource::new(), |most| {
            most.mul_f64(fastrand::f64())
        })
    }

    pub(super) fn with_clock(
        source: Source,
        clock: impl TimeSource + 'static,
        jitter: fn(Duration) -> Duration,
    ) -> Self {
        Self {
            source,
            name: OnceLock::new(),
            clock: SharedTimeSource::new(clock),
            jitter,
            state: Mutex::default(),
        }
    }

    /// Sets the name, unless it has one.
    pub(super) fn set_name(&self, name: Cow<'static, str>) {
        self.name.get_or_init(|| name);
    }

    fn name(&self) -> &str {
        self.name.get().map_or(self.source.name(), AsRef::as_ref)
    }

    /// Credentials that are valid now, if some are at hand.
    pub(super) fn current(&self) -> Option<Valid> {
        let now = self.clock.now();
        let state = self.state();
        let kept = state.kept.as_ref()?;
        kept.is_valid(now).then(|| kept.valid.clone())
    }

    /// Forgets what is at hand, and failures, too: the next call asks the source.
    pub(super) fn forget(&self) {
        let mut state = self.state();
        let age = state.age + 1;
        let forgotten = std::mem::replace(
            &mut *state,
            State {
                age,
                ..State::default()
            },
        );
        // It may hold the last handle on a fetch, and with it a provider's future.
        drop(state);
        drop(forgotten);
    }

    /// Credentials to sign with. When a fetch fails, its error goes to every call that waited for
    /// it, unless what is at hand is still valid.
    pub(super) async fn get(self: &Arc<Self>) -> Result<Valid, CredentialsError> {
        let fetch = match self.next() {
            Next::Take(valid) => return Ok(valid),
            Next::Fail(error) => return Err(error),
            Next::Wait(fetch) => fetch,
        };
        match fetch.await {
            Ok(valid) => Ok(valid),
            Err(error) => self
                .current()
                .ok_or_else(|| SharedError::of(error, None).split()),
        }
    }

    fn next(self: &Arc<Self>) -> Next {
        let now = self.clock.now();
        // Declared before the lock is taken, hence dropped after it is given back: what is dropped
        // may be the last handle on a fetch, and with it a provider's future.
        let under_way;
        let mut state = self.state();
        let State {
            kept,
            fetch,
            failure,
            age,
        } = &mut *state;
        under_way = fetch
            .as_ref()
            .and_then(WeakShared::upgrade)
            // One that is over lives on as long as some call that waited for it is not polled.
            .filter(|fetch| fetch.peek().is_none());
        let waits = failure.as_ref().filter(|failure| failure.waits(now));

        match kept.as_mut().filter(|kept| kept.is_valid(now)) {
            Some(kept) => {
                let somebody_asks = under_way.is_some() && kept.is_enough(now);
                let nobody_should = under_way.is_none() && waits.is_some();
                if !kept.is_due(now) || somebody_asks || nobody_should {
                    return Next::Take(kept.valid.clone());
                }
                // Set before the attempt: one that hangs and is given up counts as failed, too.
                kept.put_off(now + NEXT_ATTEMPT);
            }
            None => {
                if let (Some(failure), None) = (waits, &under_way) {
                    return Next::Fail(failure.again());
                }
            }
        }

        Next::Wait(under_way.unwrap_or_else(|| {
            let new = Arc::clone(self).fetch(*age).boxed().shared();
            *fetch = new.downgrade();
            new
        }))
    }

    async fn fetch(self: Arc<Self>, age: u64) -> Result<Valid, Arc<CredentialsError>> {
        let outcome = self.ask_source().await.and_then(|keys| self.checked(keys));
        let now = self.clock.now();
        match outcome {
            Ok(valid) => {
                let end = valid.credentials.expiry().map(DateTime::from);
                tracing::debug!(
                    name = self.name(),
                    end = end.map(tracing::field::display),
                    "credentials were fetched"
                );
                let kept = Kept::new(valid.clone(), now, !self.source.is_fixed(), self.jitter);
                let mut state = self.state();
                if state.age == age {
                    state.kept = Some(kept);
                    state.failure = None;
                }
                Ok(valid)
            }
            Err(error) => {
                let error = Arc::new(error);
                let mut state = self.state();
                let failure = Failure::after(state.failure.take(), &error, now, self.jitter);
                let left = state.kept.as_ref().and_then(|kept| kept.left(now));
                tracing::warn!(
                    name = self.name(),
                    error = %SharedError::of(Arc::clone(&error), None),
                    again_at = %failure.next_attempt(),
                    old_ones_are_valid_for = left.map(tracing::field::debug),
                    "credentials could not be fetched"
                );
                state.failure = Some(failure).filter(|_| state.age == age);
                Err(error)
            }
        }
    }

    /// Keys at hand that have ended stay ended. What a provider gives is tried even when this
    /// computer's clock thinks that it has ended: the clock may be wrong.
    fn checked(
        &self,
        credentials: aws_credential_types::Credentials,
    ) -> Result<Valid, CredentialsError> {
        let now = self.clock.now();
        let has_ended = credentials.expiry().is_some_and(|end| end <= now);
        if self.source.is_fixed() && has_ended {
            return Err(CredentialsError::provider_error(Ended {
                at: credentials.expiry().map(DateTime::from),
            }));
        }
        Ok(Valid {
            identity: Identity::from(credentials.clone()),
            credentials,
        })
    }

    /// Nobody waits for ever for a source that hangs.
    async fn ask_source(&self) -> Result<aws_credential_types::Credentials, CredentialsError> {
        let answer = self.source.provide();
        let limit = match self.current() {
            Some(_) => REFRESH_TIMEOUT,
            None => self.source.patience(),
        };
        match timer().filter(|_| !self.source.is_fixed()) {
            Some(timer) => Timeout::new(Box::pin(answer), timer.sleep(limit))
                .await
                .unwrap_or_else(|_| Err(CredentialsError::provider_timed_out(limit))),
            None => answer.await,
        }
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
        let mut shown = f.debug_struct("Cache");
        shown.field("source", &self.source);
        if let Some(name) = self.name.get() {
            shown.field("name", name);
        }
        shown.finish_non_exhaustive()
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
