//! Operations whose service says where to call.

use std::time::Duration;

use super::operations::{CallError, DISCOVERED, Otherwise, send_message};
use super::server::{Reply, Server, ok};
use super::{REGION, credentials};
use crate::{
    BasicClientConfig, BearerToken, Call, Credentials, EndpointUrl, ErrorKind, Limit, Region, Sent,
};

const CELL_1: &str = "https://cell-1.amazonaws.com/";
const CELL_2: &str = "https://cell-2.amazonaws.com/";
const ASKED: &str = "https://sqs.eu-west-1.amazonaws.com/";

/// The answer to the question where to call.
fn told(body: &'static str) -> Reply {
    ok(body)
}

fn cell_1() -> Reply {
    told(r#"{"Endpoints":[{"Address":"cell-1.amazonaws.com","CachePeriodInMinutes":1440}]}"#)
}

fn cell_2() -> Reply {
    told(r#"{"Endpoints":[{"Address":"cell-2.amazonaws.com","CachePeriodInMinutes":1440}]}"#)
}

/// Cell 1, but not for longer than this.
fn cell_1_for_now() -> Reply {
    told(r#"{"Endpoints":[{"Address":"cell-1.amazonaws.com","CachePeriodInMinutes":0}]}"#)
}

fn refused() -> Reply {
    Reply::Answer(
        400,
        &[("x-amzn-requestid", "ID")],
        r#"{"__type":"AccessDeniedException","message":"not you"}"#,
    )
}

fn moved() -> Reply {
    Reply::Answer(400, &[], r#"{"__type":"InvalidEndpointException"}"#)
}

async fn send(server: &Server, credentials: &Credentials) -> Result<(), CallError> {
    send_with(server, credentials, &BasicClientConfig::new()).await
}

async fn send_with(
    server: &Server,
    credentials: &Credentials,
    config: &BasicClientConfig,
) -> Result<(), CallError> {
    let request = Otherwise::<DISCOVERED>(send_message("hello"));
    let call = Call::new(credentials, REGION, &request, None);
    call.client_config(config)
        .http_client(server.client())
        .await?;
    Ok(())
}

fn uris(server: &Server) -> Vec<String> {
    server.seen().into_iter().map(|seen| seen.uri).collect()
}

#[tokio::test]
async fn the_service_is_asked_once() {
    let server = Server::new([cell_1(), ok("{}"), ok("{}"), cell_2(), ok("{}")]);
    let handle = credentials();
    send(&server, &handle).await.unwrap();
    let [question, call] = server.seen().try_into().ok().unwrap();
    assert_eq!(question.uri, ASKED);
    assert_eq!(
        question.header("x-amz-target"),
        Some("AmazonSQS.DescribeEndpoints")
    );
    assert_eq!(question.body, "{}");
    assert_eq!(call.uri, CELL_1);
    assert_eq!(call.header("x-amz-target"), Some("AmazonSQS.SendMessage"));
    for request in [question, call] {
        let authorization = request.header("authorization").unwrap();
        assert!(
            authorization.contains("/eu-west-1/sqs/aws4_request,"),
            "{authorization}"
        );
    }

    // The same handle, and another one.
    send(&server, &handle.clone()).await.unwrap();
    assert_eq!(uris(&server), [CELL_1]);
    send(&server, &credentials()).await.unwrap();
    assert_eq!(uris(&server), [ASKED, CELL_2]);
}

#[tokio::test]
async fn regions_are_told_apart() {
    let server = Server::new([cell_1(), ok("{}"), cell_2(), ok("{}")]);
    let credentials = credentials();
    send(&server, &credentials).await.unwrap();
    let request = Otherwise::<DISCOVERED>(send_message("hello"));
    let call = Call::new(&credentials, Region::UsEast1, &request, None);
    call.http_client(server.client()).await.unwrap();
    assert_eq!(
        uris(&server),
        [
            ASKED,
            CELL_1,
            "https://sqs.us-east-1.amazonaws.com/",
            CELL_2
        ]
    );
}

#[tokio::test]
async fn many_calls_ask_one_question() {
    let server = Server::new([cell_1(), ok("{}"), ok("{}"), ok("{}")]);
    let credentials = credentials();
    let call = || send(&server, &credentials);
    tokio::try_join!(call(), call(), call()).unwrap();
    assert_eq!(uris(&server), [ASKED, CELL_1, CELL_1, CELL_1]);
}

#[tokio::test]
async fn many_calls_fail_with_one_question() {
    let server = Server::new([refused()]);
    let credentials = credentials();
    let call = || send(&server, &credentials);
    let (first, second) = tokio::join!(call(), call());
    for error in [first.unwrap_err(), second.unwrap_err()] {
        assert_eq!(error.code(), Some("AccessDeniedException"));
    }
}

#[tokio::test]
async fn what_no_longer_holds_is_asked_again() {
    let server = Server::new([cell_1_for_now(), ok("{}"), refused(), ok("{}"), ok("{}")]);
    let credentials = credentials();
    send(&server, &credentials).await.unwrap();
    assert_eq!(uris(&server), [ASKED, CELL_1]);
    // When nobody says anything else, it goes on holding for a while.
    send(&server, &credentials).await.unwrap();
    assert_eq!(uris(&server), [ASKED, CELL_1]);
    send(&server, &credentials).await.unwrap();
    assert_eq!(uris(&server), [CELL_1]);

    let server = Server::new([cell_1_for_now(), ok("{}"), cell_2(), ok("{}")]);
    let credentials = super::credentials();
    for _ in 0..2 {
        send(&server, &credentials).await.unwrap();
    }
    assert_eq!(uris(&server), [ASKED, CELL_1, ASKED, CELL_2]);
}

#[tokio::test]
async fn a_wrong_endpoint_is_asked_for_anew_and_once() {
    for wrong in [moved, || Reply::Answer(421, &[], "")] {
        let server = Server::new([cell_1(), ok("{}"), wrong(), cell_2(), ok("{}")]);
        let credentials = credentials();
        for _ in 0..2 {
            send(&server, &credentials).await.unwrap();
        }
        assert_eq!(uris(&server), [ASKED, CELL_1, CELL_1, ASKED, CELL_2]);
    }

    let server = Server::new([cell_1(), moved(), cell_2(), moved()]);
    let error = send(&server, &credentials()).await.unwrap_err();
    assert_eq!(error.code(), Some("InvalidEndpointException"));
    assert_eq!(uris(&server), [ASKED, CELL_1, ASKED, CELL_2]);
}

#[tokio::test]
async fn an_endpoint_of_ones_own_is_the_one_to_call() {
    let server = Server::new([ok("{}")]);
    let endpoint = EndpointUrl::new("http://localhost:4566").unwrap();
    let config = BasicClientConfig::new().with_endpoint(endpoint);
    send_with(&server, &credentials(), &config).await.unwrap();
    assert_eq!(uris(&server), ["http://localhost:4566/"]);
}

#[tokio::test]
async fn the_calls_error_says_that_nobody_said_where_to_call() {
    let server = Server::new([refused()]);
    let error = send(&server, &credentials()).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Service, Sent::No));
    assert_eq!(
        error.to_string(),
        "sqs:SendMessage in eu-west-1: `DescribeEndpoints` did not say where to call: \
         AccessDeniedException: not you (status 400, request id ID)"
    );

    for answer in [
        r#"{"Endpoints":[]}"#,
        r#"{"Endpoints":[{"Address":"evil.example/?"}]}"#,
    ] {
        let server = Server::new([told(answer)]);
        let error = send(&server, &credentials()).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.sent()),
            (ErrorKind::Response, Sent::No)
        );
        let source = std::error::Error::source(&error).unwrap().to_string();
        assert!(source.contains("no host"), "{source}");
    }
}

