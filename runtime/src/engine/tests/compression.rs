//! Requests that are compressed.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::operations::{COMPRESSED, Otherwise, send_message};
use super::server::{Seen, Server, ok};
use super::{REGION, credentials};
use crate::{Call, SdkClientConfig};

/// Sends a request with a body of this length.
async fn send(length: usize, config: &SdkClientConfig) -> Seen {
    let server = Server::new([ok("{}")]);
    let around = r#"{"QueueUrl":"https://queue","MessageBody":""}"#;
    let text = "x".repeat(length - around.len());
    let request = Otherwise::<COMPRESSED>(send_message(&text));
    let call = Call::new(&credentials(), REGION, &request, None).client_config(config);
    call.http_client(server.client()).await.unwrap();
    server.only()
}

fn is_compressed(seen: &Seen, length: usize) -> bool {
    let mut body = Vec::new();
    let is_gzip = MultiGzDecoder::new(&*seen.bytes)
        .read_to_end(&mut body)
        .is_ok();
    if !is_gzip {
        body.clone_from(&seen.bytes);
    }
    assert_eq!(body.len(), length);
    assert!(body.starts_with(br#"{"QueueUrl":"https://queue","#));
    assert_eq!(
        seen.header("content-length"),
        Some(&*seen.bytes.len().to_string())
    );
    assert_eq!(seen.header("content-encoding"), is_gzip.then_some("gzip"));
    is_gzip
}

#[tokio::test]
async fn what_is_long_enough_is_compressed() {
    let default = SdkClientConfig::new();
    assert!(is_compressed(&send(10_240, &default).await, 10_240));
    assert!(!is_compressed(&send(10_239, &default).await, 10_239));

    let from_100 = default.clone().with_request_min_compression_size_bytes(100);
    assert!(is_compressed(&send(100, &from_100).await, 100));
    assert!(!is_compressed(&send(99, &from_100).await, 99));
}

#[tokio::test]
async fn nothing_is_compressed_where_it_is_disabled() {
    let disabled = SdkClientConfig::new().with_disable_request_compression(true);
    assert!(!is_compressed(&send(20_000, &disabled).await, 20_000));
    let enabled = SdkClientConfig::new().with_disable_request_compression(false);
    assert!(is_compressed(&send(20_000, &enabled).await, 20_000));
}
