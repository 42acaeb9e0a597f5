//! Signing what is not modelled, by AWS's own vectors.

mod services;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::Request;
use serde_json::Value;

use super::{Payload, SigV4, SigningError};
use crate::{BearerToken, Credentials, DateTime, Region, StaticCredentials, TemporaryCredentials};

/// 2015-08-30T12:36:00Z, as all vectors have it.
const TIME: Duration = Duration::from_mins(24_015_636);

/// Those that sign a path which HTTP does not allow, and the one without the token.
const LISTED: [&str; 3] = ["get-space-normalized", "get-utf8", "post-sts-header-after"];

#[tokio::test]
async fn the_vectors_pass_in_headers_and_in_the_query() {
    let vectors = include_str!("../engine/tests/vectors/v4.jsonl");
    let mut passed = 0;
    for line in vectors.lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let name = text(&vector["name"]);
        let [header, query] = sign(&vector).await;
        let is_right = [
            header == text(&vector["header_signature"]),
            query == text(&vector["query_signature"]),
        ];
        assert_eq!(is_right, [!LISTED.contains(&name); 2], "{name}");
        passed += usize::from(is_right[0]);
    }
    assert_eq!(passed, 35);
}

/// The signatures in the headers and in the query.
async fn sign(vector: &Value) -> [String; 2] {
    let context = &vector["context"];
    let flag = |name: &str| context[name].as_bool().unwrap_or_default();
    let keys = &context["credentials"];
    let (id, secret) = (
        text(&keys["access_key_id"]),
        text(&keys["secret_access_key"]),
    );
    let credentials: Credentials = match keys["token"].as_str() {
        Some(token) => TemporaryCredentials::new(id, secret, token, None).into(),
        None => StaticCredentials::new(id, secret).into(),
    };
    let sigv4 = SigV4::new(
        text(&context["service"]),
        Region::new(text(&context["region"])).unwrap(),
    )
    .path_as_it_is(!flag("normalize"))
    .content_sha256(flag("sign_body"))
    .at(UNIX_EPOCH + TIME);

    let request = request(text(&vector["request"]));
    let signed = sigv4.sign(&credentials, request.clone()).await.unwrap();
    let header = signed.headers()["authorization"].to_str().unwrap();
    let expires = Duration::from_secs(context["expiration_in_seconds"].as_u64().unwrap());
    let payload = Payload::of(request.body());
    let presigned = sigv4
        .presign(&credentials, request, payload, expires)
        .await
        .unwrap();
    let query = presigned.uri().query().unwrap();
    let after = |text: &str, mark: &str| {
        let (_, found) = text.split_once(mark).unwrap();
        found.split('&').next().unwrap().to_owned()
    };
    [
        after(header, "Signature="),
        after(query, "X-Amz-Signature="),
    ]
}

