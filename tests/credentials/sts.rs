//! STS: who calls, roles, and tokens of others.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use aws_credential_types::attributes::AccountId;
use aws_credential_types::provider::ProvideCredentials as _;
use aws_credential_types::provider::error::CredentialsError;
use aws_operation::{
    AssumeRole, Credentials, Region, StaticCredentials, TemporaryCredentials, WebIdentity,
    validate_credentials,
};

use crate::refusals::chain;
use credentials::{Answer, Server};

pub(crate) const ROLE: &str = "arn:aws:iam::123456789012:role/path/Reader";

pub(crate) const CALLER: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult>\
    <Arn>arn:aws:iam::123456789012:user/alice</Arn><UserId>AIDAEXAMPLE</UserId>\
    <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

pub(crate) const ASSUMED: &str = "<AssumeRoleResponse><AssumeRoleResult><Credentials>\
    <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>hunter3</SecretAccessKey>\
    <SessionToken>role-token</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>\
    </Credentials></AssumeRoleResult></AssumeRoleResponse>";

pub(crate) fn ok(body: &str) -> Answer {
    Answer::new(200, body).header("content-type", "text/xml")
}

fn refusal(status: u16, code: &str, message: &str) -> Answer {
    Answer::new(
        status,
        format!(
            "<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
        ),
    )
}

fn base() -> StaticCredentials {
    StaticCredentials::new("AKIABASE", "hunter1")
}

#[tokio::test]
async fn credentials_say_whose_they_are() {
    let server = Server::start(|_, _| ok(CALLER));
    let caller = validate_credentials(&base().into(), Region::EuWest1)
        .client_config(&server.config())
        .await
        .expect("they are valid");
    assert_eq!(caller.account, "123456789012");
    assert_eq!(caller.arn, "arn:aws:iam::123456789012:user/alice");
    assert_eq!(caller.user_id, "AIDAEXAMPLE");
}

#[tokio::test]
async fn credentials_that_are_not_valid_say_why() {
    let server = Server::start(|_, _| {
        refusal(
            403,
            "InvalidClientTokenId",
            "The security token included in the request is invalid.",
        )
    });
    let error = validate_credentials(&base().into(), Region::EuWest1)
        .client_config(&server.config())
        .await
        .expect_err("they are not");
    assert_eq!(error.code(), Some("InvalidClientTokenId"));
    assert!(
        error
            .to_string()
            .starts_with("sts:GetCallerIdentity in eu-west-1: InvalidClientTokenId")
    );
}