#[tokio::test]
async fn what_cannot_be_sent_asks_nobody() {
    let server = Server::new([]);
    let token = BearerToken::new("token").into();
    let error = send(&server, &token).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Construction);
    let config = BasicClientConfig::new().with_timeout(Duration::ZERO);
    let error = send_with(&server, &credentials(), &config)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
}

#[tokio::test(start_paused = true)]
async fn the_question_is_in_the_calls_time() {
    let server = Server::new([Reply::Silence]);
    let config = BasicClientConfig::new().with_timeout(Duration::from_secs(5));
    let begin = tokio::time::Instant::now();
    let error = send_with(&server, &credentials(), &config)
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No));
    assert_eq!(begin.elapsed().as_secs(), 5);
    let limit = Duration::from_secs(5);
    assert_eq!(error.limit(), Some(Limit::Timeout(limit)));
    assert!(
        error
            .to_string()
            .ends_with("did not say in time where to call: `timeout` is 5s"),
        "{error}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_call_that_has_no_time_leaves_the_question_to_others() {
    let server = Server::new([Reply::Silence]);
    let credentials = credentials();
    let hasty = BasicClientConfig::new().with_timeout(Duration::from_secs(5));
    let begin = tokio::time::Instant::now();
    let (hasty, patient) = tokio::join!(
        send_with(&server, &credentials, &hasty),
        send(&server, &credentials)
    );
    assert!(hasty.unwrap_err().is_timeout());
    assert!(patient.unwrap_err().is_timeout());
    assert_eq!(begin.elapsed().as_secs(), 30);
}
