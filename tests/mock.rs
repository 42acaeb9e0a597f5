//! Calls that a mock answers: typed, as errors, as what comes over the line; and what was sent.

use std::num::NonZeroU32;
use std::time::Duration;

use aws_operation::{
    Connector, CustomRetries, Error, ErrorKind, MockConnector, Region, RetryPolicy,
    SdkClientConfig, Sent, StaticCredentials, aws_operation,
};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use futures_util::FutureExt as _;

#[aws_operation(service = "sqs")]
struct SendMessageRequest<'a> {
    queue_url: &'a str,
    message_body: &'a str,
}
use send_message::{SendMessageError, SendMessageResponse};

#[aws_operation(service = "lambda", response = { payload, status_code })]
struct InvokeRequest<'a> {
    function_name: &'a str,
}

const HELLO: SendMessageRequest<'_> = SendMessageRequest {
    queue_url: "https://queue.example/1",
    message_body: "hello",
};

fn answer(id: &str) -> SendMessageResponse {
    SendMessageResponse {
        message_id: Some(id.to_owned()),
        ..SendMessageResponse::default()
    }
}

/// Without any runtime: nothing is waited for.
fn now<T>(call: impl IntoFuture<Output = T>) -> T {
    call.into_future()
        .now_or_never()
        .expect("an answer at once")
}

#[test]
fn answers_come_in_their_order_and_then_none() {
    let mock = MockConnector::new();
    mock.on::<SendMessageRequest<'_>>()
        .answer(answer("1"))
        .answer(answer("2"));
    let connector = mock.connector();
    for id in ["1", "2"] {
        let answer = now(connector.call(&HELLO)).expect("an answer");
        assert_eq!(answer.message_id.as_deref(), Some(id));
    }
    let error = now(connector.call(&HELLO)).expect_err("nothing is left");
    assert_eq!(
        (error.kind(), error.sent()),
        (ErrorKind::Configuration, Sent::No)
    );
    let text = error.to_string();
    assert!(
        text.contains("no answer left for `sqs:SendMessage`"),
        "{text}"
    );
    assert_eq!(mock.sent().len(), 3);
}

#[test]
fn what_is_answered_always_may_depend_on_the_request() {
    let mock = MockConnector::new();
    mock.on::<SendMessageRequest<'_>>()
        .answer(answer("first"))
        .answer_with(|sent| {
            Ok(answer(if sent.text().contains("hello") {
                "h"
            } else {
                "-"
            }))
        });
    let connector = mock.connector();
    let ids: Vec<_> = (0..3)
        .map(|_| now(connector.call(&HELLO)).expect("an answer").message_id)
        .collect();
    assert_eq!(
        ids.iter().flatten().collect::<Vec<_>>(),
        ["first", "h", "h"]
    );
}

#[test]
fn errors_are_the_operations_own() {
    let mock = MockConnector::new();
    mock.on::<SendMessageRequest<'_>>()
        .error("QueueDoesNotExist", "no such queue")
        .error("SomethingElse", "of another kind");
    let connector = mock.connector();
    let error = now(connector.call(&HELLO)).expect_err("an error");
    assert!(error.is_not_found());
    assert_eq!((error.status(), error.sent()), (Some(400), Sent::Yes));
    let SendMessageError::QueueDoesNotExist(error) = error else {
        panic!("{error}");
    };
    assert_eq!(error.message.as_deref(), Some("no such queue"));
    let other = now(connector.call(&HELLO)).expect_err("an error");
    assert_eq!(Error::from(other).code(), Some("SomethingElse"));
}

#[test]
fn functions_are_answered_by_way_of_their_credentials() {
    let mock = MockConnector::new();
    mock.on::<SendMessageRequest<'_>>().answer(answer("1"));
    let call = send_message(&mock.credentials(), Region::EuWest1, &HELLO);
    assert_eq!(
        now(call).expect("an answer").message_id.as_deref(),
        Some("1")
    );
    assert_eq!(mock.sent()[0].region(), Region::EuWest1);
}