/// Reads a request as it is on the wire.
fn request(text: &str) -> Request<String> {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    // A value goes on where a line begins with white space.
    let head = head.replace("\n ", " ");
    let mut lines = head.lines();
    let first = lines.next().unwrap().strip_suffix(" HTTP/1.1").unwrap();
    let (method, target) = first.split_once(' ').unwrap();
    let target: String = target
        .bytes()
        .map(|byte| match byte {
            b'!'..=b'~' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let headers: Vec<_> = lines.filter_map(|line| line.split_once(':')).collect();
    let (_, host) = headers.iter().find(|(name, _)| *name == "Host").unwrap();
    let mut request = Request::builder()
        .method(method)
        .uri(format!("https://{host}{target}"));
    for (name, value) in headers {
        request = request.header(name, value.trim());
    }
    request.body(body.to_owned()).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn key() -> Credentials {
    StaticCredentials::new("AKIA", "hunter2").into()
}

async fn refusal(credentials: &Credentials, url: &str) -> SigningError {
    let request = Request::get(url).body("").unwrap();
    let sigv4 = SigV4::new("execute-api", Region::EuWest1);
    sigv4.sign(credentials, request).await.unwrap_err()
}

#[tokio::test]
async fn what_cannot_be_signed_says_why() {
    for (url, words) in [
        (
            "/path",
            "the request's URI has no host; give all of it, for example",
        ),
        (
            "http://example.com/",
            "plain `http` to another computer, where everyone on the line can read it and send it \
             again; use `https`",
        ),
        ("http://127.0.0.1.example.com/", "use `https`"),
        ("ftp://example.com/", "`https://`"),
        ("https://a:hunter2@example.com/", "leave it out"),
    ] {
        let shown = refusal(&key(), url).await.to_string();
        assert!(shown.contains(words), "{url}: {shown}");
        assert!(
            !shown.contains("hunter2") && !shown.contains('\n'),
            "{shown}"
        );
    }
    let token = Credentials::from(BearerToken::new("token"));
    let error = refusal(&token, "https://example.com/").await;
    assert_eq!(error.to_string(), "there are no credentials to sign with");

    let request = Request::get("https://example.com/")
        .header("x-name", "Zoë")
        .body("");
    let sigv4 = SigV4::new("execute-api", Region::EuWest1);
    let error = sigv4.sign(&key(), request.unwrap()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "the header `x-name` is not ASCII and cannot be signed"
    );
}

#[tokio::test]
async fn a_token_is_sent_and_an_old_signature_is_replaced() {
    let keys = TemporaryCredentials::new("ASIA", "hunter2", "to/ken", None).into();
    let sigv4 = SigV4::new("execute-api", Region::EuWest1);
    let request = Request::post("http://127.0.0.1:8080/a?k=1&k=2&j=")
        .body(vec![1, 2, 3])
        .unwrap();
    let once = sigv4.sign(&keys, request).await.unwrap();
    assert_eq!(once.headers()["x-amz-security-token"], "to/ken");
    assert_eq!(once.headers()["host"], "127.0.0.1:8080");
    assert!(!format!("{:?}", once.headers()).contains("to/ken"));
    let twice = sigv4
        .at(UNIX_EPOCH + TIME)
        .sign(&key(), once)
        .await
        .unwrap();
    assert!(!twice.headers().contains_key("x-amz-security-token"));
    assert_eq!(twice.headers()["x-amz-date"], "20150830T123600Z");
    assert_eq!(twice.headers().get_all("authorization").iter().count(), 1);
    assert_eq!(twice.body(), &[1, 2, 3]);
}

#[tokio::test]
async fn bodies_need_not_be_read() {
    for (payload, hash) in [
        (Payload::Unsigned, "UNSIGNED-PAYLOAD".to_owned()),
        (
            Payload::StreamingUnsignedTrailer,
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER".to_owned(),
        ),
        (Payload::Sha256([0xab; 32]), "ab".repeat(32)),
    ] {
        let request = Request::put("https://bucket.s3.eu-west-1.amazonaws.com/key")
            .body(())
            .unwrap();
        let signed = SigV4::new("s3", Region::EuWest1)
            .sign_without_body(&key(), request, payload)
            .await
            .unwrap();
        assert_eq!(signed.headers()["x-amz-content-sha256"], hash);
    }
}

#[tokio::test]
async fn urls_end_in_time_and_before_their_credentials() {
    let sigv4 = SigV4::new("s3", Region::EuWest1);
    let in_an_hour = DateTime::from(SystemTime::now() + Duration::from_hours(1));
    let session = TemporaryCredentials::new("ASIA", "hunter2", "token", Some(in_an_hour)).into();
    let presign = async |credentials: &Credentials, expires| {
        let request = Request::get("https://bucket.s3.eu-west-1.amazonaws.com/key").body(());
        let signed = sigv4.presign(credentials, request.unwrap(), Payload::Unsigned, expires);
        signed.await.map_err(|error| error.to_string())
    };
    let hours = Duration::from_hours;
    assert!(presign(&key(), hours(7 * 24)).await.is_ok());
    for wrong in [
        Duration::ZERO,
        Duration::from_millis(999),
        hours(7 * 24 + 1),
    ] {
        let error = presign(&key(), wrong).await.unwrap_err();
        assert!(
            error.starts_with("a presigned URL is good for 1 second to 7 days, not "),
            "{error}"
        );
    }
    assert!(presign(&session, Duration::from_mins(59)).await.is_ok());
    let error = presign(&session, hours(2)).await.unwrap_err();
    assert!(
        error.contains("outlives its credentials, which end at "),
        "{error}"
    );
}
