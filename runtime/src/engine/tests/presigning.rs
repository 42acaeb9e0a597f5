//! Calls that are given away instead of made.

use std::time::{Duration, SystemTime};

use super::operations::{
    BEARER, CallError, GetObject, Otherwise, PUBLIC, SIGNED_OR_BEARER, send_message,
};
use super::{REGION, credentials};
use crate::config::SdkClientConfig;
use crate::{
    Call, Credentials, DateTime, EndpointUrl, Error, ErrorKind, PresignedRequest, Sent,
    TemporaryCredentials,
};

const HOUR: Duration = Duration::from_hours(1);

fn get() -> GetObject<'static> {
    GetObject {
        bucket: "pictures",
        key: "a cat/in the sun.jpeg",
        ..GetObject::default()
    }
}

async fn presigned(
    credentials: &Credentials,
    config: &SdkClientConfig,
) -> Result<PresignedRequest, Error> {
    let call = Call::new(credentials, REGION, &get(), None);
    call.client_config(config).presign(HOUR).await
}

#[tokio::test]
async fn the_url_goes_where_the_call_would() {
    let here = EndpointUrl::from_static("http://127.0.0.1:9000/base");
    for (config, start) in [
        (
            SdkClientConfig::new(),
            "https://pictures.s3.eu-west-1.amazonaws.com/a%20cat/in%20the%20sun.jpeg?",
        ),
        (
            SdkClientConfig::new().with_dual_stack(true),
            "https://pictures.s3.dualstack.eu-west-1.amazonaws.com/a%20cat",
        ),
        (
            SdkClientConfig::at(here),
            "http://127.0.0.1:9000/base/pictures/a%20cat/in%20the%20sun.jpeg?",
        ),
    ] {
        let presigned = presigned(&credentials(), &config).await.unwrap();
        assert!(presigned.url().starts_with(start), "{}", presigned.url());
        assert_eq!(presigned.method(), "GET");
        assert!(presigned.headers().is_empty() && presigned.body().is_empty());
        for part in [
            "X-Amz-Algorithm=AWS4-HMAC-SHA256",
            "X-Amz-Expires=3600",
            "X-Amz-SignedHeaders=host&",
            "X-Amz-Signature=",
        ] {
            assert!(presigned.url().contains(part), "{}", presigned.url());
        }
        let shown = format!("{presigned:?}");
        assert!(
            shown.contains("?[redacted]") && !shown.contains("X-Amz"),
            "{shown}"
        );
    }
}

#[tokio::test]
async fn it_ends_before_its_credentials() {
    let end = |hours| DateTime::from(SystemTime::now() + Duration::from_hours(hours));
    let session = |hours| TemporaryCredentials::new("ASIA", "hunter2", "to/ken", Some(end(hours)));
    let long = presigned(&session(2).into(), &SdkClientConfig::new())
        .await
        .unwrap();
    assert!(
        long.url().contains("X-Amz-Security-Token=to%2Fken"),
        "{}",
        long.url()
    );

    let short = TemporaryCredentials::new(
        "ASIA",
        "hunter2",
        "token",
        Some(DateTime::from(SystemTime::now() + Duration::from_mins(30))),
    );
    let error = presigned(&short.into(), &SdkClientConfig::new())
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Construction, Sent::No)
    );
    // Who reads it sees both times, and what to do.
    let shown = error.to_string();
    let (_, times) = shown.split_once("is to be good until ").unwrap();
    let (until, rest) = times
        .split_once(" outlives its credentials, which end at ")
        .unwrap();
    let (end, way_out) = rest.split_once("; ").unwrap();
    assert!(end < until && until.ends_with('Z'), "{shown}");
    assert!(way_out.contains("let it end before"), "{shown}");
}

/// Signatures have whole seconds: what is said of their end is not later than that.
#[tokio::test]
async fn it_ends_when_its_signature_does() {
    let call = Call::new(&credentials(), REGION, &get(), None);
    let presigned = call.presign(Duration::from_millis(90_999)).await.unwrap();
    let url = presigned.url();
    assert!(url.contains("&X-Amz-Expires=90&"), "{url}");
    let (_, date) = url.split_once("X-Amz-Date=").unwrap();
    let start = DateTime::from_secs(presigned.expires_at().secs() - 90);
    let start: String = start
        .to_string()
        .chars()
        .filter(|c| !matches!(c, '-' | ':'))
        .collect();
    assert!(date.starts_with(&start), "{start} {url}");
}

#[test]
fn it_can_be_made_on_another_thread() {
    fn is_send<T: Send + 'static>(_: T) {}
    is_send(Call::new(&credentials(), REGION, &get(), None).presign(HOUR));
}

#[tokio::test]
async fn a_body_of_others_is_signed() {
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);
    let presigned = call.presign(HOUR).await.unwrap();
    assert_eq!(presigned.method(), "POST");
    assert!(presigned.headers().contains_key("x-amz-target"));
    assert!(
        presigned
            .url()
            .contains("X-Amz-SignedHeaders=content-type%3Bhost%3Bx-amz-target"),
        "{}",
        presigned.url()
    );
    assert!(presigned.body().starts_with(b"{"));
    let request = http::Request::from(presigned.clone());
    assert_eq!(request.uri().to_string(), presigned.url());
}

#[tokio::test]
async fn what_is_not_signed_is_not_presigned() {
    let token = Credentials::from(crate::BearerToken::new("token"));
    let refusal = async |call: Call<_, CallError>| call.presign(HOUR).await.unwrap_err();
    let bearer = Otherwise::<BEARER>(send_message("hello"));
    let either = Otherwise::<SIGNED_OR_BEARER>(send_message("hello"));
    let public = Otherwise::<PUBLIC>(send_message("hello"));
    for (error, way_out) in [
        (
            refusal(Call::new(&token, REGION, &bearer, None)).await,
            "make the call itself",
        ),
        (
            refusal(Call::new(&token, REGION, &either, None)).await,
            "make the credentials of keys",
        ),
        (
            refusal(Call::new(&credentials(), REGION, &public, None)).await,
            "whoever knows the request can send it",
        ),
    ] {
        let shown = error.to_string();
        assert!(
            shown.contains("nothing to presign; ") && shown.contains(way_out),
            "{shown}"
        );
        assert_eq!(error.sent(), Sent::No);
    }
    let call = Call::new(&credentials(), REGION, &get(), None);
    let error = call.presign(Duration::ZERO).await.unwrap_err();
    assert!(
        error.to_string().contains("1 second to 7 days, not 0ns"),
        "{error}"
    );
}

#[cfg(feature = "sigv4a")]
#[tokio::test]
async fn it_is_good_for_several_regions_where_the_endpoint_is() {
    let request = GetObject {
        bucket: "arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap",
        key: "cat",
        ..GetObject::default()
    };
    let call = Call::new(&credentials(), REGION, &request, None);
    let presigned = call.presign(HOUR).await.unwrap();
    let url = presigned.url();
    assert!(
        url.starts_with("https://mfzwi23gnjvgw.mrap.accesspoint.s3-global.amazonaws.com/cat?"),
        "{url}"
    );
    assert!(
        url.contains("X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256"),
        "{url}"
    );
    assert!(url.contains("&X-Amz-Region-Set=%2A"), "{url}");
}
