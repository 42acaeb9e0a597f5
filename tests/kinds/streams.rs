//! Streams as payloads, up and down.

use aws_operation::{Blob, ByteStream, aws_connector};

use crate::server::{Answer, Server};

#[aws_connector(service = "s3")]
mod s3 {
    use super::{Blob, ByteStream};

    #[aws_operation]
    pub(crate) struct PutObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) body: ByteStream,
        pub(crate) content_type: Option<&'a str>,
        pub(crate) content_length: Option<i64>,
    }

    #[aws_operation]
    pub(crate) struct UploadPartRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) part_number: i32,
        pub(crate) upload_id: &'a str,
        pub(crate) body: Option<Blob>,
    }

    #[aws_operation]
    pub(crate) struct GetObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
    }
}

fn put(body: ByteStream) -> s3::PutObjectRequest<'static> {
    s3::PutObjectRequest {
        bucket: "bucket",
        key: "key",
        body,
        content_type: None,
        content_length: None,
    }
}

/// A stream of known length.
#[tokio::test]
async fn up() {
    let server = Server::new(Answer::ok(""));
    let request = s3::PutObjectRequest {
        content_type: Some("text/plain"),
        ..put(ByteStream::from_static(b"streamed"))
    };
    server
        .connector()
        .call_owned(request)
        .await
        .expect("a call");
    let request = server.request();
    assert_eq!((&*request.method, request.text()), ("PUT", "streamed"));
    assert_eq!(request.header("content-type"), Some("text/plain"));
    assert_eq!(request.header("content-length"), Some("8"));
}

/// Bytes go as they are, or not at all.
#[tokio::test]
async fn bytes_up() {
    for (body, sent) in [(Some(Blob::from(&b"part"[..])), "part"), (None, "")] {
        let server = Server::new(Answer::ok(""));
        let request = s3::UploadPartRequest {
            bucket: "bucket",
            key: "key",
            part_number: 1,
            upload_id: "U/1",
            body,
        };
        server.connector().call(&request).await.expect("a call");
        let request = server.request();
        assert_eq!(request.text(), sent);
        assert_eq!(request.target, "/bucket/key?partNumber=1&uploadId=U%2F1");
    }
}

/// The answer's headers are there before its body has been read.
#[tokio::test]
async fn down() {
    let server = Server::new(Answer::ok("x".repeat(1 << 20)).header("Content-Type", "text/plain"));
    let request = s3::GetObjectRequest {
        bucket: "bucket",
        key: "key",
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    assert_eq!(answer.content_type.as_deref(), Some("text/plain"));
    assert_eq!(answer.content_length, Some(1 << 20));
    let body = answer.body.collect().await.expect("a body");
    assert_eq!(body.into_bytes().len(), 1 << 20);
    assert_eq!(server.request().method, "GET");
}
