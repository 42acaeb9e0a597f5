use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use tokio::sync::Semaphore;

use super::*;
use crate::DateTime;

/// A clock that a test sets.
#[derive(Debug, Clone)]
struct Clock(Arc<Mutex<SystemTime>>);

impl Clock {
    fn new() -> Self {
        Self(Arc::new(Mutex::new(
            UNIX_EPOCH + Duration::from_hours(500_000),
        )))
    }

    fn advance(&self, time: Duration) {
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
struct Numbered {
    clock: Clock,
    lifetime: Mutex<Option<Duration>>,
    fails: Mutex<Option<&'static str>>,
    permits: Semaphore,
    fetches: AtomicUsize,
}

impl Numbered {
    fn new(lifetime: Option<Duration>) -> Arc<Self> {
        Arc::new(Self {
            clock: Clock::new(),
            lifetime: Mutex::new(lifetime),
            fails: Mutex::default(),
            permits: Semaphore::new(1_000),
            fetches: AtomicUsize::new(0),
        })
    }

    fn fetches(&self) -> usize {
        self.fetches.load(Ordering::SeqCst)
    }

    fn fail(&self, why: Option<&'static str>) {
        *self.fails.lock().unwrap() = why;
    }

    fn credentials(self: &Arc<Self>) -> Credentials {
        let source = Source::provider(Shared(Arc::clone(self)));
        Credentials::from_cache(Cache::with_clock(source, self.clock.clone()))
    }

    async fn provide(&self) -> Result<aws_credential_types::Credentials, CredentialsError> {
        let number = self.fetches.fetch_add(1, Ordering::SeqCst) + 1;
        self.permits.acquire().await.unwrap().forget();
        if let Some(why) = *self.fails.lock().unwrap() {
            return Err(CredentialsError::provider_error(why));
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
struct Shared(Arc<Numbered>);

impl ProvideCredentials for Shared {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(self.0.provide())
    }
}

/// The access key's id, or the innermost reason why there is none.
async fn ask(credentials: &Credentials) -> Result<String, String> {
    match credentials.provide_credentials().await {
        Ok(keys) => Ok(keys.access_key_id().to_owned()),
        Err(error) => Err(error
            .source()
            .map_or_else(|| error.to_string(), ToString::to_string)),
    }
}

fn ok(id: &str) -> Result<String, String> {
    Ok(id.to_owned())
}

const HOUR: Duration = Duration::from_hours(1);

#[tokio::test]
async fn many_calls_at_once_make_one_fetch() {
    let provider = Numbered::new(Some(HOUR));
    provider.permits.forget_permits(1_000);
    let credentials = provider.credentials();

    let calls: Vec<_> = (0..200)
        .map(|_| {
            let credentials = credentials.clone();
            tokio::spawn(async move { ask(&credentials).await })
        })
        .collect();
    tokio::task::yield_now().await;
    provider.permits.add_permits(1);

    for call in calls {
        assert_eq!(call.await.unwrap(), ok("AKID1"));
    }
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    assert_eq!(provider.fetches(), 1);
}

#[tokio::test]
async fn calls_that_wait_together_fail_together_and_the_next_one_tries_again() {
    let provider = Numbered::new(Some(HOUR));
    provider.permits.forget_permits(1_000);
    provider.fail(Some("no network"));
    let credentials = provider.credentials();

    let calls: Vec<_> = (0..50)
        .map(|_| {
            let credentials = credentials.clone();
            tokio::spawn(async move { ask(&credentials).await })
        })
        .collect();
    tokio::task::yield_now().await;
    provider.permits.add_permits(1);
    for call in calls {
        assert_eq!(call.await.unwrap(), Err("no network".to_owned()));
    }
    assert_eq!(provider.fetches(), 1);

    provider.fail(None);
    provider.permits.add_permits(1);
    assert_eq!(ask(&credentials).await, ok("AKID2"));
}

#[tokio::test]
async fn a_call_that_is_given_up_takes_nobody_with_it() {
    let provider = Numbered::new(Some(HOUR));
    provider.permits.forget_permits(1_000);
    let credentials = provider.credentials();

    let (first, second) = (credentials.clone(), credentials.clone());
    let first = tokio::spawn(async move { ask(&first).await });
    tokio::task::yield_now().await;
    let second = tokio::spawn(async move { ask(&second).await });
    tokio::task::yield_now().await;
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    provider.permits.add_permits(1);
    assert_eq!(second.await.unwrap(), ok("AKID1"));
    assert_eq!(provider.fetches(), 1);
}

#[tokio::test]
async fn a_fetch_that_nobody_waits_for_any_more_is_not_taken_up_again() {
    let provider = Numbered::new(Some(HOUR));
    provider.permits.forget_permits(1_000);
    let credentials = provider.credentials();

    let only = credentials.clone();
    let only = tokio::spawn(async move { ask(&only).await });
    tokio::task::yield_now().await;
    only.abort();
    assert!(only.await.unwrap_err().is_cancelled());

    provider.permits.add_permits(1);
    assert_eq!(ask(&credentials).await, ok("AKID2"));
}

#[tokio::test]
async fn new_ones_are_fetched_before_the_old_ones_end() {
    let provider = Numbered::new(Some(HOUR));
    let credentials = provider.credentials();
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(HOUR - Duration::from_secs(301));
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(Duration::from_secs(1));
    assert_eq!(ask(&credentials).await, ok("AKID2"));
    assert_eq!(provider.fetches(), 2);
}

#[tokio::test]
async fn while_one_call_fetches_the_others_go_on_with_the_old_ones() {
    let provider = Numbered::new(Some(HOUR));
    let credentials = provider.credentials();
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(HOUR - Duration::from_secs(60));
    provider.permits.forget_permits(1_000);

    let leader = credentials.clone();
    let leader = tokio::spawn(async move { ask(&leader).await });
    tokio::task::yield_now().await;
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.permits.add_permits(1);
    assert_eq!(leader.await.unwrap(), ok("AKID2"));
    assert_eq!(ask(&credentials).await, ok("AKID2"));
    assert_eq!(provider.fetches(), 2);
}

#[tokio::test]
async fn a_fetch_that_fails_does_no_harm_while_the_old_ones_are_valid() {
    let provider = Numbered::new(Some(HOUR));
    let credentials = provider.credentials();
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.fail(Some("no network"));

    provider.clock.advance(HOUR - Duration::from_secs(120));
    for _ in 0..10 {
        assert_eq!(ask(&credentials).await, ok("AKID1"));
    }
    assert_eq!(
        provider.fetches(),
        2,
        "the source is left alone for a while"
    );
    provider.clock.advance(Duration::from_secs(30));
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    assert_eq!(provider.fetches(), 3);

    // In the last moment every call tries.
    provider.clock.advance(Duration::from_secs(85));
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    assert_eq!(provider.fetches(), 5);

    provider.clock.advance(Duration::from_secs(5));
    assert_eq!(ask(&credentials).await, Err("no network".to_owned()));
    assert!(credentials.fallback_on_interrupt().is_none());
    provider.fail(None);
    assert_eq!(ask(&credentials).await, ok("AKID7"));
}

#[tokio::test]
async fn without_an_end_they_are_fetched_again_after_a_quarter_of_an_hour() {
    let provider = Numbered::new(None);
    let credentials = provider.credentials();
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(Duration::from_secs(899));
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(Duration::from_secs(1));
    assert_eq!(ask(&credentials).await, ok("AKID2"));
    provider.fail(Some("no file"));
    provider.clock.advance(10 * HOUR);
    assert_eq!(ask(&credentials).await, ok("AKID2"));
}

#[tokio::test]
async fn a_clock_that_is_wrong_does_not_make_what_a_provider_gives_unusable() {
    let provider = Numbered::new(Some(Duration::ZERO));
    let credentials = provider.credentials();
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    assert_eq!(ask(&credentials).await, ok("AKID2"));
}

#[tokio::test]
async fn the_engine_gets_the_same_resolver_and_no_second_cache() {
    let provider = Numbered::new(Some(HOUR));
    let credentials = provider.credentials();
    let resolver = credentials.identity_resolver();
    assert_eq!(
        resolver.cache_partition(),
        credentials.clone().identity_resolver().cache_partition(),
    );
    assert_eq!(
        resolver.cache_location(),
        IdentityCacheLocation::IdentityResolver
    );

    let components = RuntimeComponentsBuilder::for_tests().build().unwrap();
    let identity = resolver
        .resolve_identity(&components, &ConfigBag::base())
        .await
        .unwrap();
    let keys = identity
        .data::<aws_credential_types::Credentials>()
        .unwrap();
    assert_eq!(keys.access_key_id(), "AKID1");
    assert_eq!(identity.expiration(), Some(provider.clock.now() + HOUR));
    assert_eq!(
        credentials.fallback_on_interrupt().unwrap().access_key_id(),
        "AKID1"
    );
    assert_eq!(provider.fetches(), 1);
}

#[tokio::test]
async fn keys_at_hand_come_out_as_they_went_in() {
    let keys = Credentials::from(StaticCredentials::new("AKID", "secret"));
    let keys = keys.provide_credentials().await.unwrap();
    assert_eq!(
        (keys.access_key_id(), keys.secret_access_key()),
        ("AKID", "secret")
    );
    assert_eq!((keys.session_token(), keys.expiry()), (None, None));

    let end = DateTime::from(SystemTime::now() + Duration::from_secs(1_000));
    let keys = Credentials::from(TemporaryCredentials::new(
        "AKID",
        "secret",
        "token",
        Some(end),
    ));
    let keys = keys.provide_credentials().await.unwrap();
    assert_eq!(keys.session_token(), Some("token"));
    assert_eq!(keys.expiry().map(DateTime::from), Some(end));
}

#[tokio::test]
async fn temporary_credentials_that_have_ended_say_so() {
    for (seconds, message) in [
        (
            1_000_000_000,
            "the temporary credentials have expired, at 2001-09-09T01:46:40Z",
        ),
        (
            -1,
            "the temporary credentials have expired, at 1969-12-31T23:59:59Z",
        ),
    ] {
        let end = DateTime::from_secs(seconds);
        let keys = TemporaryCredentials::new("AKID", "secret", "token", Some(end));
        assert_eq!(keys.expiration(), Some(end));
        assert_eq!(ask(&keys.into()).await, Err(message.to_owned()));
    }
    // As far as a clock can count, and farther.
    for (seconds, is_valid) in [(i64::MIN, false), (i64::MAX, true)] {
        let end = DateTime::from_secs(seconds);
        let keys = TemporaryCredentials::new("AKID", "secret", "token", Some(end));
        assert_eq!(ask(&keys.into()).await.is_ok(), is_valid);
    }
}

#[tokio::test]
async fn keys_that_cannot_be_keys_are_named() {
    for (keys, message) in [
        (
            StaticCredentials::new("", "s"),
            "the access key id is empty",
        ),
        (
            StaticCredentials::new("AKID", ""),
            "the secret access key is empty",
        ),
        (
            StaticCredentials::new("AKID", "hunter2\n"),
            "the secret access key has white space or a character that is not ASCII in it",
        ),
    ] {
        assert_eq!(ask(&keys.into()).await, Err(message.to_owned()));
    }
    let keys = TemporaryCredentials::new("AKID", "secret", "", None);
    assert_eq!(
        ask(&keys.into()).await,
        Err("the session token is empty".to_owned())
    );
}

#[tokio::test]
async fn debug_shows_no_secret() {
    let keys = StaticCredentials::new("AKID", "hunter2");
    let session = TemporaryCredentials::new("AKID", "hunter2", "hunter3", None);
    let provider = Numbered::new(Some(HOUR));
    let handles = [
        keys.clone().into(),
        session.clone().into(),
        provider.credentials(),
    ];
    let mut shown = format!("{keys:#?} {session:#?}");
    for handle in &handles {
        ask(handle).await.unwrap();
        shown += &format!("{handle:#?} {:#?}", handle.identity_resolver());
    }
    assert!(!shown.contains("hunter"), "{shown}");
    assert!(
        shown.contains("AKID") && shown.contains("[redacted]"),
        "{shown}"
    );
}
