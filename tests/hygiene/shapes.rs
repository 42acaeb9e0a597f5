//! The user's own types in the place of shapes, and serde for what is made.

use std::collections::HashMap;

use aws_operation::{aws_connector, aws_operation};
use serde::{Deserialize, Serialize};

/// Own shapes, sent and received, one of them with another name; what is made derives serde.
#[aws_connector(
    service = "kinesis",
    derive(Clone, PartialEq, serde::Serialize, serde::Deserialize)
)]
mod kinesis {
    use serde::{Deserialize, Serialize};

    #[aws_operation]
    #[derive(Serialize, Deserialize)]
    pub(super) struct PutRecordsRequest {
        pub(super) stream_name: Option<String>,
        pub(super) records: Vec<Entry>,
    }

    #[aws_shape(shape = "PutRecordsRequestEntry")]
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub(super) struct Entry {
        pub(super) data: Vec<u8>,
        pub(super) partition_key: Option<Box<str>>,
    }

    #[aws_shape]
    #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
    pub(super) struct PutRecordsResultEntry {
        #[aws(member = "SequenceNumber")]
        pub(super) number: Option<Box<str>>,
        #[aws(skip)]
        pub(super) seen: bool,
    }
}

/// What is made derives serde; the request, too, but for its stream.
#[aws_operation(service = "s3", derive(Serialize, Deserialize))]
#[derive(Debug, Serialize, Deserialize)]
struct PutObjectRequest {
    bucket: String,
    key: String,
    #[serde(skip)]
    body: aws_operation::ByteStream,
}

/// An answer with a stream, and a union.
#[aws_operation(service = "s3", derive(Serialize, Deserialize, Clone))]
struct GetObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
}

#[aws_operation(service = "dynamodb", derive(Clone, PartialEq, Serialize, Deserialize))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct PutItemRequest {
    table_name: String,
    item: HashMap<String, put_item::AttributeValue>,
    return_values: Option<put_item::ReturnValue>,
}

#[test]
fn requests_and_their_types_are_data() {
    let json = serde_json::json!({
        "table_name": "t",
        "item": {"id": {"S": "1"}, "list": {"L": [{"N": "2"}]}},
        "return_values": "ALL_OLD",
    });
    let request: PutItemRequest = serde_json::from_value(json.clone()).expect("a request");
    assert_eq!(request.return_values, Some(put_item::ReturnValue::AllOld));
    assert_eq!(serde_json::to_value(&request).expect("JSON"), json);

    let json = serde_json::json!({"bucket": "b", "key": "k"});
    let request: PutObjectRequest = serde_json::from_value(json).expect("a request");
    assert_eq!((&*request.bucket, &*request.key), ("b", "k"));
    assert_eq!(request.body.size_hint(), (0, Some(0)));
}

#[test]
fn answers_are_data() {
    let answer = get_object::GetObjectResponse {
        e_tag: Some("e".to_owned()),
        ..Default::default()
    };
    let json = serde_json::to_value(&answer).expect("JSON");
    assert_eq!(json["e_tag"], "e");
    let again: get_object::GetObjectResponse = serde_json::from_value(json).expect("an answer");
    assert_eq!(again.e_tag, answer.e_tag);
    let request = GetObjectRequest {
        bucket: "b",
        key: "k",
    };
    assert_eq!(request.bucket.len() + request.key.len(), 2);

    let entry = kinesis::Entry {
        data: b"data".to_vec(),
        partition_key: None,
    };
    let request = kinesis::PutRecordsRequest {
        stream_name: None,
        records: vec![entry.clone()],
    };
    let json = serde_json::to_string(&request).expect("JSON");
    let again: kinesis::PutRecordsRequest = serde_json::from_str(&json).expect("a request");
    assert_eq!(again.records, [entry]);

    let entry = kinesis::PutRecordsResultEntry {
        number: Some("1".into()),
        seen: false,
    };
    let answer = kinesis::PutRecordsResponse {
        records: vec![entry],
        ..Default::default()
    };
    assert_eq!(answer, answer.clone());
    let json = serde_json::to_string(&answer).expect("JSON");
    let again: kinesis::PutRecordsResponse = serde_json::from_str(&json).expect("an answer");
    assert_eq!(again, answer);
}
