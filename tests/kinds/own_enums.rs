//! Enums and unions of the user's in the place of AWS's.

use std::collections::HashMap;
use std::error::Error;

use aws_operation::{aws_connector, aws_operation, aws_shape};
use serde_json::json;

use crate::server::{Answer, Server};

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    use std::collections::HashMap;

    #[aws_operation]
    pub(crate) struct GetItemRequest<'a> {
        pub(crate) table_name: &'a str,
        pub(crate) key: HashMap<&'a str, AttributeValue>,
        pub(crate) return_consumed_capacity: Option<ReturnConsumedCapacity>,
    }

    #[aws_operation(response = { table { table_status, billing_mode_summary { billing_mode } } })]
    pub(crate) struct DescribeTableRequest<'a> {
        pub(crate) table_name: &'a str,
    }

    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(crate) enum AttributeValue {
        S(String),
        #[aws(member = "N")]
        Number(String),
        L(Vec<AttributeValue>),
        #[aws(unknown)]
        Other,
    }

    /// Closed.
    #[aws_shape]
    #[derive(Debug)]
    pub(crate) enum ReturnConsumedCapacity {
        Total,
        #[aws(value = "INDEXES")]
        WithIndexes,
    }

    /// Open.
    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(crate) enum TableStatus {
        Active,
        #[aws(unknown)]
        Other(Box<str>),
    }

    /// Closed, and read.
    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(crate) enum BillingMode {
        Provisioned,
    }
}

#[tokio::test]
async fn written() {
    use dynamodb::{AttributeValue, ReturnConsumedCapacity};

    let sent = [
        (ReturnConsumedCapacity::Total, "TOTAL"),
        (ReturnConsumedCapacity::WithIndexes, "INDEXES"),
    ];
    for (capacity, expected) in sent {
        let server = Server::new(Answer::ok("{}"));
        let list = vec![
            AttributeValue::Number("1".to_owned()),
            AttributeValue::S("a".to_owned()),
        ];
        let request = dynamodb::GetItemRequest {
            table_name: "table",
            key: HashMap::from([("a", AttributeValue::L(list))]),
            return_consumed_capacity: Some(capacity),
        };
        server.connector().call(&request).await.expect("a call");
        let body = json!({
            "TableName": "table",
            "Key": {"a": {"L": [{"N": "1"}, {"S": "a"}]}},
            "ReturnConsumedCapacity": expected,
        });
        assert_eq!(server.request().json(), body);
    }
}

/// What a variant stands for in answers only cannot be sent.
#[tokio::test]
async fn unknown_members_are_not_written() {
    let server = Server::new(Answer::ok("{}"));
    let request = dynamodb::GetItemRequest {
        table_name: "table",
        key: HashMap::from([("a", dynamodb::AttributeValue::Other)]),
        return_consumed_capacity: None,
    };
    let error = server.connector().call(&request).await;
    let error = error.expect_err("nobody knows what to write");
    let error = error.to_string();
    assert!(error.contains("AttributeValue"), "{error}");
}

#[tokio::test]
async fn read() {
    use dynamodb::AttributeValue;

    let answer = json!({"Item": {"a": {"N": "1"}, "b": {"SS": ["x"]}, "c": {"L": [{"S": "s"}]}}});
    let server = Server::new(Answer::ok(answer.to_string()));
    let request = dynamodb::GetItemRequest {
        table_name: "table",
        key: HashMap::new(),
        return_consumed_capacity: None,
    };
    let answer = server.connector().call(&request).await.expect("a call");
    let expected = HashMap::from([
        ("a".to_owned(), AttributeValue::Number("1".to_owned())),
        ("b".to_owned(), AttributeValue::Other),
        (
            "c".to_owned(),
            AttributeValue::L(vec![AttributeValue::S("s".to_owned())]),
        ),
    ]);
    assert_eq!(answer.item, expected);
}

