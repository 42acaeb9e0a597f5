//! What is signed, and how it is said.

use aws_credential_types::credential_fn::provide_credentials_fn;
use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

use super::operations::{Otherwise, PUBLIC, PutObject, UNSIGNED_PAYLOAD, send_message};
use super::server::{Seen, Server, ok};
use super::{REGION, credentials};
use crate::{BearerToken, Call, Credentials};

/// SHA-256 of `content`.
const HASH: &str = "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73";

async fn put(body: Option<&str>, stream: Option<ByteStream>) -> Seen {
    let server = Server::new([ok("")]);
    let request = PutObject {
        bucket: "bucket",
        body,
        ..PutObject::default()
    };
    let call = Call::new(&credentials(), REGION, &request, stream);
    call.http_client(server.client()).await.unwrap();
    server.only()
}

#[tokio::test]
async fn s3_is_told_the_hash() {
    let bytes = put(Some("content"), None).await;
    assert_eq!(bytes.header("x-amz-content-sha256"), Some(HASH));
    assert_eq!(bytes.body, "content");

    // A stream that is in memory is hashed all the same.
    let stream = put(None, Some(ByteStream::from_static(b"content"))).await;
    assert_eq!(stream.header("x-amz-content-sha256"), Some(HASH));

    // Of a live one there is no hash before it is sent.
    let live = ByteStream::new(SdkBody::from_body_1_x(SdkBody::from("content")));
    let live = put(None, Some(live)).await;
    assert_eq!(
        live.header("x-amz-content-sha256"),
        Some("STREAMING-UNSIGNED-PAYLOAD-TRAILER")
    );
}

#[tokio::test]
async fn the_scope_is_the_region_and_the_service() {
    let server = Server::new([ok("{}")]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);
    call.http_client(server.client()).await.unwrap();

    let request = server.only();
    let authorization = request.header("authorization").unwrap();
    assert!(authorization.starts_with("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/"));
    assert!(
        authorization.contains("/eu-west-1/sqs/aws4_request,"),
        "{authorization}"
    );
    assert_eq!(request.header("x-amz-content-sha256"), None);
}

async fn send_otherwise<const N: usize>(credentials: &Credentials) -> Seen {
    let server = Server::new([ok("{}")]);
    let request = Otherwise::<N>(send_message("hello"));
    let call = Call::new(credentials, REGION, &request, None);
    call.http_client(server.client()).await.unwrap();
    server.only()
}

#[tokio::test]
async fn what_is_not_signed() {
    let unsigned_payload = send_otherwise::<UNSIGNED_PAYLOAD>(&credentials()).await;
    assert!(unsigned_payload.header("authorization").is_some());
    assert_eq!(
        unsigned_payload.header("x-amz-content-sha256"),
        Some("UNSIGNED-PAYLOAD")
    );

    // Nobody asks for credentials, so that there need not be any.
    let nobody = Credentials::from_provider(provide_credentials_fn(|| async {
        Err(CredentialsError::unhandled("asked for"))
    }));
    for credentials in [credentials(), nobody, BearerToken::new("token").into()] {
        let public = send_otherwise::<PUBLIC>(&credentials).await;
        assert_eq!(public.header("authorization"), None);
        assert_eq!(public.header("x-amz-security-token"), None);
        assert!(public.body.contains("hello"));
    }
}
