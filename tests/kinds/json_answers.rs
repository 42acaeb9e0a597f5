//! awsJson 1.0 and 1.1, answers.

use std::collections::HashMap;

use aws_operation::{Blob, DateTime, aws_connector, aws_operation};
use serde_json::json;

use crate::server::{Answer, Server};

#[aws_connector(service = "dynamodb", derive(PartialEq))]
mod dynamodb {
    #[aws_operation]
    pub(crate) struct GetItemRequest<'a> {
        pub(crate) table_name: &'a str,
        pub(crate) key: std::collections::HashMap<&'a str, AttributeValue>,
    }

    #[aws_operation]
    pub(crate) struct DescribeTableRequest<'a> {
        pub(crate) table_name: &'a str,
    }
}

async fn get_item(body: String) -> dynamodb::GetItemResponse {
    let server = Server::new(Answer::ok(body));
    let key = HashMap::new();
    let request = dynamodb::GetItemRequest {
        table_name: "table",
        key,
    };
    server.connector().call(&request).await.expect("an item")
}

/// A union in each of its forms, and in one that the model does not have; null is nothing.
#[tokio::test]
async fn unions_blobs_lists_and_maps() {
    use dynamodb::AttributeValue as Value;

    let answer = json!({
        "Item": {
            "s": {"S": "ä\u{1f600}"},
            "n": {"N": "3.25"},
            "b": {"B": "AP4="},
            "ss": {"SS": ["x", "y"]},
            "bs": {"BS": ["YWI=", ""]},
            "m": {"M": {"nested": {"L": [{"S": "a"}, {"NULL": true}, {"L": []}]}}},
            "bool": {"BOOL": false, "S": null},
            "new": {"V": {"a": [1, {"b": null}]}},
            "nothing": null,
        },
        "ConsumedCapacity": {"TableName": "table", "CapacityUnits": 0.5, "Table": null},
        "Unheard": {"of": [1, 2, {"x": "}"}]},
    });
    let answer = get_item(answer.to_string()).await;

    let text = |text: &str| Value::S(text.to_owned());
    let nested = Value::L(vec![text("a"), Value::Null(true), Value::L(Vec::new())]);
    let expected = [
        ("s", text("ä\u{1f600}")),
        ("n", Value::N("3.25".to_owned())),
        ("b", Value::B(Blob::from(&[0, 254][..]))),
        ("ss", Value::Ss(vec!["x".to_owned(), "y".to_owned()])),
        (
            "bs",
            Value::Bs(vec![Blob::from(&b"ab"[..]), Blob::default()]),
        ),
        (
            "m",
            Value::M(HashMap::from([("nested".to_owned(), nested)])),
        ),
        ("bool", Value::Bool(false)),
        ("new", Value::Unknown),
    ];
    let expected = expected.map(|(name, value)| (name.to_owned(), value));
    assert_eq!(answer.item, HashMap::from(expected));
    let capacity = answer.consumed_capacity.expect("a structure");
    assert_eq!(capacity.table_name.as_deref(), Some("table"));
    assert_eq!(capacity.capacity_units, Some(0.5));
    assert_eq!(capacity.table, None);
}

/// An answer of which nothing is there: an empty object, or no body at all.
#[tokio::test]
async fn absent_members() {
    for body in ["{}", ""] {
        let answer = get_item(body.to_owned()).await;
        assert_eq!(answer, dynamodb::GetItemResponse::default(), "{body:?}");
    }
}

/// Each value that the model lists is a variant of its own, in whichever order the model has them.
#[test]
fn values_of_an_enum() {
    use dynamodb::TableStatus;

    let values = [
        "CREATING",
        "UPDATING",
        "DELETING",
        "ACTIVE",
        "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
        "ARCHIVING",
        "ARCHIVED",
        "REPLICATION_NOT_AUTHORIZED",
    ];
    for value in values {
        let status = TableStatus::from(value);
        assert!(!matches!(status, TableStatus::Unknown(_)), "{value}");
        assert_eq!(status.as_str(), value);
    }
    for other in ["", "A", "ACTIVE ", "Active", "ZZZ"] {
        let status = TableStatus::from(other);
        assert!(matches!(status, TableStatus::Unknown(_)), "{other}");
        assert_eq!(status.as_str(), other);
    }
}

