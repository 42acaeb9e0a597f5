//! Many sources, and programs that were started together.

use std::time::Duration;

use super::provider::Numbered;
use super::{HOUR, ok};
use crate::credentials::cache::Cache;
use crate::credentials::source::Source;
use crate::credentials::tests::ask;
use crate::{Credentials, StaticCredentials};

/// The official SDK's cache asks 248 times: it holds 64 sources.
#[tokio::test]
async fn a_hundred_sources_are_asked_once_each() {
    let providers: Vec<_> = (0..100).map(|_| Numbered::new(Some(HOUR))).collect();
    let credentials: Vec<_> = providers.iter().map(Numbered::credentials).collect();
    for _ in 0..5 {
        for credentials in &credentials {
            assert_eq!(ask(credentials).await, ok("AKID1"));
        }
    }
    let fetches: usize = providers.iter().map(|provider| provider.fetches()).sum();
    assert_eq!(fetches, 100);
}

#[tokio::test]
async fn programs_that_start_together_do_not_ask_together() {
    let provider = Numbered::new(Some(HOUR));
    let latest = Credentials::from_cache(Cache::with_clock(
        provider.source(),
        provider.clock.clone(),
        |most| most,
    ));
    assert_eq!(ask(&latest).await, ok("AKID1"));
    // A quarter of the five minutes later than the earliest of all.
    provider
        .clock
        .advance(Duration::from_mins(55) + Duration::from_secs(74));
    assert_eq!(ask(&latest).await, ok("AKID1"));
    provider.clock.advance(Duration::from_secs(1));
    assert_eq!(ask(&latest).await, ok("AKID2"));
}

#[test]
fn the_real_jitter_stays_within_its_bound() {
    let cache = Cache::new(Source::from(StaticCredentials::new("AKID", "hunter2")));
    let most = Duration::from_secs(75);
    let times: Vec<_> = (0..1_000).map(|_| (cache.jitter)(most)).collect();
    assert!(times.iter().all(|time| *time <= most));
    assert!(times.iter().any(|time| *time > most / 2));
    assert!(times.iter().any(|time| *time < most / 2));
}
