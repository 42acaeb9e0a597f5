//! A provider whose answers, failures and clock are the test's.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, future};
use aws_smithy_async::time::TimeSource;
use tokio::sync::Semaphore;

use crate::Credentials;
use crate::credentials::cache::Cache;
use crate::credentials::source::Source;

/// A clock that a test sets.
#[derive(Debug, Clone)]
pub(super) struct Clock(Arc<Mutex<SystemTime>>);

impl Clock {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(
            UNIX_EPOCH + Duration::from_hours(500_000),
        )))
    }

    pub(super) fn advance(&self, time: Duration) {
        *self.0.lock().unwrap() += time;
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        *self.0.lock().unwrap()
    }
}

/// A provider that numbers what it gives, and gives only what it has a permit for.
#[derive(Debug)]
pub(super) struct Numbered {
    pub(super) clock: Clock,
    lifetime: Mutex<Option<Duration>>,
    fails: Mutex<Option<&'static str>>,
    for_ever: AtomicBool,
    pub(super) permits: Semaphore,
    fetches: AtomicUsize,
}

impl Numbered {
    pub(super) fn new(lifetime: Option<Duration>) -> Arc<Self> {
        Arc::new(Self {
            clock: Clock::new(),
            lifetime: Mutex::new(lifetime),
            fails: Mutex::default(),
            for_ever: AtomicBool::new(false),
            permits: Semaphore::new(1_000),
            fetches: AtomicUsize::new(0),
        })
    }

    pub(super) fn fetches(&self) -> usize {
        self.fetches.load(Ordering::SeqCst)
    }

    pub(super) fn fail(&self, why: Option<&'static str>) {
        *self.fails.lock().unwrap() = why;
    }

    /// Fails with an error that does not heal by itself.
    pub(super) fn fail_for_ever(&self, why: &'static str) {
        self.for_ever.store(true, Ordering::SeqCst);
        self.fail(Some(why));
    }

    pub(super) fn source(self: &Arc<Self>) -> Source {
        Source::provider(Handle(Arc::clone(self)))
    }

    pub(super) fn credentials(self: &Arc<Self>) -> Credentials {
        Credentials::from_cache(Cache::with_clock(self.source(), self.clock.clone(), |_| {
            Duration::ZERO
        }))
    }

    async fn provide(&self) -> Result<aws_credential_types::Credentials, CredentialsError> {
        let number = self.fetches.fetch_add(1, Ordering::SeqCst) + 1;
        self.permits.acquire().await.unwrap().forget();
        if let Some(why) = *self.fails.lock().unwrap() {
            return Err(if self.for_ever.load(Ordering::SeqCst) {
                CredentialsError::invalid_configuration(why)
            } else {
                CredentialsError::provider_error(why)
            });
        }
        let end = self
            .lifetime
            .lock()
            .unwrap()
            .map(|lifetime| self.clock.now() + lifetime);
        let id = format!("AKID{number}");
        Ok(aws_credential_types::Credentials::new(
            id, "hunter2", None, end, "test",
        ))
    }
}

#[derive(Debug)]
struct Handle(Arc<Numbered>);

impl ProvideCredentials for Handle {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.0.provide())
    }
}
