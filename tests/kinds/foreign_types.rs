//! Types of other crates through `#[aws(with = …)]`, in both directions.

use aws_operation::{aws_connector, aws_operation};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use time::OffsetDateTime;
use url::Url;
use uuid::Uuid;

use crate::server::{Answer, Server};

/// An adapter of the user's: a list as one text.
pub(crate) mod lines {
    pub(crate) fn to_aws(value: &str) -> Vec<&str> {
        value.lines().collect()
    }

    pub(crate) fn from_aws(value: Vec<String>) -> Result<String, &'static str> {
        let lines = value.into_iter().reduce(|lines, line| lines + "\n" + &line);
        lines.ok_or("no lines")
    }
}

/// A type as an adapter.
pub(crate) struct Upper;

impl Upper {
    fn to_aws(value: &str) -> String {
        value.to_uppercase()
    }
}

#[aws_connector(service = "events")]
mod events {
    use aws_operation::with;
    use chrono::{DateTime, Utc};
    use time::OffsetDateTime;
    use url::Url;
    use uuid::Uuid;

    use super::{Upper, lines};

    #[aws_operation]
    pub(super) struct StartReplayRequest<'a> {
        #[aws(with = with::text)]
        pub(super) replay_name: &'a Uuid,
        #[aws(member = "Description", with = "Upper")]
        pub(super) what_for: Option<String>,
        #[aws(with = "aws_operation::with::text")]
        pub(super) event_source_arn: Url,
        #[aws(with = ::aws_operation::with::system_time)]
        pub(super) event_start_time: DateTime<Utc>,
        #[aws(with = with::system_time)]
        pub(super) event_end_time: OffsetDateTime,
        pub(super) destination: ReplayDestination,
    }

    #[aws_operation]
    pub(super) struct ListReplaysRequest;

    #[aws_operation]
    pub(super) struct DescribeReplayRequest {
        #[aws(member = "ReplayName", with = with::text)]
        pub(super) name: Uuid,
    }

    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(super) struct Replay {
        #[aws(member = "ReplayName", with = with::text)]
        pub(super) name: Uuid,
        #[aws(with = with::text)]
        pub(super) event_source_arn: Option<Url>,
        #[aws(with = with::system_time)]
        pub(super) event_start_time: DateTime<Utc>,
        #[aws(with = with::system_time)]
        pub(super) event_end_time: Option<OffsetDateTime>,
    }

    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(super) struct ReplayDestination {
        #[aws(with = with::text)]
        pub(super) arn: Url,
        #[aws(with = lines)]
        pub(super) filter_arns: Option<String>,
    }
}

const ID: Uuid = Uuid::from_u128(0x67e5_5044_10b1_426f_9247_bb68_0e5f_e0c8);

fn url(text: &str) -> Url {
    text.parse().expect("a URL")
}

fn chrono_time(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).expect("a moment")
}

fn offset_time(seconds: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(seconds).expect("a moment")
}

/// What the adapters make of them is sent.
#[tokio::test]
async fn foreign_types_are_sent() {
    let server = Server::new(Answer::ok("{}"));
    let request = events::StartReplayRequest {
        replay_name: &ID,
        what_for: Some("again".to_owned()),
        event_source_arn: url("arn:aws:events"),
        event_start_time: chrono_time(1_700_000_000),
        event_end_time: offset_time(-1),
        destination: events::ReplayDestination {
            arn: url("https://example.com/a?b"),
            filter_arns: Some("one\ntwo".to_owned()),
        },
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json(),
        json!({
            "ReplayName": "67e55044-10b1-426f-9247-bb680e5fe0c8",
            "Description": "AGAIN",
            "EventSourceArn": "arn:aws:events",
            "EventStartTime": 1_700_000_000,
            "EventEndTime": -1,
            "Destination": {"Arn": "https://example.com/a?b", "FilterArns": ["one", "two"]},
        })
    );
}

async fn list_replays(replay: Value) -> Result<Vec<events::Replay>, events::ListReplaysError> {
    let answer = json!({"Replays": [replay]}).to_string();
    let server = Server::new(Answer::ok(answer));
    let call = server.connector().call(&events::ListReplaysRequest);
    let answer = call.await;
    server.request();
    answer.map(|answer| answer.replays)
}

/// What was sent is made into them.
#[tokio::test]
async fn foreign_types_are_read() {
    let replay = json!({
        "ReplayName": ID.to_string(),
        "EventSourceArn": "arn:aws:events",
        "EventStartTime": 1_700_000_000,
        "EventEndTime": -62_135_596_800_i64,
    });
    let expected = events::Replay {
        name: ID,
        event_source_arn: Some(url("arn:aws:events")),
        event_start_time: chrono_time(1_700_000_000),
        event_end_time: Some(offset_time(-62_135_596_800)),
    };
    assert_eq!(list_replays(replay).await.expect("replays"), [expected]);

    let replay = json!({"ReplayName": ID.to_string(), "EventStartTime": 253_402_300_799_i64});
    let expected = events::Replay {
        name: ID,
        event_source_arn: None,
        event_start_time: chrono_time(253_402_300_799),
        event_end_time: None,
    };
    assert_eq!(list_replays(replay).await.expect("replays"), [expected]);
}