/// Enums that the model knows and does not; long numbers; moments in seconds, with fractions, small and
/// large; structures in lists.
#[tokio::test]
async fn enums_numbers_and_timestamps() {
    use dynamodb::{KeyType, TableStatus};

    let server = Server::new(Answer::ok(
        json!({"Table": {
            "TableStatus": "ACTIVE",
            "TableSizeBytes": 9_007_199_254_740_993_i64,
            "ItemCount": -1,
            "CreationDateTime": 1.709_209_800_25e9,
            "KeySchema": [
                {"AttributeName": "a", "KeyType": "HASH"},
                {"AttributeName": "b", "KeyType": "SOUNDEX"},
            ],
            "ProvisionedThroughput": {"LastIncreaseDateTime": 0, "NumberOfDecreasesToday": 0},
            "ArchivalSummary": {"ArchivalDateTime": 1_709_209_800},
        }})
        .to_string(),
    ));
    let request = dynamodb::DescribeTableRequest {
        table_name: "table",
    };
    let answer = server.connector().call(&request).await.expect("a table");
    let table = answer.table.expect("a table");

    let moment = |text: &str| text.parse::<DateTime>().expect("a moment");
    assert_eq!(table.table_status, Some(TableStatus::Active));
    assert_eq!(table.table_size_bytes, Some(9_007_199_254_740_993));
    assert_eq!(table.item_count, Some(-1));
    assert_eq!(
        table.creation_date_time,
        Some(moment("2024-02-29T12:30:00.25Z"))
    );
    let kinds = table
        .key_schema
        .iter()
        .flatten()
        .map(|element| &element.key_type);
    let soundex = KeyType::Unknown("SOUNDEX".to_owned());
    assert_eq!(kinds.collect::<Vec<_>>(), [&KeyType::Hash, &soundex]);
    assert_eq!(soundex.as_str(), "SOUNDEX");
    let throughput = table.provisioned_throughput.expect("a structure");
    assert_eq!(
        throughput.last_increase_date_time,
        Some(moment("1970-01-01T00:00:00Z"))
    );
    let archival = table.archival_summary.expect("a structure");
    assert_eq!(
        archival.archival_date_time,
        Some(moment("2024-02-29T12:30:00Z"))
    );
}

#[aws_operation(service = "rekognition")]
struct DetectFacesRequest<'a> {
    image: &'a detect_faces::Image,
}

/// Floating point numbers, written as integers, with exponents, and those that JSON has no form for.
#[tokio::test]
async fn floats() {
    let body = r#"{"FaceDetails": [
        {"Confidence": 99, "BoundingBox": {"Width": 1e-1, "Height": "NaN", "Left": "-Infinity"}}
    ]}"#;
    let server = Server::new(Answer::ok(body));
    let image = detect_faces::Image::default();
    let request = DetectFacesRequest { image: &image };
    let answer = server.connector().call(&request).await.expect("an answer");
    let face = answer.face_details.first().expect("a face");
    assert_eq!(face.confidence, Some(99.0));
    let bounds = face.bounding_box.as_ref().expect("a box");
    assert_eq!(bounds.width, Some(0.1));
    assert!(bounds.height.is_some_and(f32::is_nan));
    assert_eq!(bounds.left, Some(f32::NEG_INFINITY));
}

#[aws_operation(service = "identitystore")]
struct DescribeUserRequest<'a> {
    identity_store_id: &'a str,
    user_id: &'a str,
}

