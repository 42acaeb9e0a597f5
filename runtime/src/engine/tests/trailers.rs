//! Checksums behind live streams, and streams that are sent again.

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

use super::checksums::ALGORITHM;
use super::operations::{CallError, PutObject};
use super::server::{Reply, Seen, Server, ok};
use super::streams::frames;
use super::{REGION, credentials};
use crate::{Call, EndpointUrl, ErrorKind, SdkClientConfig, Sent};

const BUSY: Reply = Reply::Answer(503, &[], "");

/// A stream that can be read again, as a file can.
fn replayable(text: &'static str) -> ByteStream {
    ByteStream::new(SdkBody::retryable(move || {
        SdkBody::from_body_1_x(SdkBody::from(text))
    }))
}

async fn put(
    request: PutObject<'_>,
    stream: ByteStream,
    config: &SdkClientConfig,
    server: &Server,
) -> Result<(), CallError> {
    let request = PutObject {
        bucket: "bucket",
        ..request
    };
    let call = Call::new(&credentials(), REGION, &request, Some(stream)).client_config(config);
    call.http_client(server.client()).await
}

async fn put_once(request: PutObject<'_>, stream: ByteStream, config: &SdkClientConfig) -> Seen {
    let server = Server::new([ok("")]);
    put(request, stream, config, &server).await.unwrap();
    server.only()
}

/// <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>
#[tokio::test]
async fn over_tls_the_checksum_follows_the_chunks() {
    let request = PutObject {
        content_length: Some(11),
        content_encoding: Some("zstd"),
        ..PutObject::default()
    };
    let stream = frames(&["Hello", "", " world"]);
    let seen = put_once(request, stream, &SdkClientConfig::new()).await;
    for (header, value) in [
        ("content-encoding", "zstd,aws-chunked"),
        ("content-length", "52"),
        ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
        ("x-amz-decoded-content-length", "11"),
        (ALGORITHM, "CRC32"),
        ("x-amz-trailer", "x-amz-checksum-crc32"),
    ] {
        assert_eq!(seen.header(header), Some(value), "{header}");
    }
    assert_eq!(seen.header("x-amz-checksum-crc32"), None);
    let body = "B\r\nHello world\r\n0\r\nx-amz-checksum-crc32:i9aeUg==\r\n\r\n";
    assert_eq!(seen.body, body);
    assert_eq!(body.len(), 52);
}

/// The same algorithms as in a header, and chunks of 64 KiB.
#[tokio::test]
async fn the_request_names_the_algorithm() {
    let request = PutObject {
        checksum_algorithm: Some("SHA256"),
        ..PutObject::default()
    };
    let seen = put_once(request, replayable("123456789"), &SdkClientConfig::new()).await;
    let trailer = "x-amz-checksum-sha256:FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=";
    assert_eq!(seen.header("content-encoding"), Some("aws-chunked"));
    assert_eq!(
        seen.body,
        format!("9\r\n123456789\r\n0\r\n{trailer}\r\n\r\n")
    );

    let long = "x".repeat(65_536 + 1);
    let stream = ByteStream::new(SdkBody::from_body_1_x(SdkBody::from(long.clone())));
    let seen = put_once(PutObject::default(), stream, &SdkClientConfig::new()).await;
    let chunks = format!(
        "10000\r\n{}\r\n1\r\nx\r\n0\r\nx-amz-checksum-crc32:",
        &long[1..]
    );
    assert!(seen.body.starts_with(&chunks));
    assert_eq!(
        seen.header("content-length"),
        Some(&*seen.body.len().to_string())
    );

    let nothing = put_once(
        PutObject::default(),
        replayable(""),
        &SdkClientConfig::new(),
    )
    .await;
    assert_eq!(nothing.header("x-amz-decoded-content-length"), Some("0"));
    assert_eq!(nothing.body, "0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
}

/// What is signed chunk by chunk is verified by the S3 server of `tests/s3`.
#[tokio::test]
async fn without_tls_the_chunks_are_signed() {
    let config = SdkClientConfig::at(EndpointUrl::from_static("http://127.0.0.1:9"));
    let seen = put_once(PutObject::default(), replayable("Hello world"), &config).await;
    assert_eq!(
        seen.header("x-amz-content-sha256"),
        Some("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")
    );
    assert_eq!(
        seen.header("content-length"),
        Some(&*seen.body.len().to_string())
    );
    let lines: Vec<_> = seen.body.split("\r\n").collect();
    let [first, content, last, checksum, signature, "", ""] = *lines else {
        panic!("{lines:?}");
    };
    assert!(first.starts_with("B;chunk-signature="), "{first}");
    assert_eq!(content, "Hello world");
    assert!(last.starts_with("0;chunk-signature="), "{last}");
    assert_eq!(checksum, "x-amz-checksum-crc32:i9aeUg==");
    assert!(signature.starts_with("x-amz-trailer-signature:"));
}

#[tokio::test]
async fn a_checksum_that_is_given_goes_in_its_header() {
    let request = PutObject {
        checksum_sha1: Some("98O8HYCOBHMq32eZZczDTKeuNEE="),
        ..PutObject::default()
    };
    let seen = put_once(request, replayable("123456789"), &SdkClientConfig::new()).await;
    assert_eq!(seen.body, "123456789");
    assert_eq!(seen.header("content-length"), Some("9"));
    assert_eq!(seen.header("x-amz-trailer"), None);
    assert_eq!(
        seen.header("x-amz-content-sha256"),
        Some("UNSIGNED-PAYLOAD")
    );
}

#[tokio::test]
async fn a_length_that_nobody_knows() {
    let server = Server::new([]);
    let stream = frames(&["123"]);
    let config = SdkClientConfig::new();
    let error = put(PutObject::default(), stream, &config, &server).await;
    let error = error.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Construction);
    assert_eq!(error.sent(), Sent::No);
    let text = "`s3` needs to know how long the stream is; set `content_length`";
    assert!(error.to_string().contains(text), "{error}");
}

