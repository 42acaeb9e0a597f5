//! Where requests go.

use super::operations::{GetObject, PutObject, send_message};
use super::server::{Server, ok};
use super::{REGION, credentials};
use crate::{BasicClientConfig, Call, EndpointUrl, Region, S3Config, SdkClientConfig};

async fn sqs_at(region: Region, endpoint: Option<&'static str>) -> String {
    let server = Server::new([ok("{}")]);
    let mut config = BasicClientConfig::new();
    if let Some(endpoint) = endpoint {
        config = config.with_endpoint(EndpointUrl::new(endpoint).unwrap());
    }
    let call = Call::new(&credentials(), region, &send_message("hello"), None);
    call.client_config(&config)
        .http_client(server.client())
        .await
        .unwrap();
    server.only().uri
}

async fn s3_at(bucket: &str, endpoint: Option<&'static str>) -> String {
    let server = Server::new([ok("")]);
    let mut config = BasicClientConfig::new();
    if let Some(endpoint) = endpoint {
        config = config.with_endpoint(EndpointUrl::new(endpoint).unwrap());
    }
    let call = Call::new(
        &credentials(),
        REGION,
        &PutObject {
            bucket,
            ..PutObject::default()
        },
        None,
    );
    call.client_config(&config)
        .http_client(server.client())
        .await
        .unwrap();
    server.only().uri
}

#[tokio::test]
async fn partitions() {
    assert_eq!(
        sqs_at(Region::UsEast1, None).await,
        "https://sqs.us-east-1.amazonaws.com/"
    );
    assert_eq!(
        sqs_at(Region::CnNorth1, None).await,
        "https://sqs.cn-north-1.amazonaws.com.cn/"
    );
    let new = Region::new("eu-mars-1").unwrap();
    assert_eq!(
        sqs_at(new, None).await,
        "https://sqs.eu-mars-1.amazonaws.com/"
    );
}

#[tokio::test]
async fn an_endpoint_of_ones_own_keeps_its_path() {
    for endpoint in ["http://localhost:4566/base", "http://localhost:4566/base/"] {
        let uri = sqs_at(REGION, Some(endpoint)).await;
        assert_eq!(uri, "http://localhost:4566/base/");
    }
    assert_eq!(
        sqs_at(REGION, Some("http://localhost:4566")).await,
        "http://localhost:4566/"
    );
    assert_eq!(
        s3_at("bucket", Some("http://localhost:4566/base")).await,
        "http://localhost:4566/base/bucket/key?x-id=PutObject"
    );
}

#[tokio::test]
async fn buckets() {
    let host = "https://bucket-1.s3.eu-west-1.amazonaws.com/key?x-id=PutObject";
    assert_eq!(s3_at("bucket-1", None).await, host);
    // No label of a host's name that AWS's certificates cover.
    for bucket in ["with.dot", "Upper", "under_score", "-start", "end-", "ab"] {
        let path = format!("https://s3.eu-west-1.amazonaws.com/{bucket}/key?x-id=PutObject");
        assert_eq!(s3_at(bucket, None).await, path);
    }
    assert_eq!(
        s3_at("../evil.example/", None).await,
        "https://s3.eu-west-1.amazonaws.com/..%2Fevil.example%2F/key?x-id=PutObject"
    );
}

#[tokio::test]
async fn access_points_and_directory_buckets() {
    let arn = "arn:aws:s3:us-west-2:123456789012:accesspoint/data";
    assert_eq!(
        s3_at(arn, None).await,
        "https://data-123456789012.s3-accesspoint.us-west-2.amazonaws.com/key?x-id=PutObject"
    );
    assert_eq!(
        s3_at("b--euw1-az1--x-s3", None).await,
        "https://b--euw1-az1--x-s3.s3express-euw1-az1.eu-west-1.amazonaws.com/key?x-id=PutObject"
    );
}

#[tokio::test]
async fn what_the_configuration_says_of_the_endpoint() {
    let at = async |config: SdkClientConfig| {
        let server = Server::new([ok("")]);
        let request = PutObject {
            bucket: "bucket-1",
            ..PutObject::default()
        };
        let call = Call::new(&credentials(), REGION, &request, None);
        let call = call.client_config(&config).http_client(server.client());
        match call.await {
            Ok(()) => server.only().uri,
            Err(error) => error.to_string(),
        }
    };
    let config = SdkClientConfig::new;
    let s3 = S3Config::new;

    assert_eq!(
        at(config().with_fips(true).with_dual_stack(true)).await,
        "https://bucket-1.s3-fips.dualstack.eu-west-1.amazonaws.com/key?x-id=PutObject"
    );
    assert_eq!(
        at(config().with_s3(s3().with_accelerate(true))).await,
        "https://bucket-1.s3-accelerate.amazonaws.com/key?x-id=PutObject"
    );
    assert_eq!(
        at(config().with_s3(s3().with_path_style(true))).await,
        "https://s3.eu-west-1.amazonaws.com/bucket-1/key?x-id=PutObject"
    );
    let own = || config().with_endpoint(EndpointUrl::from_static("http://localhost:4566"));
    assert_eq!(
        at(own().with_s3(s3().with_path_style(false))).await,
        "http://bucket-1.localhost:4566/key?x-id=PutObject"
    );
    assert_eq!(
        at(own().with_fips(true)).await,
        "s3:PutObject in eu-west-1: A custom endpoint cannot be combined with FIPS"
    );
}

#[tokio::test]
async fn keys_stay_as_they_are() {
    let server = Server::new([ok("")]);
    let request = GetObject {
        bucket: "bucket",
        key: "/a//b/../c+d",
        ..GetObject::default()
    };

    let call = Call::new(&credentials(), REGION, &request, None);
    call.http_client(server.client()).await.unwrap();

    assert_eq!(
        server.only().uri,
        "https://bucket.s3.eu-west-1.amazonaws.com//a//b/../c%2Bd"
    );
}

#[test]
fn host_prefixes() {
    use crate::engine::host_prefix::fill;

    let message = send_message("account-1");
    assert_eq!(fill("data-", &message).unwrap(), "data-");
    assert_eq!(fill("{MessageBody}.x-", &message).unwrap(), "account-1.x-");
    for value in ["", "a.evil.example/", "-a"] {
        let error = fill("{MessageBody}.", &send_message(value)).unwrap_err();
        assert!(error.to_string().contains("`MessageBody`"), "{error}");
    }
    assert!(fill("{Nothing}.", &message).is_err());
}
