//! DynamoDB: awsJson 1.0, and a union that holds itself.

use std::collections::HashMap;

use aws_operation::{Blob, aws_connector};

use self::api::{AttributeValue, GetItemError};
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_modelled, same};
use crate::server::Server;

#[aws_connector(service = "dynamodb", derive(Clone, PartialEq))]
mod api {
    use super::HashMap;

    #[aws_operation]
    pub struct CreateTableRequest<'a> {
        pub table_name: &'a str,
        pub attribute_definitions: Vec<AttributeDefinition>,
        pub key_schema: Vec<KeySchemaElement>,
        pub billing_mode: Option<BillingMode>,
    }

    #[aws_operation]
    pub struct PutItemRequest<'a> {
        pub table_name: &'a str,
        pub item: &'a HashMap<String, AttributeValue>,
    }

    #[aws_operation]
    pub struct GetItemRequest<'a> {
        pub table_name: &'a str,
        pub key: HashMap<&'a str, AttributeValue>,
    }

    #[aws_operation]
    pub struct DeleteTableRequest<'a> {
        pub table_name: &'a str,
    }
}

pub async fn test(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::CreateTableRequest>();
    let item = item();
    report.check(subject, "CreateTable", create(server)).await;
    report.check(subject, "PutItem", put(server, &item)).await;
    report.check(subject, "GetItem", get(server, &item)).await;
    report
        .check(subject, "(error)", missing_table(server))
        .await;

    let request = api::PutItemRequest {
        table_name: &server.name,
        item: &HashMap::from([("id".to_owned(), text("ten euros"))]),
    };
    let forgery = ["ten euros", "six euros"];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    report.check(subject, "DeleteTable", delete(server)).await;
}

async fn create(server: &Server) -> Outcome {
    let request = api::CreateTableRequest {
        table_name: &server.name,
        attribute_definitions: vec![api::AttributeDefinition {
            attribute_name: "id".to_owned(),
            attribute_type: "S".into(),
        }],
        key_schema: vec![api::KeySchemaElement {
            attribute_name: "id".to_owned(),
            key_type: "HASH".into(),
        }],
        billing_mode: Some("PAY_PER_REQUEST".into()),
    };
    let created = server.connector.call(&request).await?;
    let description = created.table_description.ok_or("no description")?;
    same(&description.table_name, &Some(server.name.clone()))
}

async fn put(server: &Server, item: &HashMap<String, AttributeValue>) -> Outcome {
    let request = api::PutItemRequest {
        table_name: &server.name,
        item,
    };
    server.connector.call(&request).await?;
    Ok(None)
}

async fn get(server: &Server, item: &HashMap<String, AttributeValue>) -> Outcome {
    let request = api::GetItemRequest {
        table_name: &server.name,
        key: HashMap::from([("id", text("1"))]),
    };
    let got = server.connector.call(&request).await?;
    same(&got.item, item)
}

/// An error that the model lists is a variant.
async fn missing_table(server: &Server) -> Outcome {
    let request = api::GetItemRequest {
        table_name: "no-such-table",
        key: HashMap::from([("id", text("1"))]),
    };
    match server.connector.call(&request).await {
        Err(GetItemError::ResourceNotFoundException(error)) => as_modelled(error.error()),
        other => Err(format!("a missing table led to {other:?}").into()),
    }
}

async fn delete(server: &Server) -> Outcome {
    let table_name = &server.name;
    let request = api::DeleteTableRequest { table_name };
    server.connector.call(&request).await?;
    Ok(None)
}

/// Every kind of value but sets of numbers and of bytes.
fn item() -> HashMap<String, AttributeValue> {
    let list = vec![text("a"), AttributeValue::Null(true)];
    let map = HashMap::from([("list".to_owned(), AttributeValue::L(list))]);
    let strings = vec!["ä".to_owned(), "b".to_owned()];
    [
        ("id", text("1")),
        ("map", AttributeValue::M(map)),
        ("number", AttributeValue::N("3.25".to_owned())),
        ("bytes", AttributeValue::B(Blob::from(&[0, 254][..]))),
        ("boolean", AttributeValue::Bool(false)),
        ("strings", AttributeValue::Ss(strings)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}

fn text(text: &str) -> AttributeValue {
    AttributeValue::S(text.to_owned())
}
