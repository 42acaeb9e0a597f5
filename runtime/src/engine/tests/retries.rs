//! Attempts, and when there is another one.

use std::time::Duration;

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

use super::operations::{PutObject, send_message};
use super::server::{Reply, Server, ok};
use super::{REGION, credentials};
use crate::{
    BasicClientConfig, Call, Connector, EndpointUrl, ErrorKind, RetryPolicy, SdkClientConfig, Sent,
};

const UNAVAILABLE: Reply = Reply::Answer(503, &[], "");

#[tokio::test(start_paused = true)]
async fn standard_retries_are_the_default() {
    let server = Server::new([UNAVAILABLE, UNAVAILABLE, ok(r#"{"MessageId":"1"}"#)]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let id = call.http_client(server.client()).await.unwrap();

    assert_eq!(id.as_deref(), Some("1"));
    let seen = server.seen();
    let attempts: Vec<_> = seen
        .iter()
        .filter_map(|seen| seen.header("amz-sdk-request")?.split_once("attempt="))
        .map(|(_, attempt)| attempt)
        .collect();
    assert_eq!(attempts, ["1; max=3", "2; max=3", "3; max=3"]);
    assert!(seen.iter().all(|seen| seen.body.contains("hello")));
}

#[tokio::test(start_paused = true)]
async fn the_last_error_comes_out() {
    let server = Server::new([UNAVAILABLE, UNAVAILABLE, UNAVAILABLE]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.http_client(server.client()).await.unwrap_err();

    assert_eq!(error.attempts(), 3);
    assert_eq!(
        error.to_string(),
        "sqs:SendMessage in eu-west-1: the service sent an error without a code: service \
         unavailable (status 503, attempts 3)"
    );
}

#[tokio::test(start_paused = true)]
async fn policies() {
    for (policy, attempts) in [
        (RetryPolicy::Adaptive, 3),
        (RetryPolicy::None, 1),
        (RetryPolicy::Number(3), 4),
    ] {
        let server = Server::new((0..attempts).map(|_| UNAVAILABLE));
        let config = SdkClientConfig::new().with_retry_policy(policy);
        let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

        let error = call
            .client_config(&config)
            .http_client(server.client())
            .await
            .unwrap_err();

        assert_eq!(error.attempts(), attempts, "{policy:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn errors_that_the_model_marks_are_retried_and_others_not() {
    let busy = Reply::Answer(400, &[], r#"{"__type":"test#Busy"}"#);
    let refused = Reply::Answer(400, &[], r#"{"__type":"test#Refused","message":"no"}"#);
    let server = Server::new([busy, refused]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.http_client(server.client()).await.unwrap_err();

    assert_eq!(error.code(), Some("Refused"));
    assert_eq!(error.message(), Some("no"));
    assert_eq!(error.attempts(), 2);
}

#[tokio::test(start_paused = true)]
async fn codes_of_the_former_protocol_count() {
    let headers = &[("x-amzn-query-error", "RequestThrottled;Sender")];
    let slower = Reply::Answer(400, headers, r#"{"__type":"test#TooManyOfThem"}"#);
    let server = Server::new([slower, ok("{}")]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    call.http_client(server.client()).await.unwrap();

    assert_eq!(server.seen().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_cannot_be_read_twice_is_sent_once() {
    let server = Server::new([UNAVAILABLE]);
    let once = ByteStream::new(SdkBody::from_body_1_x(SdkBody::from("content")));
    let request = PutObject {
        bucket: "bucket",
        ..PutObject::default()
    };

    let error = Call::new(&credentials(), REGION, &request, Some(once))
        .http_client(server.client())
        .await
        .unwrap_err();

    assert_eq!(error.status(), Some(503));
    assert_eq!(error.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn timeouts() {
    let second = Duration::from_secs(1);
    let attempt = SdkClientConfig::new().with_attempt_timeout(second);
    let total = SdkClientConfig::from(BasicClientConfig::new().with_timeout(second));
    for (config, attempts, limit) in [(attempt, 3, "`attempt_timeout`"), (total, 1, "`timeout`")] {
        let server = Server::new((0..3).map(|_| Reply::Silence));
        let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

        let error = call
            .client_config(&config)
            .http_client(server.client())
            .await
            .unwrap_err();

        assert!(error.is_timeout());
        assert_eq!(error.sent(), Sent::Maybe);
        assert_eq!(error.attempts(), attempts);
        assert!(error.to_string().contains(limit), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_last_answer_survives_the_end_of_the_time() {
    let busy = Reply::Answer(400, &[], r#"{"__type":"test#Busy","message":"later"}"#);
    for (reply, text) in [
        (
            busy,
            "; the last answer: Busy: later (status 400, attempts 2)",
        ),
        (
            UNAVAILABLE,
            "; the last answer was an error without a code (status 503, attempts 2)",
        ),
    ] {
        let server = Server::new([reply, Reply::Silence]);
        let config = BasicClientConfig::new().with_timeout(Duration::from_secs(9));
        let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

        let error = call
            .client_config(&config)
            .http_client(server.client())
            .await
            .unwrap_err();

        assert_eq!(error.kind(), ErrorKind::Timeout);
        assert_eq!(error.sent(), Sent::Yes);
        let text =
            format!("sqs:SendMessage in eu-west-1: no success in time: `timeout` is 9s{text}");
        assert_eq!(error.to_string(), text);
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_hangs_for_ever() {
    let server = Server::new([Reply::Silence]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);
    let begin = tokio::time::Instant::now();

    let error = call.http_client(server.client()).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Timeout);
    // What took that long is not done again, unless the limit is the caller's own.
    assert_eq!(error.attempts(), 1);
    assert_eq!(begin.elapsed(), Duration::from_mins(16));
}

#[tokio::test(start_paused = true)]
async fn a_broken_connection() {
    let server = Server::new((0..3).map(|_| Reply::Broken));
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);

    let error = call.http_client(server.client()).await.unwrap_err();

    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.to_string(),
        "sqs:SendMessage in eu-west-1: the connection to https://sqs.eu-west-1.amazonaws.com \
         broke (attempts 3, the request may have been sent)"
    );
}

#[tokio::test]
async fn configuration_precedence() {
    let number = |retries| SdkClientConfig::new().with_retry_policy(RetryPolicy::Number(retries));
    let max = async |connector: Connector, request: Option<u32>, call: Option<u32>| {
        let server = Server::new([ok("{}")]);
        let mut message = send_message("hello");
        message.client_config = request.map(number);
        let mut sent = connector.call(&message);
        if let Some(retries) = call {
            sent = sent.client_config(&number(retries));
        }
        sent.http_client(server.client()).await.unwrap();
        server.only().header("amz-sdk-request").unwrap().to_owned()
    };
    let connector = Connector::new(credentials(), REGION).client_config(&number(1));

    assert_eq!(
        max(connector.clone(), Some(2), Some(3)).await,
        "attempt=1; max=4"
    );
    assert_eq!(
        max(connector.clone(), Some(2), None).await,
        "attempt=1; max=3"
    );
    assert_eq!(max(connector, None, None).await, "attempt=1; max=2");
    assert_eq!(
        max(Connector::new(credentials(), REGION), None, None).await,
        "attempt=1; max=3"
    );
}

#[tokio::test(start_paused = true)]
async fn who_fails_at_one_place_does_not_use_up_the_quota_of_another() {
    let attempts = async |endpoint: &'static str| {
        let server = Server::new((0..3).map(|_| UNAVAILABLE));
        let config = SdkClientConfig::at(EndpointUrl::from_static(endpoint));
        let call = Call::new(&credentials(), REGION, &send_message("hello"), None);
        let call = call.client_config(&config).http_client(server.client());
        call.await.unwrap_err().attempts()
    };
    for _ in 0..100 {
        attempts("https://broken.example").await;
    }
    assert!(attempts("https://broken.example").await < 3);
    assert_eq!(attempts("https://sound.example").await, 3);
}
