//! The user's own newtypes, in both directions.

use std::borrow::Cow;
use std::marker::PhantomData;

use aws_operation::shape::{FromShape, ToShape};
use aws_operation::{aws_connector, aws_operation};
use serde_json::json;

use crate::server::{Answer, Server};

#[derive(ToShape, FromShape, Debug, PartialEq)]
pub(crate) struct ColumnName(String);

/// Named, with a marker, a note and a parameter.
#[derive(ToShape, FromShape, Debug, PartialEq)]
pub(crate) struct Tagged<T, Tag> {
    #[aws(skip)]
    note: Option<&'static str>,
    value: T,
    tag: PhantomData<Tag>,
}

impl<T, Tag> Tagged<T, Tag> {
    fn new(value: T) -> Self {
        Self {
            note: None,
            value,
            tag: PhantomData,
        }
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum Units {}

#[derive(ToShape)]
struct TableName<'a>(Cow<'a, str>);

#[derive(ToShape)]
#[aws(crate = ::aws_operation)]
struct Columns<T: ?Sized, const N: usize>([u8; N], #[aws(skip)] (), PhantomData<T>)
where
    T: ToString;

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    use super::{ColumnName, TableName, Tagged, Units};

    #[aws_operation]
    pub(super) struct CreateTableRequest<'a> {
        pub(super) table_name: TableName<'a>,
        pub(super) attribute_definitions: Vec<AttributeDefinition>,
        pub(super) key_schema: [KeySchemaElement; 1],
        pub(super) provisioned_throughput: Option<Tagged<ProvisionedThroughput, Units>>,
    }

    #[aws_operation]
    pub(super) struct DescribeTableRequest<'a> {
        pub(super) table_name: &'a TableName<'a>,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub(super) struct ProvisionedThroughput {
        pub(super) read_capacity_units: Tagged<i64, Units>,
        pub(super) write_capacity_units: Tagged<i64, Units>,
    }

    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(super) struct AttributeDefinition {
        pub(super) attribute_name: ColumnName,
        pub(super) attribute_type: Tagged<ScalarAttributeType, Units>,
    }

    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(super) struct KeySchemaElement {
        pub(super) attribute_name: ColumnName,
        pub(super) key_type: Tagged<String, Units>,
    }
}

#[aws_operation(service = "secretsmanager", operation = "PutSecretValue")]
struct PutSecretValueRequest {
    secret_id: String,
    secret_binary: Columns<str, 2>,
    client_request_token: Option<ColumnName>,
}

/// What is inside of them is sent.
#[tokio::test]
async fn newtypes_are_sent_as_what_they_hold() {
    let server = Server::new(Answer::ok("{}"));
    let name = || ColumnName("id".to_owned());
    let request = dynamodb::CreateTableRequest {
        table_name: TableName(Cow::Borrowed("table")),
        attribute_definitions: vec![dynamodb::AttributeDefinition {
            attribute_name: name(),
            attribute_type: Tagged::new(dynamodb::ScalarAttributeType::S),
        }],
        key_schema: [dynamodb::KeySchemaElement {
            attribute_name: name(),
            key_type: Tagged::new("HASH".to_owned()),
        }],
        provisioned_throughput: Some(Tagged::new(dynamodb::ProvisionedThroughput {
            read_capacity_units: Tagged::new(5),
            write_capacity_units: Tagged::new(6),
        })),
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json(),
        json!({
            "TableName": "table",
            "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
            "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
            "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 6},
        })
    );

    let server = Server::new(Answer::ok("{}"));
    let request = PutSecretValueRequest {
        secret_id: "id".to_owned(),
        secret_binary: Columns([0, 254], (), PhantomData),
        client_request_token: Some(name()),
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json(),
        json!({"SecretId": "id", "SecretBinary": "AP4=", "ClientRequestToken": "id"})
    );
}

/// What they hold is read, and the rest is filled.
#[tokio::test]
async fn newtypes_are_read_from_what_they_hold() {
    let answer = json!({"Table": {
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "N"}],
        "KeySchema": [{"AttributeName": "id", "KeyType": "RANGE"}],
    }});
    let server = Server::new(Answer::ok(answer.to_string()));
    let request = dynamodb::DescribeTableRequest {
        table_name: &TableName(Cow::Borrowed("table")),
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    let table = answer.table.expect("a table");
    assert_eq!(
        table.attribute_definitions,
        Some(vec![dynamodb::AttributeDefinition {
            attribute_name: ColumnName("id".to_owned()),
            attribute_type: Tagged::new(dynamodb::ScalarAttributeType::N),
        }])
    );
    assert_eq!(
        table.key_schema,
        Some(vec![dynamodb::KeySchemaElement {
            attribute_name: ColumnName("id".to_owned()),
            key_type: Tagged::new("RANGE".to_owned()),
        }])
    );
    server.request();
}
