mod failures;
mod many;
mod provider;

use std::time::Duration;

use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::identity::{IdentityCacheLocation, ResolveIdentity};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_types::config_bag::ConfigBag;
use futures_util::FutureExt;

use crate::credentials::tests::ask;
use provider::Numbered;

#[expect(
    clippy::unnecessary_wraps,
    reason = "to be compared with what `ask` gives"
)]
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
async fn calls_that_wait_together_fail_together_and_a_later_one_tries_again() {
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
    provider.clock.advance(Duration::from_secs(1));
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
async fn a_call_that_is_never_polled_again_holds_nobody_up() {
    let provider = Numbered::new(Some(HOUR));
    provider.permits.forget_permits(1_000);
    let credentials = provider.credentials();

    let mut stuck = Box::pin(ask(&credentials));
    assert!(stuck.as_mut().now_or_never().is_none());
    provider.permits.add_permits(2);
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(2 * HOUR);
    assert_eq!(ask(&credentials).await, ok("AKID2"));
    assert_eq!(stuck.await, ok("AKID1"));
}

#[tokio::test]
async fn new_ones_are_fetched_before_the_old_ones_end() {
    let provider = Numbered::new(Some(HOUR));
    let credentials = provider.credentials();
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(Duration::from_secs(3_299));
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
    provider.clock.advance(Duration::from_mins(58));
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

    provider.clock.advance(Duration::from_mins(58));
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

    // Nor is it hammered in the last minute.
    provider.clock.advance(Duration::from_secs(85));
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    assert_eq!(provider.fetches(), 4);

    provider.clock.advance(Duration::from_secs(5));
    assert!(
        ask(&credentials)
            .await
            .unwrap_err()
            .starts_with("no network")
    );
    assert!(credentials.fallback_on_interrupt().is_none());
    provider.fail(None);
    credentials.forget();
    assert_eq!(
        ask(&credentials).await,
        ok(&format!("AKID{}", provider.fetches()))
    );
}

#[tokio::test(start_paused = true)]
async fn a_source_that_hangs_holds_calls_up_for_a_while_only() {
    let provider = Numbered::new(Some(HOUR));
    let credentials = provider.credentials();
    let begin = tokio::time::Instant::now();
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    provider.clock.advance(Duration::from_mins(59));
    provider.permits.forget_permits(1_000);
    assert_eq!(ask(&credentials).await, ok("AKID1"));
    assert_eq!(begin.elapsed(), Duration::from_secs(5));

    provider.clock.advance(Duration::from_mins(1));
    let begin = tokio::time::Instant::now();
    let error = credentials.provide_credentials().await.unwrap_err();
    assert_eq!(begin.elapsed(), Duration::from_secs(30));
    assert!(
        matches!(error, CredentialsError::ProviderTimedOut(_)),
        "{error:?}"
    );
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
    for _ in 0..10 {
        assert_eq!(ask(&credentials).await, ok("AKID1"));
    }
    provider.clock.advance(Duration::from_secs(30));
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
