//! Checksums of request bodies that are in memory.

use super::operations::{CallError, MD5, Otherwise, PutObject, send_message};
use super::server::{Seen, Server, ok};
use super::{REGION, credentials};
use crate::{Call, ErrorKind, RequestChecksumCalculation, SdkClientConfig, Sent};

pub(super) const ALGORITHM: &str = "x-amz-sdk-checksum-algorithm";

const WHEN_REQUIRED: SdkClientConfig = SdkClientConfig::new()
    .with_request_checksum_calculation(RequestChecksumCalculation::WhenRequired);

async fn put(request: PutObject<'_>, config: &SdkClientConfig) -> Result<Seen, CallError> {
    let server = Server::new([ok("")]);
    let request = PutObject {
        bucket: "bucket",
        ..request
    };
    let call = Call::new(&credentials(), REGION, &request, None).client_config(config);
    call.http_client(server.client()).await?;
    Ok(server.only())
}

fn content() -> PutObject<'static> {
    PutObject {
        body: Some("123456789"),
        ..PutObject::default()
    }
}

#[tokio::test]
async fn crc32_is_the_default() {
    let seen = put(content(), &SdkClientConfig::new()).await.unwrap();
    assert_eq!(seen.header("x-amz-checksum-crc32"), Some("y/Q5Jg=="));
    assert_eq!(seen.header(ALGORITHM), Some("CRC32"));
    assert_eq!(seen.body, "123456789");
    let signed = seen.header("authorization").unwrap();
    assert!(signed.contains(";x-amz-checksum-crc32;"), "{signed}");

    let nothing = put(PutObject::default(), &SdkClientConfig::new()).await;
    let nothing = nothing.unwrap();
    assert_eq!(nothing.header("x-amz-checksum-crc32"), Some("AAAAAA=="));
}

#[tokio::test]
async fn the_request_names_the_algorithm() {
    for (algorithm, header, checksum) in [
        ("CRC32", "x-amz-checksum-crc32", "y/Q5Jg=="),
        ("CRC32C", "x-amz-checksum-crc32c", "4waSgw=="),
        ("CRC64NVME", "x-amz-checksum-crc64nvme", "rosUhgp5mIg="),
        ("MD5", "x-amz-checksum-md5", "JfnnlDI7RTiF9RgfG2JNCw=="),
        (
            "SHA1",
            "x-amz-checksum-sha1",
            "98O8HYCOBHMq32eZZczDTKeuNEE=",
        ),
        (
            "SHA256",
            "x-amz-checksum-sha256",
            "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
        ),
    ] {
        // Whoever names one wants one.
        for config in [SdkClientConfig::new(), WHEN_REQUIRED] {
            let request = PutObject {
                checksum_algorithm: Some(algorithm),
                ..content()
            };
            let seen = put(request, &config).await.unwrap();
            assert_eq!(seen.header(header), Some(checksum), "{algorithm}");
            assert_eq!(seen.header(ALGORITHM), Some(algorithm));
        }
    }
}

#[tokio::test]
async fn an_algorithm_that_is_not_computed_is_refused_by_name() {
    let request = PutObject {
        checksum_algorithm: Some("XXHASH64"),
        ..content()
    };
    let error = put(request, &SdkClientConfig::new()).await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Construction);
    assert_eq!(error.sent(), Sent::No);
    let text = error.to_string();
    assert!(
        text.contains(
            "a checksum of `XXHASH64` is not computed here; set the checksum's own member"
        ),
        "{text}"
    );
}

#[tokio::test]
async fn a_checksum_that_is_given_is_the_one() {
    let request = PutObject {
        checksum_sha1: Some("98O8HYCOBHMq32eZZczDTKeuNEE="),
        ..content()
    };
    let seen = put(request, &SdkClientConfig::new()).await.unwrap();
    assert_eq!(
        seen.header("x-amz-checksum-sha1"),
        Some("98O8HYCOBHMq32eZZczDTKeuNEE=")
    );
    assert_eq!(seen.header("x-amz-checksum-crc32"), None);
    assert_eq!(seen.header(ALGORITHM), None);
}

#[tokio::test]
async fn none_where_it_is_not_required_and_not_wanted() {
    let seen = put(content(), &WHEN_REQUIRED).await.unwrap();
    assert_eq!(seen.header("x-amz-checksum-crc32"), None);
    assert_eq!(seen.header(ALGORITHM), None);
}

#[tokio::test]
async fn md5_is_always_required() {
    let server = Server::new([ok("{}")]);
    let request = Otherwise::<MD5>(send_message("hello"));
    let call = Call::new(&credentials(), REGION, &request, None).client_config(&WHEN_REQUIRED);
    call.http_client(server.client()).await.unwrap();
    let seen = server.only();
    // Of `{"QueueUrl":"https://queue","MessageBody":"hello"}`.
    assert_eq!(
        seen.header("content-md5"),
        Some("U79s972r3DThyEXOqmF37Q=="),
        "{}",
        seen.body
    );
}
