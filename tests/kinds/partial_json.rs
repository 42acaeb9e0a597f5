//! Answers of which only a part is read, awsJson: as chosen, and into types of the user's.

use std::collections::HashMap;

use aws_operation::{aws_connector, aws_operation, aws_shape};
use serde_json::json;

use crate::server::{Answer, Server};

#[aws_connector(service = "dynamodb", derive(PartialEq))]
mod dynamodb {
    use std::collections::HashMap;

    #[aws_operation(response = {
        items { s, m },
        last_evaluated_key,
        consumed_capacity { table { capacity_units }, global_secondary_indexes { capacity_units } },
    })]
    pub(crate) struct QueryRequest<'a> {
        pub(crate) table_name: &'a str,
    }

    #[aws_operation(response = Found)]
    pub(crate) struct ScanRequest<'a> {
        pub(crate) table_name: &'a str,
    }

    /// The whole answer, without saying so here.
    #[aws_shape]
    #[derive(Debug, PartialEq)]
    pub(crate) struct Found {
        pub(crate) count: i32,
        pub(crate) items: Vec<HashMap<String, AttributeValue>>,
        pub(crate) consumed_capacity: Option<Used>,
        #[aws(skip)]
        pub(crate) note: String,
    }

    #[aws_shape(shape = "ConsumedCapacity")]
    #[derive(Debug, Default, PartialEq)]
    pub(crate) struct Used {
        pub(crate) table_name: Option<String>,
    }
}

fn answer() -> Answer {
    let body = json!({
        "Count": 1,
        "ScannedCount": "not even a number",
        "Items": [{
            "a": {"S": "text"},
            "b": {"M": {"c": {"N": "1"}}},
            "d": {"L": [{"S": "skipped"}]},
        }],
        "LastEvaluatedKey": {"a": {"N": "2"}},
        "ConsumedCapacity": {
            "TableName": "table",
            "CapacityUnits": 9.0,
            "Table": {"CapacityUnits": 0.5, "ReadCapacityUnits": 1.0},
            "GlobalSecondaryIndexes": {"index": {"CapacityUnits": 2.0}},
        },
    });
    Answer::ok(body.to_string())
}

/// What is chosen has types of its own, in the function's module; what is taken whole has those that
/// everybody has.
#[tokio::test]
async fn chosen() {
    use dynamodb::AttributeValue as Value;
    use dynamodb::query::{AttributeValue, Capacity, ConsumedCapacity};

    let server = Server::new(answer());
    let request = dynamodb::QueryRequest {
        table_name: "table",
    };
    let dynamodb::QueryResponse {
        items,
        last_evaluated_key,
        consumed_capacity,
    } = server.connector().call(&request).await.expect("a call");

    let number = Value::N("1".to_owned());
    let expected = HashMap::from([
        ("a".to_owned(), AttributeValue::S("text".to_owned())),
        (
            "b".to_owned(),
            AttributeValue::M(HashMap::from([("c".to_owned(), number)])),
        ),
        ("d".to_owned(), AttributeValue::Unknown),
    ]);
    assert_eq!(items, [expected]);
    let key = HashMap::from([("a".to_owned(), Value::N("2".to_owned()))]);
    assert_eq!(last_evaluated_key, key);
    let capacity = |units| Capacity {
        capacity_units: Some(units),
    };
    let expected = ConsumedCapacity {
        table: Some(capacity(0.5)),
        global_secondary_indexes: HashMap::from([("index".to_owned(), capacity(2.0))]),
    };
    assert_eq!(consumed_capacity, Some(expected));
}

/// A user's type may stand for the whole answer, and others for what is inside.
#[tokio::test]
async fn types_of_the_users() {
    let server = Server::new(answer());
    let request = dynamodb::ScanRequest {
        table_name: "table",
    };
    let found = server.connector().call(&request).await.expect("a call");
    assert_eq!(found.count, 1);
    assert_eq!(found.items[0].len(), 3);
    let used = found.consumed_capacity.expect("a structure");
    assert_eq!(used.table_name.as_deref(), Some("table"));
    assert_eq!(found.note, "");
}

/// What a type of the user's must have and the service leaves out is named.
#[tokio::test]
async fn what_must_be_there() {
    let server = Server::new(Answer::ok(r#"{"Count": 0}"#));
    let request = dynamodb::ScanRequest {
        table_name: "table",
    };
    let error = server.connector().call(&request).await;
    let error = error.expect_err("`Items` is missing");
    let source = std::error::Error::source(&error).expect("a reason");
    assert!(source.to_string().contains("Items"), "{source}");
}

#[aws_shape(service = "sqs", shape = "ReceiveMessageResult")]
struct Received {
    messages: Option<Vec<Body>>,
}

#[aws_shape(service = "sqs", shape = "Message")]
struct Body {
    body: String,
}

#[aws_operation(service = "sqs", operation = "ReceiveMessage", response = Received)]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
}

/// The same without a connector: each type says what it stands for.
#[tokio::test]
async fn types_outside_of_connectors() {
    let body = json!({"Messages": [{"Body": "one", "MessageId": "1"}, {"Body": "two"}]});
    let server = Server::new(Answer::ok(body.to_string()));
    let request = ReceiveMessageRequest {
        queue_url: "https://sqs.eu-west-1.amazonaws.com/1/queue",
    };
    let received = server.connector().call(&request).await.expect("a call");
    let bodies: Vec<String> = received
        .messages
        .expect("messages")
        .into_iter()
        .map(|message| message.body)
        .collect();
    assert_eq!(bodies, ["one", "two"]);
}
