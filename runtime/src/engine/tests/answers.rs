//! What goes out and what comes back.

use std::future::IntoFuture as _;

use aws_smithy_types::byte_stream::ByteStream;

use super::operations::{GetObject, PutObject, send_message};
use super::server::{Reply, Server, ok};
use super::{REGION, credentials};
use crate::{Call, ErrorKind, Sent};

#[tokio::test]
async fn aws_json() {
    let server = Server::new([ok(r#"{"MessageId":"1","Unknown":{"a":[1]}}"#)]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let id = call.http_client(server.client()).await.unwrap();

    assert_eq!(id.as_deref(), Some("1"));
    let request = server.only();
    assert_eq!(request.method, "POST");
    assert_eq!(request.uri, "https://sqs.eu-west-1.amazonaws.com/");
    assert_eq!(
        request.header("x-amz-target"),
        Some("AmazonSQS.SendMessage")
    );
    assert_eq!(
        request.header("content-type"),
        Some("application/x-amz-json-1.0")
    );
    assert_eq!(request.header("content-length"), Some("50"));
    assert_eq!(
        request.body,
        r#"{"QueueUrl":"https://queue","MessageBody":"hello"}"#
    );
    assert!(
        request
            .header("user-agent")
            .unwrap()
            .contains("lib/aws-operation/")
    );
    assert!(request.header("amz-sdk-invocation-id").is_some());
    assert_eq!(request.header("amz-sdk-request"), Some("attempt=1; max=3"));
}

#[tokio::test]
async fn rest_xml_with_a_stream_as_the_answer() {
    let server = Server::new([Reply::Answer(200, &[("ETag", "\"1\"")], "content")]);
    let request = GetObject {
        bucket: "bucket",
        key: "a b/ü",
        ..GetObject::default()
    };

    let object = Call::new(&credentials(), REGION, &request, None)
        .http_client(server.client())
        .await
        .unwrap();

    assert_eq!(object.e_tag.as_deref(), Some("\"1\""));
    assert_eq!(object.body.collect().await.unwrap().to_vec(), b"content");
    let request = server.only();
    assert_eq!(
        request.uri,
        "https://bucket.s3.eu-west-1.amazonaws.com/a%20b/%C3%BC"
    );
}

#[tokio::test]
async fn a_stream_as_the_payload() {
    let server = Server::new([ok("")]);
    let request = PutObject {
        bucket: "bucket",
        ..PutObject::default()
    };
    let body = ByteStream::from_static(b"content");

    Call::new(&credentials(), REGION, &request, Some(body))
        .http_client(server.client())
        .await
        .unwrap();

    let request = server.only();
    assert_eq!(request.body, "content");
    assert_eq!(request.header("content-length"), Some("7"));
    assert_eq!(
        request.header("content-type"),
        Some("application/octet-stream")
    );
}

#[tokio::test]
async fn a_modelled_error_has_members() {
    let body = "<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code><Message>None\nhere</Message>\
                <Key>k</Key></Error>";
    let ids = &[("x-amz-request-id", "4ZB"), ("x-amz-id-2", "long")];
    let server = Server::new([Reply::Answer(404, ids, body)]);
    let request = GetObject {
        bucket: "bucket",
        key: "k",
        ..GetObject::default()
    };

    let error = Call::new(&credentials(), REGION, &request, None)
        .http_client(server.client())
        .await
        .err()
        .unwrap();

    let super::operations::CallError::NoSuchKey(members) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(members.key.as_deref(), Some("k"));
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.sent(), Sent::Yes);
    assert_eq!(error.extended_request_id(), Some("long"));
    assert_eq!(
        error.to_string(),
        "s3:GetObject in eu-west-1: NoSuchKey: None here (status 404, request id 4ZB)"
    );
}

#[tokio::test]
async fn an_answer_that_cannot_be_read() {
    let server = Server::new([Reply::Answer(200, &[("x-amzn-requestid", "7")], "not json")]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.http_client(server.client()).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Response);
    assert_eq!(error.sent(), Sent::Yes);
    assert_eq!(
        error.to_string(),
        "sqs:SendMessage in eu-west-1: the answer cannot be read (status 200, request id 7)"
    );
    assert!(std::error::Error::source(&*error).is_some());
}

#[tokio::test]
async fn an_error_with_a_good_status() {
    let body = "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>";
    let server = Server::new([ok(body)]);
    let request = PutObject {
        bucket: "bucket",
        body: Some("content"),
        ..PutObject::default()
    };

    let error = Call::new(&credentials(), REGION, &request, None)
        .http_client(server.client())
        .await
        .unwrap_err();

    assert_eq!(error.code(), Some("AccessDenied"));
    assert_eq!(error.status(), Some(200));
}

#[tokio::test]
async fn an_error_without_a_body() {
    let server = Server::new([
        Reply::Answer(404, &[], ""),
        Reply::Answer(301, &[("x-amz-bucket-region", "us-west-2")], ""),
        Reply::Answer(403, &[], ""),
        Reply::Answer(418, &[], "{}"),
        Reply::Answer(304, &[], ""),
        Reply::Answer(307, &[("location", "https://elsewhere.example")], ""),
        Reply::Answer(403, HTML, "<html>no</html>"),
    ]);
    let mut texts = Vec::new();
    for _ in 0..7 {
        let request = GetObject {
            bucket: "bucket",
            key: "k",
            ..GetObject::default()
        };
        let call = Call::new(&credentials(), REGION, &request, None).http_client(server.client());
        texts.push(call.await.err().unwrap().to_string());
    }

    let expected = [
        "NotFound (status 404)",
        "the bucket is in us-west-2 (status 301)",
        "the service sent an error without a code: forbidden (status 403)",
        "the service sent an error without a code (status 418)",
        "the service sent an error without a code: not modified (status 304)",
        "redirects are not followed (status 307)",
        "not an answer of this service's protocol (text/html) (status 403)",
    ];
    for (text, expected) in texts.into_iter().zip(expected) {
        assert_eq!(text, format!("s3:GetObject in eu-west-1: {expected}"));
    }
}

const HTML: &[(&str, &str)] = &[("content-type", "text/html; charset=utf-8")];

#[tokio::test]
async fn a_page_where_an_answer_should_be() {
    let server = Server::new([Reply::Answer(200, HTML, "<html>Please log in</html>")]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.http_client(server.client()).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Response);
    assert_eq!(
        error.to_string(),
        "sqs:SendMessage in eu-west-1: not an answer of this service's protocol (text/html) \
         (status 200)"
    );
}

#[tokio::test]
async fn an_error_has_the_code_of_the_former_protocol() {
    let headers = &[
        (
            "x-amzn-query-error",
            "AWS.SimpleQueueService.NonExistentQueue;Sender",
        ),
        (
            "x-amzn-errortype",
            "com.amazonaws.sqs#QueueDoesNotExist:http://internal.amazon.com/",
        ),
    ];
    let server = Server::new([Reply::Answer(400, headers, r#"{"message":"no"}"#)]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.http_client(server.client()).await.unwrap_err();

    assert_eq!(
        error.code(),
        Some("AWS.SimpleQueueService.NonExistentQueue")
    );
    assert_eq!(error.message(), Some("no"));
}

#[test]
fn calls_and_errors_can_be_sent_elsewhere() {
    fn sendable<T: Send + 'static>(_: T) {}

    let message = String::from("borrowed for the moment");
    let call = Call::new(&credentials(), REGION, &send_message(&message), None);
    drop(message);
    sendable(call.into_future());
    let _: fn(crate::Error) =
        |error| sendable::<Box<dyn std::error::Error + Send + Sync>>(error.into());
}
