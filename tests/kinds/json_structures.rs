//! awsJson 1.1, requests: structures, documents, and what is filled in.

use std::collections::HashMap;

use aws_operation::{Blob, Document, aws_connector, aws_operation};
use serde_json::json;

use crate::server::{Answer, Server};

#[aws_operation(service = "rekognition")]
struct CompareFacesRequest {
    source_image: compare_faces::Image,
    target_image: compare_faces::Image,
    similarity_threshold: Option<f32>,
}

/// Floating point numbers, and structures of which nothing is set.
#[tokio::test]
async fn floats_and_empty_structures() {
    let server = Server::new(Answer::ok("{}"));
    let request = CompareFacesRequest {
        source_image: compare_faces::Image {
            bytes: Some(Blob::from(&b"\xff\xd8"[..])),
            ..Default::default()
        },
        target_image: compare_faces::Image::default(),
        similarity_threshold: Some(87.5),
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json(),
        json!({
            "SourceImage": {"Bytes": "/9g="},
            "TargetImage": {},
            "SimilarityThreshold": 87.5,
        })
    );
}

#[aws_operation(service = "ce")]
struct GetCostAndUsageRequest<'a> {
    time_period: get_cost_and_usage::DateInterval,
    granularity: &'a str,
    metrics: [&'a str; 2],
    filter: Option<get_cost_and_usage::Expression>,
}

/// A structure in itself: in a box, and in a list.
#[tokio::test]
async fn recursion() {
    use get_cost_and_usage::{DateInterval, DimensionValues, Expression};

    let service = |name: &str| Expression {
        dimensions: Some(DimensionValues {
            key: Some("SERVICE".into()),
            values: Some(vec![name.to_owned()]),
            ..Default::default()
        }),
        ..Default::default()
    };
    let either = Expression {
        or: Some(vec![service("S3"), service("SQS")]),
        ..Default::default()
    };
    let server = Server::new(Answer::ok("{}"));
    let request = GetCostAndUsageRequest {
        time_period: DateInterval {
            start: "2024-01-01".to_owned(),
            end: "2024-02-01".to_owned(),
        },
        granularity: "MONTHLY",
        metrics: ["BlendedCost", "UsageQuantity"],
        filter: Some(Expression {
            not: Some(Box::new(either)),
            ..Default::default()
        }),
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json(),
        json!({
            "TimePeriod": {"Start": "2024-01-01", "End": "2024-02-01"},
            "Granularity": "MONTHLY",
            "Metrics": ["BlendedCost", "UsageQuantity"],
            "Filter": {"Not": {"Or": [
                {"Dimensions": {"Key": "SERVICE", "Values": ["S3"]}},
                {"Dimensions": {"Key": "SERVICE", "Values": ["SQS"]}},
            ]}},
        })
    );
}

#[aws_operation(service = "identitystore")]
struct CreateUserRequest<'a> {
    identity_store_id: &'a str,
    extensions: Option<HashMap<&'a str, Document>>,
}

/// A document is any JSON value.
#[tokio::test]
async fn documents() {
    let value = json!({"list": [1, 2.5, -3], "text": "x", "none": null, "yes": true});
    let document: Document = serde_json::from_value(value.clone()).expect("a document");
    let server = Server::new(Answer::ok("{}"));
    let request = CreateUserRequest {
        identity_store_id: "d-1",
        extensions: Some(HashMap::from([("aws:x", document)])),
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().json(),
        json!({"IdentityStoreId": "d-1", "Extensions": {"aws:x": value}})
    );
}

#[aws_connector(service = "secretsmanager")]
mod secretsmanager {
    #[aws_operation]
    pub(crate) struct CreateSecretRequest<'a> {
        pub(crate) name: &'a str,
        pub(crate) client_request_token: Option<&'a str>,
    }

    #[aws_operation(operation = "CreateSecret", function = create_without_field)]
    pub(crate) struct CreateWithoutField<'a> {
        pub(crate) name: &'a str,
    }

    #[aws_operation]
    pub(crate) struct ListSecretsRequest;
}

/// An idempotency token that is unset, or has no field, is filled; one that is set is sent.
#[tokio::test]
async fn idempotency_tokens() {
    let token = |json: serde_json::Value| {
        let token = json["ClientRequestToken"].as_str().map(str::to_owned);
        token.expect("a token")
    };
    let request = |client_request_token| secretsmanager::CreateSecretRequest {
        name: "secret",
        client_request_token,
    };
    let server = Server::new(Answer::ok("{}"));
    server
        .connector()
        .call(&request(Some("mine")))
        .await
        .expect("a call");
    assert_eq!(token(server.request().json()), "mine");

    let server = Server::new(Answer::ok("{}"));
    server
        .connector()
        .call(&request(None))
        .await
        .expect("a call");
    let unset = token(server.request().json());

    let server = Server::new(Answer::ok("{}"));
    let request = secretsmanager::CreateWithoutField { name: "secret" };
    server.connector().call(&request).await.expect("a call");
    let absent = token(server.request().json());

    assert_eq!((unset.len(), absent.len()), (36, 36));
    assert_ne!(unset, absent);
}

/// A request without members is an empty object.
#[tokio::test]
async fn nothing() {
    let server = Server::new(Answer::ok("{}"));
    let request = secretsmanager::ListSecretsRequest;
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    assert_eq!(request.text(), "{}");
    assert_eq!(
        request.header("x-amz-target"),
        Some("secretsmanager.ListSecrets")
    );
}