/// Documents come as they are; required members that the service leaves out are filled; what is
/// sensitive does not show.
#[tokio::test]
async fn documents_defaults_and_secrets() {
    let value = json!({"list": [1, 2.5, -3], "text": "x", "none": null, "yes": true});
    let body = json!({"UserId": "u-1", "DisplayName": "Ada", "Extensions": {"aws:x": value}});
    let server = Server::new(Answer::ok(body.to_string()));
    let request = DescribeUserRequest {
        identity_store_id: "d-1",
        user_id: "u-1",
    };
    let answer = server.connector().call(&request).await.expect("a user");
    assert_eq!((&*answer.user_id, &*answer.identity_store_id), ("u-1", ""));
    let document = answer.extensions.get("aws:x").expect("a document");
    assert_eq!(serde_json::to_value(document).expect("JSON"), value);
    assert_eq!(answer.display_name.as_deref(), Some("Ada"));
    let shown = format!("{answer:?}");
    assert!(!shown.contains("Ada") && shown.contains("u-1"), "{shown}");
}

/// What is no answer of the protocol is an error that says so.
#[tokio::test]
async fn unreadable_answers() {
    for body in ["<html>", r#"{"UserId": 1}"#, r#"{"UserId": "u"#, "[]"] {
        let server = Server::new(Answer::ok(body));
        let request = DescribeUserRequest {
            identity_store_id: "d-1",
            user_id: "u-1",
        };
        let error = server.connector().call(&request).await.expect_err(body);
        assert_eq!(error.kind(), aws_operation::ErrorKind::Response, "{body}");
    }
}

#[aws_connector(service = "ce")]
mod ce {
    use super::HashMap;

    #[aws_operation]
    pub(crate) struct DescribeCostCategoryDefinitionRequest<'a> {
        pub(crate) cost_category_arn: &'a str,
    }

    /// The user's own, in place of a structure that is reached.
    #[aws_shape]
    #[derive(Debug, Default)]
    pub(crate) struct CostCategory {
        pub(crate) name: std::sync::Arc<str>,
        pub(crate) default_value: Option<Box<str>>,
        pub(crate) rules: std::collections::VecDeque<CostCategoryRule>,
        #[aws(skip)]
        pub(crate) notes: HashMap<String, String>,
    }
}

async fn describe(body: &serde_json::Value) -> Result<ce::CostCategory, aws_operation::Error> {
    let server = Server::new(Answer::ok(body.to_string()));
    let request = ce::DescribeCostCategoryDefinitionRequest {
        cost_category_arn: "arn",
    };
    let answer = server.connector().call(&request).await?;
    Ok(answer.cost_category.expect("a structure"))
}

/// A structure in itself: in a box, and in a list; held by a struct of the user's.
#[tokio::test]
async fn recursion_in_a_shape_of_the_users() {
    let body = json!({"CostCategory": {
        "Name": "name",
        "RuleVersion": "nobody wants it",
        "Rules": [{"Value": "v", "Rule": {"Not": {"Or": [
            {"Dimensions": {"Key": "SERVICE", "Values": ["S3"]}},
            {"Tags": {"Key": "k"}},
        ]}}}],
    }});
    let category = describe(&body).await.expect("an answer");
    assert_eq!((&*category.name, category.default_value), ("name", None));
    assert!(category.notes.is_empty());
    let rule = category.rules[0].rule.as_ref().expect("a rule");
    let either = &rule.not.as_ref().expect("a box").or;
    let either = either.as_deref().expect("a list");
    let dimensions = either[0].dimensions.as_ref().expect("a structure");
    assert_eq!(dimensions.values.as_deref(), Some(&["S3".to_owned()][..]));
    assert!(either[1].tags.is_some());
}

/// A member that the user's own struct needs and the service leaves out is an error that names it.
#[tokio::test]
async fn absent_members_of_a_shape_of_the_users() {
    let body = json!({"CostCategory": {"Rules": []}});
    let error = describe(&body).await.expect_err("no name");
    let source = std::error::Error::source(&error).expect("a reason");
    assert!(source.to_string().contains("Name"), "{source}");
}