/// Of a list the adapter takes the whole.
#[tokio::test]
async fn lists_are_read_as_a_whole() {
    let read = async |destination: Value| {
        let answer = json!({"Destination": destination}).to_string();
        let server = Server::new(Answer::ok(answer));
        let request = events::DescribeReplayRequest { name: ID };
        let answer = server.connector().call(&request).await;
        server.request();
        answer.map(|answer| answer.destination)
    };
    let destination = read(json!({"Arn": "a:b", "FilterArns": ["one", "two"]})).await;
    let expected = events::ReplayDestination {
        arn: url("a:b"),
        filter_arns: Some("one\ntwo".to_owned()),
    };
    assert_eq!(destination.expect("a destination"), Some(expected));
    let error = read(json!({"Arn": "a:b", "FilterArns": []})).await;
    let said = said(&error.expect_err("a mistake"));
    assert!(said.contains("member `FilterArns`: no lines"), "{said}");
}

/// All that an error says, its sources included.
fn said(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        said.extend([": ", &error.to_string()]);
        source = error.source();
    }
    said
}

/// What an adapter refuses names the member, and so does a member that is absent.
#[tokio::test]
async fn what_cannot_be_read_names_the_member() {
    for (replay, expected) in [
        (
            json!({"ReplayName": "no uuid", "EventStartTime": 0}),
            "member `ReplayName`: invalid character",
        ),
        (
            json!({"ReplayName": ID.to_string(), "EventStartTime": 253_402_300_800_i64}),
            "member `EventStartTime`: the timestamp is not between the years 1 and 9999",
        ),
        (
            json!({"ReplayName": ID.to_string()}),
            "missing required member: EventStartTime",
        ),
    ] {
        let error = list_replays(replay).await.expect_err("a mistake");
        let said = said(&error);
        assert!(said.contains(expected), "{said}");
    }
}

#[aws_connector(service = "secretsmanager")]
mod secrets {
    #[aws_operation]
    pub(super) struct BatchGetSecretValueRequest;

    #[aws_shape(shape = "SecretValueEntry")]
    #[derive(Debug)]
    pub(super) struct Secret {
        #[aws(with = super::number)]
        pub(super) secret_string: u64,
    }
}

/// An adapter that repeats what it cannot read.
pub(crate) mod number {
    pub(crate) fn from_aws(value: String) -> Result<u64, String> {
        value.parse().map_err(|_| value + " is no number")
    }
}

/// Of a sensitive member not even the adapter's words are repeated.
#[tokio::test]
async fn secrets_are_not_repeated() {
    let get = async |text: &str| {
        let answer = json!({"SecretValues": [{"SecretString": text}]}).to_string();
        let server = Server::new(Answer::ok(answer));
        let call = server
            .connector()
            .call(&secrets::BatchGetSecretValueRequest);
        let answer = call.await;
        server.request();
        answer
    };
    let answer = get("17").await.expect("an answer");
    assert_eq!(answer.secret_values[0].secret_string, 17);
    let error = get("hunter2").await.map(drop).expect_err("a mistake");
    let said = said(&error);
    assert!(
        said.contains("member `SecretString` cannot be read"),
        "{said}"
    );
    assert!(!said.contains("hunter2"), "{said}");
    assert!(!format!("{error:?}").contains("hunter2"));
}

#[aws_operation(service = "route53")]
struct TestDNSAnswerRequest<'a> {
    hosted_zone_id: &'a str,
    record_name: &'a str,
    #[aws(with = aws_operation::with::text)]
    record_type: RecordType,
    #[aws(member = "ResolverIP", with = aws_operation::with::text)]
    resolver: Option<std::net::IpAddr>,
}

/// A type that is shown and cannot be parsed.
struct RecordType;

impl std::fmt::Display for RecordType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AAAA")
    }
}

/// In a query string, and in the place of an enum.
#[tokio::test]
async fn foreign_types_in_a_query() {
    let server = Server::new(Answer::ok("<TestDNSAnswerResponse/>"));
    let request = TestDNSAnswerRequest {
        hosted_zone_id: "Z1",
        record_name: "example.com",
        record_type: RecordType,
        resolver: Some(std::net::Ipv4Addr::LOCALHOST.into()),
    };
    let call = server.connector().call(&request);
    call.await.map(drop).expect("a call");
    let target = server.request().target;
    assert!(target.contains("recordtype=AAAA"), "{target}");
    assert!(target.contains("resolverip=127.0.0.1"), "{target}");
}