/// Over TLS and without it: then every attempt has signatures of its own.
#[tokio::test(start_paused = true)]
async fn what_can_be_read_again_is_sent_again() {
    let tls = SdkClientConfig::new();
    let plain = SdkClientConfig::at(EndpointUrl::from_static("http://127.0.0.1:9"));
    for (config, is_signed) in [(tls, false), (plain, true)] {
        let server = Server::new([BUSY, Reply::Broken, ok("")]);
        let stream = replayable("Hello world");
        put(PutObject::default(), stream, &config, &server)
            .await
            .unwrap();
        let seen = server.seen();
        assert_eq!(seen.len(), 3);
        for attempt in seen {
            assert!(attempt.body.contains("\r\nHello world\r\n0"));
            assert!(
                attempt
                    .body
                    .contains("\r\nx-amz-checksum-crc32:i9aeUg==\r\n")
            );
            assert_eq!(attempt.body.contains(";chunk-signature="), is_signed);
            assert_eq!(attempt.header("content-encoding"), Some("aws-chunked"));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_can_be_read_once_is_sent_once() {
    let server = Server::new([BUSY]);
    let request = PutObject {
        content_length: Some(3),
        ..PutObject::default()
    };
    let config = SdkClientConfig::new();
    let error = put(request, frames(&["123"]), &config, &server).await;
    let error = error.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status(), Some(503));
    assert_eq!(error.attempts(), 1);
    assert_eq!(server.seen().len(), 1);
}

/// The service is to see that what it gets the second time is something else.
#[tokio::test(start_paused = true)]
async fn a_file_that_changes_keeps_its_first_checksum() {
    let server = Server::new([BUSY, BUSY, ok("")]);
    let asked = server.clone();
    let stream = ByteStream::new(SdkBody::retryable(move || {
        let text = if asked.was_asked() {
            "Jello world"
        } else {
            "Hello world"
        };
        SdkBody::from_body_1_x(SdkBody::from(text))
    }));
    put(
        PutObject::default(),
        stream,
        &SdkClientConfig::new(),
        &server,
    )
    .await
    .unwrap();
    let seen = server.seen();
    assert!(seen[0].body.contains("Hello"), "{}", seen[0].body);
    assert!(seen[2].body.contains("Jello"), "{}", seen[2].body);
    for attempt in seen {
        let checksum = "x-amz-checksum-crc32:i9aeUg==";
        assert!(attempt.body.contains(checksum), "{}", attempt.body);
    }
}
