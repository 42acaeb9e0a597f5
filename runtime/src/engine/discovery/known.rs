//! Keeps what services told: one question for many calls, and a new one when it no longer holds.

use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use super::describe::Told;
use crate::Region;
use crate::credentials::CredentialsId;
use crate::engine::Prepared;
use crate::error::Error;
use crate::http_client::{RuntimeId, this_runtime};
use crate::recent::Recent;

/// How long what was told goes on holding when nobody says anything else.
const NEXT_ATTEMPT: Duration = Duration::from_mins(1);

/// What is known for the credentials, the region and the service of this call.
pub(super) fn at(prepared: &Prepared) -> Arc<Known> {
    // More than all regions of one service. What is lost is one question.
    static KNOWN: Recent<Place, Arc<Known>> = Recent::new(64);

    let place = Place {
        service: prepared.operation.service.name,
        region: prepared.region,
        credentials: prepared.credentials.id(),
    };
    KNOWN.get_or_make(place, |_| Arc::default())
}

/// Accounts are told different endpoints.
#[derive(Debug, PartialEq)]
struct Place {
    service: &'static str,
    region: Region,
    credentials: CredentialsId,
}

/// Where to call, as far as it is known.
#[derive(Default)]
pub(super) struct Known(Mutex<State>);

#[derive(Default)]
struct State {
    kept: Option<Kept>,
    /// The question that is on its way, and the runtime that it was asked on: where that one is
    /// not driven, no answer arrives. Weak: it belongs to the calls that wait for it.
    question: Option<(Option<RuntimeId>, WeakShared<Question>)>,
}

struct Kept {
    url: Arc<str>,
    until: Instant,
}

type Question = BoxFuture<'static, Result<Arc<str>, Arc<Error>>>;

impl Known {
    /// Where to call. The error is that of the question, and goes to every call that waited.
    pub(super) async fn get<F>(self: &Arc<Self>, ask: F) -> Result<Arc<str>, Arc<Error>>
    where
        F: FnOnce() -> BoxFuture<'static, Result<Told, Error>>,
    {
        match self.kept_or_question(ask) {
            Ok(url) => Ok(url),
            Err(question) => question.await,
        }
    }

    fn kept_or_question<F>(self: &Arc<Self>, ask: F) -> Result<Arc<str>, Shared<Question>>
    where
        F: FnOnce() -> BoxFuture<'static, Result<Told, Error>>,
    {
        // Declared before the lock is taken, hence dropped after it is given back.
        let under_way;
        let mut state = self.state();
        if let Some(kept) = &state.kept
            && Instant::now() < kept.until
        {
            return Ok(Arc::clone(&kept.url));
        }
        let here = this_runtime();
        under_way = state
            .question
            .as_ref()
            .filter(|(runtime, _)| *runtime == here)
            .and_then(|(_, question)| question.upgrade())
            .filter(|question| question.peek().is_none());
        Err(under_way.unwrap_or_else(|| {
            let question = Arc::clone(self).keep(ask()).boxed().shared();
            state.question = question.downgrade().map(|question| (here, question));
            question
        }))
    }

    async fn keep(
        self: Arc<Self>,
        answer: BoxFuture<'static, Result<Told, Error>>,
    ) -> Result<Arc<str>, Arc<Error>> {
        let answer = answer.await;
        let now = Instant::now();
        let mut state = self.state();
        match (answer, &mut state.kept) {
            (Ok(told), kept) => {
                *kept = Some(Kept {
                    url: Arc::clone(&told.url),
                    until: after(now, told.holds),
                });
                Ok(told.url)
            }
            // It may still be right. If it is not, the service says so.
            (Err(_), Some(kept)) => {
                kept.until = after(now, NEXT_ATTEMPT);
                Ok(Arc::clone(&kept.url))
            }
            (Err(error), None) => Err(Arc::new(error)),
        }
    }

    /// Forgets a URL that is wrong, unless somebody else did so before.
    pub(super) fn forget(&self, url: &str) {
        let mut state = self.state();
        if state.kept.as_ref().is_some_and(|kept| *kept.url == *url) {
            state.kept = None;
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing that holds the lock can leave the state half written.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A service that says "for ever" is asked again after a day.
fn after(now: Instant, time: Duration) -> Instant {
    now + time.min(Duration::from_hours(24))
}

/// What caused an error that several calls got.
#[derive(Debug)]
pub(super) struct SharedError(Arc<Error>);

impl SharedError {
    pub(super) fn new(error: Arc<Error>) -> Option<Self> {
        error.source()?;
        Some(Self(error))
    }
}

impl fmt::Display for SharedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.source() {
            Some(cause) => fmt::Display::fmt(cause, f),
            None => Ok(()),
        }
    }
}

impl StdError for SharedError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source()?.source()
    }
}
