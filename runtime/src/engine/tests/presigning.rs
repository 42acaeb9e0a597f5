//! Calls that are given away instead of made.

use std::time::{Duration, SystemTime};

use super::operations::{BEARER, GetObject, Otherwise, send_message};
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
    let shown = error.to_string();
    assert!(
        shown.contains("outlives its credentials, which end at "),
        "{shown}"
    );
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
    let token = crate::BearerToken::new("token").into();
    let call = Call::new(
        &token,
        REGION,
        &Otherwise::<BEARER>(send_message("hello")),
        None,
    );
    let error = call.presign(HOUR).await.unwrap_err();
    assert!(error.to_string().contains("nothing to presign"), "{error}");
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
