//! When a source that failed is asked again, and what is said of it.

use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_credential_types::provider::ProvideCredentials as _;
use aws_credential_types::provider::error::CredentialsError;
use tracing_subscriber::filter::LevelFilter;

use super::provider::Numbered;
use super::{HOUR, ok};
use crate::credentials::tests::ask;

#[tokio::test]
async fn a_source_that_fails_is_asked_less_and_less_often() {
    let provider = Numbered::new(Some(HOUR));
    provider.fail(Some("no network"));
    let credentials = provider.credentials();
    for (number, wait) in [1, 2, 4, 8, 16, 32, 60, 60].into_iter().enumerate() {
        assert_eq!(ask(&credentials).await, Err("no network".to_owned()));
        assert_eq!(provider.fetches(), number + 1);
        provider
            .clock
            .advance(Duration::from_millis(wait * 1_000 - 1));
        for _ in 0..10 {
            let error = ask(&credentials).await.unwrap_err();
            assert!(
                error.starts_with("no network (the source is asked again after "),
                "{error}"
            );
        }
        assert_eq!(provider.fetches(), number + 1);
        provider.clock.advance(Duration::from_millis(1));
    }

    provider.fail(None);
    assert_eq!(ask(&credentials).await, ok("AKID9"));
    provider.fail(Some("no network"));
    provider.clock.advance(HOUR);
    assert_eq!(ask(&credentials).await, Err("no network".to_owned()));
    provider.clock.advance(Duration::from_secs(1));
    assert_eq!(ask(&credentials).await, Err("no network".to_owned()));
    assert_eq!(provider.fetches(), 11, "a success starts it over");
}

#[tokio::test]
async fn what_cannot_heal_by_itself_is_asked_for_every_five_minutes() {
    let provider = Numbered::new(Some(HOUR));
    provider.fail_for_ever("wrong password");
    let credentials = provider.credentials();
    for fetches in 1..3 {
        for _ in 0..10 {
            let error = credentials.provide_credentials().await.unwrap_err();
            assert!(
                matches!(error, CredentialsError::InvalidConfiguration(_)),
                "{error:?}"
            );
        }
        assert_eq!(provider.fetches(), fetches);
        provider.clock.advance(Duration::from_mins(5));
    }
    provider.fail(None);
    assert_eq!(ask(&credentials).await, ok("AKID3"));
}

#[tokio::test]
async fn forgetting_asks_at_once() {
    let provider = Numbered::new(Some(HOUR));
    provider.fail_for_ever("wrong password");
    let credentials = provider.credentials();
    assert_eq!(ask(&credentials).await, Err("wrong password".to_owned()));
    provider.fail(None);
    credentials.forget();
    assert_eq!(ask(&credentials).await, ok("AKID2"));
    credentials.clone().forget();
    assert_eq!(ask(&credentials).await, ok("AKID3"));
}

#[tokio::test]
async fn what_is_on_its_way_is_forgotten_too() {
    let provider = Numbered::new(Some(HOUR));
    provider.permits.forget_permits(1_000);
    let credentials = provider.credentials();
    let early = credentials.clone();
    let early = tokio::spawn(async move { ask(&early).await });
    tokio::task::yield_now().await;
    credentials.forget();
    provider.permits.add_permits(1);
    assert_eq!(early.await.unwrap(), ok("AKID1"));
    provider.permits.add_permits(1);
    assert_eq!(ask(&credentials).await, ok("AKID2"));
}

#[tokio::test]
async fn in_the_last_minute_calls_wait_for_the_new_ones() {
    let provider = Numbered::new(Some(HOUR));
    let credentials = provider.credentials();
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(Duration::from_mins(59));
    provider.permits.forget_permits(1_000);
    let calls: Vec<_> = (0..50)
        .map(|_| {
            let credentials = credentials.clone();
            tokio::spawn(async move { ask(&credentials).await })
        })
        .collect();
    tokio::task::yield_now().await;
    provider.permits.add_permits(1);
    for call in calls {
        assert_eq!(call.await.unwrap(), ok("AKID2"));
    }
    assert_eq!(provider.fetches(), 2);
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn each_fetch_is_an_event_with_a_name_and_without_a_secret() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    // With one subscriber only, whichever test comes to a line of the log first decides whether it
    // is written.
    let _second = tracing::Dispatch::new(tracing::subscriber::NoSubscriber::new());
    let guard = tracing::subscriber::set_default(subscriber);

    let provider = Numbered::new(Some(HOUR));
    let credentials = provider
        .credentials()
        .with_name("production")
        .with_name("late");
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.fail(Some("no network"));
    provider.clock.advance(Duration::from_mins(58));
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(HOUR);
    ask(&credentials).await.unwrap_err();
    drop(guard);

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    let lines: Vec<_> = log
        .lines()
        .filter(|line| line.contains("credentials::cache"))
        .collect();
    assert_eq!(lines.len(), 3, "{log}");
    assert!(
        lines[0].contains("DEBUG") && lines[0].contains("credentials were fetched"),
        "{log}"
    );
    assert!(
        lines[0].contains("name=\"production\" end=2027-01-15T09:00:00Z"),
        "{log}"
    );
    assert!(
        lines[1].contains("WARN") && lines[1].contains("credentials could not be fetched"),
        "{log}"
    );
    assert!(
        lines[1].contains("error=no network again_at=2027-01-15T08:58:01Z"),
        "{log}"
    );
    assert!(lines[1].contains("old_ones_are_valid_for=120s"), "{log}");
    assert!(!lines[2].contains("old_ones"), "{log}");
    assert!(!log.contains("hunter2"), "{log}");
}