async fn describe_table(
    status: &str,
    mode: &str,
) -> Result<dynamodb::DescribeTableResponse, dynamodb::DescribeTableError> {
    let answer = json!({
        "Table": {"TableStatus": status, "BillingModeSummary": {"BillingMode": mode}},
    });
    let server = Server::new(Answer::ok(answer.to_string()));
    let request = dynamodb::DescribeTableRequest {
        table_name: "table",
    };
    server.connector().call(&request).await
}

#[tokio::test]
async fn open_enums_keep_what_they_do_not_know() {
    use dynamodb::{BillingMode, TableStatus};

    let answers = [
        ("ACTIVE", TableStatus::Active),
        ("NEW", TableStatus::Other("NEW".into())),
    ];
    for (status, expected) in answers {
        let answer = describe_table(status, "PROVISIONED").await;
        let table = answer.expect("an answer").table.expect("a table");
        assert_eq!(table.table_status, Some(expected));
        let summary = table.billing_mode_summary.expect("a summary");
        assert_eq!(summary.billing_mode, Some(BillingMode::Provisioned));
    }
}

#[tokio::test]
async fn closed_enums_refuse_it() {
    let error = describe_table("ACTIVE", "PAY_PER_REQUEST").await;
    let error = error.expect_err("a value without a variant");
    let source = error.source().expect("a reason").to_string();
    assert!(source.contains("BillingMode"), "{source}");
}

/// Of a union's member, the name is said.
#[aws_shape(service = "dynamodb")]
#[derive(Debug)]
enum AttributeValue {
    S(String),
}

#[aws_shape(service = "dynamodb", shape = "GetItemOutput")]
#[derive(Debug)]
struct Found {
    item: HashMap<String, AttributeValue>,
}

#[aws_operation(service = "dynamodb", operation = "GetItem", response = Found)]
struct FindRequest<'a> {
    table_name: &'a str,
    key: HashMap<&'a str, AttributeValue>,
}

#[tokio::test]
async fn closed_unions_name_what_they_refuse() {
    let answer = Answer::ok(r#"{"Item": {"a": {"N": "1"}}}"#);
    let server = Server::new(answer);
    let request = FindRequest {
        table_name: "table",
        key: HashMap::from([("a", AttributeValue::S("a".to_owned()))]),
    };
    let found = server.connector().call(&request).await;
    let found = found.map(|found| found.item);
    let error = found.expect_err("a member without a variant");
    let source = error.source().expect("a reason").to_string();
    assert!(source.contains("`N` of `AttributeValue`"), "{source}");
}

/// Outside of connectors, too.
#[aws_shape(service = "lambda")]
#[derive(Debug)]
enum InvocationType {
    Event,
    DryRun,
}

#[aws_operation(service = "lambda")]
struct InvokeRequest<'a> {
    function_name: &'a str,
    invocation_type: InvocationType,
}

#[tokio::test]
async fn alone() {
    for (invocation_type, expected) in [
        (InvocationType::Event, "Event"),
        (InvocationType::DryRun, "DryRun"),
    ] {
        let server = Server::new(Answer::status(202, ""));
        let request = InvokeRequest {
            function_name: "function",
            invocation_type,
        };
        server.connector().call(&request).await.expect("a call");
        let header = "x-amz-invocation-type";
        assert_eq!(server.request().header(header), Some(expected));
    }
}

#[aws_connector(service = "lambda")]
mod lambda {
    #[aws_operation]
    pub(crate) struct GetFunctionRequest<'a> {
        pub(crate) function_name: &'a str,
    }

    /// The wire says `message`, the model `Message`.
    #[aws_shape]
    #[derive(Debug)]
    pub(crate) struct ResourceNotFoundException {
        pub(crate) message: String,
    }
}

#[tokio::test]
async fn errors_have_their_message() {
    let refusal = Answer::status(404, r#"{"Type": "User", "message": "gone"}"#);
    let server = Server::new(refusal.header("x-amzn-errortype", "ResourceNotFoundException"));
    let request = lambda::GetFunctionRequest {
        function_name: "function",
    };
    let error = server.connector().call(&request).await;
    let Err(lambda::GetFunctionError::ResourceNotFoundException(error)) = error else {
        panic!("{error:?}");
    };
    assert_eq!(error.message, "gone");
}
