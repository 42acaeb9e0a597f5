//! awsJson 1.0 and 1.1, requests: values of each kind.

use std::collections::HashMap;

use aws_operation::{Blob, DateTime, aws_connector};
use serde_json::json;

use crate::server::{Answer, Server};

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    use super::HashMap;

    #[aws_operation]
    pub(crate) struct PutItemRequest<'a> {
        pub(crate) table_name: &'a str,
        pub(crate) item: HashMap<&'a str, AttributeValue>,
        pub(crate) return_values: Option<ReturnValue>,
        pub(crate) expression_attribute_names: Option<HashMap<String, String>>,
    }
}

/// A union in each of its forms, in itself; bytes, lists, maps; text for an enum; what is unset stays away.
#[tokio::test]
async fn unions_blobs_lists_and_maps() {
    use dynamodb::AttributeValue as Value;

    let text = |text: &str| Value::S(text.to_owned());
    let bytes = |bytes: &'static [u8]| Blob::from(bytes);
    let inner = HashMap::from([(
        "nested".to_owned(),
        Value::L(vec![text("a"), Value::Null(true)]),
    )]);
    let server = Server::new(Answer::ok("{}"));
    let request = dynamodb::PutItemRequest {
        table_name: "table \"1\"",
        item: HashMap::from([
            ("s", text("ä\n")),
            ("n", Value::N("3.25".to_owned())),
            ("b", Value::B(bytes(&[0, 254]))),
            ("ss", Value::Ss(vec!["x".to_owned(), "y".to_owned()])),
            ("ns", Value::Ns(vec!["1".to_owned()])),
            ("bs", Value::Bs(vec![bytes(b"ab"), bytes(b"")])),
            ("m", Value::M(inner)),
            ("l", Value::L(Vec::new())),
            ("null", Value::Null(true)),
            ("bool", Value::Bool(false)),
        ]),
        return_values: Some("ALL_OLD".into()),
        expression_attribute_names: None,
    };
    server.connector().call(&request).await.expect("a call");

    let request = server.request();
    assert_eq!((&*request.method, &*request.target), ("POST", "/"));
    assert_eq!(
        request.header("content-type"),
        Some("application/x-amz-json-1.0")
    );
    assert_eq!(
        request.header("x-amz-target"),
        Some("DynamoDB_20120810.PutItem")
    );
    assert_eq!(
        request.json(),
        json!({
            "TableName": "table \"1\"",
            "Item": {
                "s": {"S": "ä\n"},
                "n": {"N": "3.25"},
                "b": {"B": "AP4="},
                "ss": {"SS": ["x", "y"]},
                "ns": {"NS": ["1"]},
                "bs": {"BS": ["YWI=", ""]},
                "m": {"M": {"nested": {"L": [{"S": "a"}, {"NULL": true}]}}},
                "l": {"L": []},
                "null": {"NULL": true},
                "bool": {"BOOL": false},
            },
            "ReturnValues": "ALL_OLD",
        })
    );
}

/// A variant that came from a newer service has no form to be sent in.
#[tokio::test]
async fn unknown_variants_are_not_sent() {
    let server = Server::new(Answer::ok("{}"));
    let request = dynamodb::PutItemRequest {
        table_name: "table",
        item: HashMap::from([("key", dynamodb::AttributeValue::Unknown)]),
        return_values: None,
        expression_attribute_names: None,
    };
    let error = server
        .connector()
        .call(&request)
        .await
        .expect_err("no form");
    assert!(
        error.to_string().contains("AttributeValue::Unknown"),
        "{error}"
    );
}

#[aws_connector(service = "kinesis")]
mod kinesis {
    use super::DateTime;

    #[aws_operation]
    pub(crate) struct GetShardIteratorRequest<'a> {
        pub(crate) stream_name: Option<&'a str>,
        pub(crate) shard_id: &'a str,
        pub(crate) shard_iterator_type: ShardIteratorType,
        pub(crate) timestamp: Option<DateTime>,
        pub(crate) dry_run: Option<bool>,
    }

    #[aws_operation]
    pub(crate) struct PutRecordsRequest<'a> {
        pub(crate) stream_name: Option<&'a str>,
        pub(crate) records: Vec<PutRecordsRequestEntry>,
    }

    #[aws_operation]
    pub(crate) struct IncreaseStreamRetentionPeriodRequest<'a> {
        pub(crate) stream_name: Option<&'a str>,
        pub(crate) retention_period_hours: u8,
    }
}

/// A moment in seconds since 1970, an enum, a boolean.
#[tokio::test]
async fn timestamps_enums_and_booleans() {
    let server = Server::new(Answer::ok("{}"));
    let request = kinesis::GetShardIteratorRequest {
        stream_name: Some("stream"),
        shard_id: "shard",
        shard_iterator_type: kinesis::ShardIteratorType::AtTimestamp,
        timestamp: Some("2024-02-29T12:30:00.25Z".parse().expect("a moment")),
        dry_run: Some(true),
    };
    server.connector().call(&request).await.expect("a call");

    let request = server.request();
    assert_eq!(
        request.header("content-type"),
        Some("application/x-amz-json-1.1")
    );
    assert_eq!(
        request.json(),
        json!({
            "StreamName": "stream",
            "ShardId": "shard",
            "ShardIteratorType": "AT_TIMESTAMP",
            "Timestamp": 1_709_209_800.25,
            "DryRun": true,
        })
    );
}

/// A list of structures, with bytes in them.
#[tokio::test]
async fn lists_of_structures() {
    let server = Server::new(Answer::ok(r#"{"Records": []}"#));
    let entry = |data: &'static [u8]| kinesis::PutRecordsRequestEntry {
        data: data.into(),
        partition_key: Some("key".to_owned()),
        ..Default::default()
    };
    let request = kinesis::PutRecordsRequest {
        stream_name: None,
        records: vec![entry(b"one"), entry(b"")],
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json(),
        json!({"Records": [
            {"Data": "b25l", "PartitionKey": "key"},
            {"Data": "", "PartitionKey": "key"},
        ]})
    );
}

/// A smaller number stands for a larger one.
#[tokio::test]
async fn integers() {
    let server = Server::new(Answer::ok(""));
    let request = kinesis::IncreaseStreamRetentionPeriodRequest {
        stream_name: Some("stream"),
        retention_period_hours: 48,
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json(),
        json!({"StreamName": "stream", "RetentionPeriodHours": 48})
    );
}
