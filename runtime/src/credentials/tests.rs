use std::error::Error;
use std::time::{Duration, SystemTime};

use super::*;
use crate::DateTime;

/// The access key's id, or the innermost reason why there is none.
pub(super) async fn ask(credentials: &Credentials) -> Result<String, String> {
    match credentials.provide_credentials().await {
        Ok(keys) => Ok(keys.access_key_id().to_owned()),
        Err(error) => Err(error
            .source()
            .map_or_else(|| error.to_string(), ToString::to_string)),
    }
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
    let shown = format!("{keys:#?} {session:#?}");
    assert!(
        shown.contains("AKID") && shown.contains("[redacted]"),
        "{shown}"
    );
    assert!(!shown.contains("hunter"), "{shown}");

    let provider = aws_credential_types::Credentials::new("AKID", "hunter2", None, None, "test");
    for handle in [
        keys.into(),
        session.into(),
        Credentials::from_provider(provider),
    ] {
        ask(&handle).await.unwrap();
        let shown = format!("{handle:#?} {:#?}", handle.identity_resolver());
        assert!(
            shown.contains("source") && !shown.contains("hunter"),
            "{shown}"
        );
    }
}
