//! What is sent and read in the place of members that are absent.

use std::collections::HashMap;

use aws_operation::aws_connector;
use aws_operation::shape::{FromShape, ToShape};
use serde_json::{Value, json};
use url::Url;

use crate::server::{Answer, Server};

#[derive(ToShape, FromShape, Debug, Default, PartialEq)]
pub(crate) struct Count(i64);

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    use std::collections::HashMap;

    use super::{Count, Url};

    #[aws_operation]
    pub(super) struct QueryRequest<'a> {
        // Required, and always sent.
        #[aws(default = "table")]
        pub(super) table_name: Option<&'a str>,
        #[aws(default = 25)]
        pub(super) limit: Option<i32>,
        #[aws(member = "ConsistentRead", default = true)]
        pub(super) consistent: Option<bool>,
        #[aws(default = "COUNT")]
        pub(super) select: Option<Select>,
        #[aws(default = "https://example.com/", with = aws_operation::with::text)]
        pub(super) projection_expression: Option<Url>,
        pub(super) exclusive_start_key: Option<HashMap<String, AttributeValue>>,
    }

    #[aws_operation]
    pub(super) struct DescribeTableRequest {
        pub(super) table_name: String,
    }

    #[aws_operation]
    pub(super) struct UpdateTableRequest {
        pub(super) table_name: String,
        pub(super) stream_specification: StreamSpecification,
    }

    /// Sent and read.
    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(super) struct StreamSpecification {
        #[aws(default = true)]
        pub(super) stream_enabled: bool,
        #[aws(default = "KEYS_ONLY")]
        pub(super) stream_view_type: Option<StreamViewType>,
    }

    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(super) struct TableDescription {
        #[aws(default)]
        pub(super) table_name: String,
        #[aws(default)]
        pub(super) table_size_bytes: Count,
        #[aws(default = -1)]
        pub(super) item_count: Count,
        #[aws(default = "ACTIVE")]
        pub(super) table_status: TableStatus,
        #[aws(default = "arn:none", with = aws_operation::with::text)]
        pub(super) table_arn: Url,
        #[aws(with = aws_operation::with::text, default = "arn:aws:dynamodb:eu-west-1:123456789012:stream")]
        pub(super) latest_stream_arn: Option<Url>,
        pub(super) stream_specification: Option<StreamSpecification>,
        pub(super) global_table_version: Option<String>,
    }
}

/// A value is sent for `None`, and for nothing else.
#[tokio::test]
async fn defaults_are_sent() {
    let sent = async |request: &dynamodb::QueryRequest<'_>| {
        let server = Server::new(Answer::ok("{}"));
        server.connector().call(request).await.expect("a call");
        server.request().json()
    };
    let mut request = dynamodb::QueryRequest {
        table_name: None,
        limit: None,
        consistent: None,
        select: None,
        projection_expression: None,
        exclusive_start_key: None,
    };
    assert_eq!(
        sent(&request).await,
        json!({
            "TableName": "table",
            "Limit": 25,
            "ConsistentRead": true,
            "Select": "COUNT",
            "ProjectionExpression": "https://example.com/",
        })
    );
    request.table_name = Some("other");
    request.limit = Some(1);
    request.consistent = Some(false);
    request.select = Some(dynamodb::Select::SpecificAttributes);
    request.projection_expression = Some("x:y".parse().expect("a URL"));
    request.exclusive_start_key = Some(HashMap::new());
    assert_eq!(
        sent(&request).await,
        json!({
            "TableName": "other",
            "Limit": 1,
            "ConsistentRead": false,
            "Select": "SPECIFIC_ATTRIBUTES",
            "ProjectionExpression": "x:y",
            "ExclusiveStartKey": {},
        })
    );
}

/// In a structure that is sent, too.
#[tokio::test]
async fn defaults_of_structures_are_sent() {
    let server = Server::new(Answer::ok("{}"));
    let request = dynamodb::UpdateTableRequest {
        table_name: "table".to_owned(),
        stream_specification: dynamodb::StreamSpecification {
            stream_enabled: false,
            stream_view_type: None,
        },
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json()["StreamSpecification"],
        json!({"StreamEnabled": false, "StreamViewType": "KEYS_ONLY"})
    );
}

async fn describe_table(table: Value) -> dynamodb::TableDescription {
    let server = Server::new(Answer::ok(json!({"Table": table}).to_string()));
    let request = dynamodb::DescribeTableRequest {
        table_name: "table".to_owned(),
    };
    let answer = server.connector().call(&request).await;
    server.request();
    answer.expect("an answer").table.expect("a table")
}

/// What the service leaves out is the default, read as though it had been sent.
#[tokio::test]
async fn defaults_are_read() {
    let url = |text: &str| text.parse().expect("a URL");
    let table = describe_table(json!({"StreamSpecification": {}, "TableName": null})).await;
    assert_eq!(
        table,
        dynamodb::TableDescription {
            table_name: String::new(),
            table_size_bytes: Count(0),
            item_count: Count(-1),
            table_status: dynamodb::TableStatus::Active,
            table_arn: url("arn:none"),
            latest_stream_arn: Some(url("arn:aws:dynamodb:eu-west-1:123456789012:stream")),
            stream_specification: Some(dynamodb::StreamSpecification {
                stream_enabled: true,
                stream_view_type: Some(dynamodb::StreamViewType::KeysOnly),
            }),
            global_table_version: None,
        }
    );
    let sent = json!({
        "TableName": "table",
        "TableSizeBytes": 1,
        "ItemCount": 2,
        "TableStatus": "DELETING",
        "TableArn": "arn:here",
        "LatestStreamArn": "arn:there",
        "StreamSpecification": {"StreamEnabled": false, "StreamViewType": "NEW_IMAGE"},
    });
    assert_eq!(
        describe_table(sent).await,
        dynamodb::TableDescription {
            table_name: "table".to_owned(),
            table_size_bytes: Count(1),
            item_count: Count(2),
            table_status: dynamodb::TableStatus::Deleting,
            table_arn: url("arn:here"),
            latest_stream_arn: Some(url("arn:there")),
            stream_specification: Some(dynamodb::StreamSpecification {
                stream_enabled: false,
                stream_view_type: Some(dynamodb::StreamViewType::NewImage),
            }),
            global_table_version: None,
        }
    );
}
