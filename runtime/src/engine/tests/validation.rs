//! Checksums of answers' bodies.

use aws_smithy_types::byte_stream::ByteStream;

use super::operations::{GetObject, Otherwise, VALIDATED, send_message};
use super::server::{Reply, Seen, Server};
use super::{REGION, credentials};
use crate::engine::progress::find;
use crate::{Call, ChecksumMismatch, ErrorKind, ResponseChecksumValidation, SdkClientConfig, Sent};

type Headers = &'static [(&'static str, &'static str)];

const WHEN_REQUIRED: SdkClientConfig = SdkClientConfig::new()
    .with_response_checksum_validation(ResponseChecksumValidation::WhenRequired);

const WRONG: Headers = &[
    ("x-amz-checksum-crc32", "AAAAAA=="),
    ("content-length", "9"),
];

async fn get(mode: Option<&str>, config: &SdkClientConfig, headers: Headers) -> (Seen, ByteStream) {
    let server = Server::new([Reply::Answer(200, headers, "123456789")]);
    let request = GetObject {
        bucket: "bucket",
        key: "key",
        checksum_mode: mode,
    };
    let call = Call::new(&credentials(), REGION, &request, None).client_config(config);
    let object = call.http_client(server.client()).await.unwrap();
    (server.only(), object.body)
}

#[tokio::test]
async fn it_is_asked_for_and_holds() {
    for headers in [
        &[("x-amz-checksum-crc32", "y/Q5Jg==")] as Headers,
        &[("x-amz-checksum-crc32c", "4waSgw==")],
        &[("x-amz-checksum-crc64nvme", "rosUhgp5mIg=")],
        &[("x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE=")],
        &[],
    ] {
        let (seen, body) = get(None, &SdkClientConfig::new(), headers).await;
        assert_eq!(seen.header("x-amz-checksum-mode"), Some("ENABLED"));
        let body = body.collect().await.unwrap();
        assert_eq!(body.to_vec(), b"123456789");
    }
}

#[tokio::test]
async fn a_wrong_one_is_an_error_instead_of_the_last_bytes() {
    let (_, mut body) = get(None, &SdkClientConfig::new(), WRONG).await;
    let error = body.next().await.unwrap().unwrap_err();
    let mismatch = find::<ChecksumMismatch>(&error).unwrap();
    assert_eq!(
        mismatch.to_string(),
        "the body's CRC32 is `y/Q5Jg==`, but the service announced `AAAAAA==`"
    );
    assert_eq!(mismatch.algorithm(), "CRC32");

    // Where nobody says which bytes are the last, it comes behind them.
    let (_, mut body) = get(None, &SdkClientConfig::new(), &WRONG[..1]).await;
    assert_eq!(&*body.next().await.unwrap().unwrap(), b"123456789");
    assert!(body.next().await.unwrap().is_err());
}

/// Those of the parts of an object, what is no base64, and algorithms that the model does not have,
/// or we.
#[tokio::test]
async fn what_cannot_be_validated_is_not() {
    for headers in [
        &[("x-amz-checksum-crc32", "AAAAAA==-2")] as Headers,
        &[("x-amz-checksum-crc32", "AAAAAA-12")],
        &[("x-amz-checksum-crc32", "?")],
        &[("x-amz-checksum-md5", "AAAAAA==")],
        &[("x-amz-checksum-xxhash64", "AAAAAA==")],
    ] {
        let (_, body) = get(None, &SdkClientConfig::new(), headers).await;
        let body = body.collect().await.unwrap();
        assert_eq!(body.to_vec(), b"123456789", "{headers:?}");
    }
}

#[tokio::test]
async fn who_does_not_ask_does_not_validate() {
    let (seen, body) = get(None, &WHEN_REQUIRED, WRONG).await;
    assert_eq!(seen.header("x-amz-checksum-mode"), None);
    body.collect().await.unwrap();

    let (seen, body) = get(Some("ENABLED"), &WHEN_REQUIRED, WRONG).await;
    assert_eq!(seen.header("x-amz-checksum-mode"), Some("ENABLED"));
    body.collect().await.unwrap_err();
}

/// It may have been damaged once only.
#[tokio::test(start_paused = true)]
async fn an_answer_that_is_no_stream_is_got_again() {
    const DAMAGED: Reply = Reply::Answer(200, &[("x-amz-checksum-crc32", "AAAAAA==")], "{}");
    let request = Otherwise::<VALIDATED>(send_message("hello"));
    let whole = Reply::Answer(200, &[("x-amz-checksum-crc32", "o6a/Qw==")], "{}");
    let server = Server::new([DAMAGED, whole]);
    let call = Call::new(&credentials(), REGION, &request, None);
    call.http_client(server.client()).await.unwrap();

    let server = Server::new([DAMAGED, DAMAGED, DAMAGED]);
    let call = Call::new(&credentials(), REGION, &request, None);
    let error = call.http_client(server.client()).await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Response);
    assert_eq!(error.sent(), Sent::Yes);
    assert_eq!(error.status(), Some(200));
    let text = error.to_string();
    assert!(text.contains("the body's CRC32 is `"), "{text}");
    assert!(
        text.contains("but the service announced `AAAAAA==`"),
        "{text}"
    );
}