#[test]
fn what_was_sent_can_be_looked_at() {
    let mock = MockConnector::new();
    let request = InvokeRequest {
        function_name: "my function",
    };
    mock.on::<InvokeRequest<'_>>()
        .answer(invoke::InvokeResponse::default());
    mock.on::<SendMessageRequest<'_>>().answer(answer("1"));
    now(mock.connector().call(&request)).expect("an answer");
    now(mock.connector().call(&HELLO)).expect("an answer");

    let sent = mock.sent();
    let uri = "/2015-03-31/functions/my%20function/invocations";
    assert_eq!((sent[0].method(), sent[0].uri()), ("POST", uri));
    assert_eq!(sent[1].operation(), "sqs:SendMessage");
    assert_eq!(
        sent[1].header("x-amz-target"),
        Some("AmazonSQS.SendMessage")
    );
    let body: serde_json::Value = serde_json::from_slice(sent[1].body()).expect("JSON");
    assert_eq!(body["MessageBody"], "hello");
    assert_eq!(mock.sent_by::<SendMessageRequest<'_>>().len(), 1);
    assert!(!format!("{sent:?}").contains("hello"));
}

#[test]
fn a_request_that_cannot_be_written_fails_as_it_does_in_earnest() {
    let mock = MockConnector::new();
    mock.on::<InvokeRequest<'_>>()
        .answer(invoke::InvokeResponse::default());
    let empty = InvokeRequest { function_name: "" };
    let error = now(mock.connector().call(&empty)).expect_err("an empty label");
    assert_eq!(error.kind(), ErrorKind::Construction);
    assert!(mock.sent().is_empty());
}

#[tokio::test]
async fn what_comes_over_the_line_is_read_by_the_engine() {
    let mock = MockConnector::new();
    let none: [(&str, &str); 0] = [];
    mock.on::<SendMessageRequest<'_>>()
        .raw(200, none, r#"{"MessageId":"raw"}"#)
        .raw(
            400,
            none,
            r#"{"__type":"com.amazonaws.sqs#QueueDoesNotExist"}"#,
        )
        .raw(200, none, "<html>");
    let connector = mock.connector();
    let read = connector.call(&HELLO).await.expect("an answer");
    assert_eq!(read.message_id.as_deref(), Some("raw"));
    let error = connector.call(&HELLO).await.expect_err("an error");
    assert!(matches!(error, SendMessageError::QueueDoesNotExist(_)));
    let error = connector.call(&HELLO).await.expect_err("no JSON");
    assert_eq!(error.kind(), ErrorKind::Response);
}

#[tokio::test]
async fn retries_take_the_next_raw_answer() {
    let mock = MockConnector::new();
    let none: [(&str, &str); 0] = [];
    mock.on::<SendMessageRequest<'_>>()
        .raw(503, none, "")
        .raw(200, none, r#"{"MessageId":"second"}"#)
        .raw(503, none, "");
    let quick = CustomRetries::new()
        .with_max_attempts(NonZeroU32::new(2).expect("two"))
        .with_initial_backoff(Duration::from_millis(1));
    let config = SdkClientConfig::new().with_retry_policy(RetryPolicy::Custom(quick));
    let connector = mock.connector().client_config(&config);
    let answer = connector.call(&HELLO).await.expect("an answer");
    assert_eq!(answer.message_id.as_deref(), Some("second"));
    // By itself, a mock does not try again.
    let error = mock
        .connector()
        .call(&HELLO)
        .await
        .expect_err("unavailable");
    assert_eq!((error.status(), error.attempts()), (Some(503), 1));
    assert_eq!(mock.sent().len(), 2);
}

#[derive(Debug)]
struct Recorded;

impl HttpConnector for Recorded {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let body = SdkBody::from(r#"{"MessageId":"recorded"}"#);
        let status = 200.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, body)))
    }
}

/// A recording in the form of the SDK's own test utilities, or any other client, goes in like this.
#[tokio::test]
async fn any_http_client_takes_the_place_of_the_networks() {
    let client = http_client_fn(|_, _| SharedHttpConnector::new(Recorded));
    let key = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
    let connector = Connector::new(key, Region::UsEast1).http_client(client);
    let answer = connector.call(&HELLO).await.expect("an answer");
    assert_eq!(answer.message_id.as_deref(), Some("recorded"));
}