#[tokio::test]
async fn a_role_is_taken_with_all_that_was_set() {
    let server = Server::start(|_, _| ok(ASSUMED));
    let role = AssumeRole::new(base(), Region::EuWest1, ROLE)
        .session_name("ten-euros")
        .duration(Duration::from_mins(30))
        .external_id("customer-42")
        .policy(r#"{"Version":"2012-10-17"}"#)
        .policy_arn("arn:aws:iam::aws:policy/ReadOnlyAccess")
        .session_tag("one", "1")
        .transitive_session_tag("two", "2")
        .source_identity("alice")
        .mfa("arn:aws:iam::123456789012:mfa/alice", || async {
            Ok("123456".to_owned())
        })
        .client_config(&server.config());
    let credentials = Credentials::from(role);
    let keys = credentials.provide_credentials().await.expect("a session");
    assert_eq!(keys.access_key_id(), "ASIAROLE");
    assert_eq!(keys.secret_access_key(), "hunter3");
    assert_eq!(keys.session_token(), Some("role-token"));
    assert_eq!(
        keys.account_id().map(AccountId::as_str),
        Some("123456789012")
    );
    assert!(keys.expiry().is_some());

    let sent = &server.seen()[0];
    let authorization = sent.header("authorization").expect("it is signed");
    assert!(
        authorization.contains("Credential=AKIABASE/"),
        "{authorization}"
    );
    let sent = sent.text();
    for part in [
        "Action=AssumeRole&",
        "RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fpath%2FReader",
        "RoleSessionName=ten-euros",
        "DurationSeconds=1800",
        "ExternalId=customer-42",
        "PolicyArns.member.1.arn=arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess",
        "Tags.member.1.Key=one&Tags.member.1.Value=1",
        "Tags.member.2.Key=two",
        "TransitiveTagKeys.member.1=two",
        "SourceIdentity=alice",
        "SerialNumber=arn",
        "TokenCode=123456",
    ] {
        assert!(sent.contains(part), "{part} is not in {sent}");
    }
}

#[tokio::test]
async fn roles_follow_each_other() {
    let server = Server::start(|_, _| ok(ASSUMED));
    let first = AssumeRole::new(base(), Region::EuWest1, ROLE).client_config(&server.config());
    let second = AssumeRole::new(first, Region::EuWest1, ROLE).client_config(&server.config());
    let credentials = Credentials::from(second);
    for _ in 0..3 {
        credentials.provide_credentials().await.expect("a session");
    }
    let seen = server.seen();
    let signer = |at: usize| seen[at].header("authorization").expect("signed").to_owned();
    assert_eq!(seen.len(), 2);
    assert!(signer(0).contains("Credential=AKIABASE/"));
    assert!(signer(1).contains("Credential=ASIAROLE/"));
    assert_eq!(seen[1].header("x-amz-security-token"), Some("role-token"));
}

#[tokio::test]
async fn what_cannot_heal_is_told_from_what_can() {
    for (code, stays) in [
        ("ValidationError", true),
        ("MalformedPolicyDocument", true),
        ("AccessDenied", false),
    ] {
        let server = Server::start(move |_, _| refusal(400, code, "no"));
        let role = AssumeRole::new(base(), Region::EuWest1, ROLE).client_config(&server.config());
        let error = Credentials::from(role)
            .provide_credentials()
            .await
            .expect_err("no session");
        let shown = chain(&error);
        assert!(
            shown.contains(&format!("sts:AssumeRole in eu-west-1: {code}: no")),
            "{shown}"
        );
        assert_eq!(
            matches!(error, CredentialsError::InvalidConfiguration(_)),
            stays,
            "{code}"
        );
    }
}

#[tokio::test]
async fn bad_settings_are_named_and_nothing_is_sent() {
    let server = Server::start(|_, _| ok(ASSUMED));
    let role =
        |arn: &str| AssumeRole::new(base(), Region::EuWest1, arn).client_config(&server.config());
    for (role, words) in [
        (role("Reader"), "\"Reader\" is not the ARN of a role"),
        (
            role(ROLE).session_name("a b"),
            "\"a b\" cannot name a session",
        ),
        (
            role(ROLE).duration(Duration::from_secs(1)),
            "15 minutes to 12 hours, not 1s",
        ),
        (
            role(ROLE).mfa("alice", || async { Err("no device".into()) }),
            "no device",
        ),
    ] {
        let error = Credentials::from(role)
            .provide_credentials()
            .await
            .expect_err("no session");
        let shown = chain(&error);
        assert!(shown.contains(words), "{shown}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_token_takes_a_role_unsigned_and_is_read_each_time() {
    let body = ASSUMED.replace("AssumeRoleRes", "AssumeRoleWithWebIdentityRes");
    let server = Server::start(move |_, _| ok(&body));
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), "first.token\n").expect("it is written");
    let identity = WebIdentity::new(Region::EuWest1, ROLE, file.path())
        .session_name("pod")
        .client_config(&server.config());
    let credentials = Credentials::from(identity);
    credentials.provide_credentials().await.expect("a session");
    std::fs::write(file.path(), "second.token").expect("it is written");
    credentials.forget();
    credentials.provide_credentials().await.expect("a session");

    let seen = server.seen();
    assert_eq!(seen[0].header("authorization"), None);
    assert!(
        seen[0].text().contains("WebIdentityToken=first.token&")
            || seen[0].text().ends_with("WebIdentityToken=first.token"),
        "{}",
        seen[0].text()
    );
    assert!(
        seen[1].text().contains("WebIdentityToken=second.token"),
        "{}",
        seen[1].text()
    );
}

#[tokio::test]
async fn a_token_may_come_from_anywhere() {
    let body = ASSUMED.replace("AssumeRoleRes", "AssumeRoleWithWebIdentityRes");
    let server = Server::start(move |_, _| ok(&body));
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    let identity = WebIdentity::with_token(Region::EuWest1, ROLE, move || {
        counted.fetch_add(1, Ordering::Relaxed);
        async { Ok("a.b.c".to_owned()) }
    });
    let credentials = Credentials::from(identity.client_config(&server.config()));
    for _ in 0..3 {
        credentials.provide_credentials().await.expect("a session");
    }
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    assert!(server.seen()[0].text().contains("WebIdentityToken=a.b.c"));
}

#[tokio::test]
async fn a_token_file_that_is_missing_is_named() {
    let identity = WebIdentity::new(Region::EuWest1, ROLE, "/nowhere/token");
    let error = Credentials::from(identity)
        .provide_credentials()
        .await
        .expect_err("no token");
    let shown = chain(&error);
    assert!(
        shown.contains("the web identity token in /nowhere/token cannot be read: No such file"),
        "{shown}"
    );
}

/// What the CLI handed out goes in with its end.
#[tokio::test]
async fn sessions_made_elsewhere_end_when_they_end() {
    let ended = TemporaryCredentials::new(
        "ASIA",
        "secret",
        "token",
        Some(aws_operation::DateTime::from_secs(1)),
    );
    let error = Credentials::from(ended)
        .provide_credentials()
        .await
        .expect_err("they have ended");
    assert!(chain(&error).contains("have expired"), "{}", chain(&error));
}

/// A form goes into the URL: it is all that there is to give away.
#[tokio::test]
async fn who_one_is_can_be_asked_by_others() {
    let presigned = validate_credentials(&base().into(), Region::EuWest1)
        .presign(Duration::from_mins(1))
        .await
        .expect("a URL");
    let url = presigned.url();
    assert_eq!(presigned.method().as_str(), "GET");
    assert!(presigned.headers().is_empty() && presigned.body().is_empty());
    let start =
        "https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-";
    assert!(url.starts_with(start), "{url}");
}
