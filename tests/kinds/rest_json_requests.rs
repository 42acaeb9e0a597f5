//! restJson1, requests: what goes into the path, the query, the headers and the body.

use std::collections::{BTreeMap, HashMap};

use aws_operation::{Blob, DateTime, Document, aws_connector, aws_operation};
use serde_json::json;

use crate::server::{Answer, Request, Server};

/// Sends a request and tells what came.
macro_rules! sent {
    ($request:expr, $answer:literal) => {{
        let server = Server::new(Answer::ok($answer));
        server.connector().call(&$request).await.expect("a call");
        let request: Request = server.request();
        request
    }};
}

#[aws_connector(service = "lambda")]
mod lambda {
    use super::Blob;

    #[aws_operation]
    pub(crate) struct InvokeRequest<'a> {
        pub(crate) function_name: &'a str,
        pub(crate) invocation_type: Option<InvocationType>,
        pub(crate) payload: Option<Blob>,
        pub(crate) qualifier: Option<&'a str>,
    }

    #[aws_operation]
    pub(crate) struct UntagResourceRequest<'a> {
        pub(crate) resource: &'a str,
        pub(crate) tag_keys: Vec<&'a str>,
    }
}

/// A label that has to be escaped, an enum in a header, a parameter, bytes as the body.
#[tokio::test]
async fn labels_headers_queries_and_bytes() {
    let request = sent!(
        lambda::InvokeRequest {
            function_name: "123456789012:function/ä",
            invocation_type: Some(lambda::InvocationType::RequestResponse),
            payload: Some(Blob::from(&br#"{"a": 1}"#[..])),
            qualifier: Some("1 & 2"),
        },
        ""
    );
    assert_eq!(
        (&*request.method, &*request.target),
        (
            "POST",
            "/2015-03-31/functions/123456789012%3Afunction%2F%C3%A4/invocations?Qualifier=1%20%26%202"
        )
    );
    assert_eq!(
        request.header("x-amz-invocation-type"),
        Some("RequestResponse")
    );
    assert_eq!(
        request.header("content-type"),
        Some("application/octet-stream")
    );
    assert_eq!(request.text(), r#"{"a": 1}"#);
}

/// No payload, no content type.
#[tokio::test]
async fn unset_bytes_are_no_body() {
    let request = sent!(
        lambda::InvokeRequest {
            function_name: "f",
            invocation_type: None,
            payload: None,
            qualifier: None,
        },
        ""
    );
    assert_eq!(request.target, "/2015-03-31/functions/f/invocations");
    assert_eq!(request.text(), "");
    assert_eq!(request.header("content-type"), None);
}

/// One parameter for each element; a request without any body members has no body.
#[tokio::test]
async fn lists_in_the_query() {
    let request = sent!(
        lambda::UntagResourceRequest {
            resource: "arn",
            tag_keys: vec!["a", "b/c"],
        },
        ""
    );
    assert_eq!(
        (&*request.method, &*request.target),
        ("DELETE", "/2017-03-31/tags/arn?tagKeys=a&tagKeys=b%2Fc")
    );
    assert_eq!(request.text(), "");
    assert_eq!(request.header("content-type"), None);
}

#[aws_operation(service = "application-signals")]
struct ListServicesRequest {
    start_time: DateTime,
    end_time: DateTime,
    max_results: Option<i32>,
    include_linked_accounts: Option<bool>,
}

/// Moments in the query are texts.
#[tokio::test]
async fn moments_numbers_and_booleans_in_the_query() {
    let moment = |text: &str| text.parse().expect("a moment");
    let request = sent!(
        ListServicesRequest {
            start_time: moment("2024-02-29T12:30:00Z"),
            end_time: moment("2024-02-29T12:30:00.5Z"),
            max_results: Some(5),
            include_linked_accounts: Some(false),
        },
        r#"{"StartTime": 0, "EndTime": 0, "ServiceSummaries": []}"#
    );
    let (path, query) = request.target.split_once('?').expect("a query");
    assert_eq!(path, "/services");
    let mut pairs: Vec<_> = query.split('&').collect();
    pairs.sort_unstable();
    assert_eq!(
        pairs,
        [
            "EndTime=2024-02-29T12%3A30%3A00.5Z",
            "IncludeLinkedAccounts=false",
            "MaxResults=5",
            "StartTime=2024-02-29T12%3A30%3A00Z",
        ]
    );
}

#[aws_operation(service = "apigateway")]
struct ImportRestApiRequest<'a> {
    fail_on_warnings: Option<bool>,
    parameters: BTreeMap<&'a str, &'a str>,
    body: &'a [u8],
}

/// What the model writes into the URI stays; parameters of their own win over those of the map.
#[tokio::test]
async fn queries_of_the_uri_of_members_and_of_maps() {
    let request = sent!(
        ImportRestApiRequest {
            fail_on_warnings: Some(true),
            parameters: BTreeMap::from([("endpoint types", "EDGE"), ("failonwarnings", "no")]),
            body: b"openapi",
        },
        "{}"
    );
    let (path, query) = request.target.split_once('?').expect("a query");
    let mut pairs: Vec<_> = query.split('&').collect();
    pairs.sort_unstable();
    assert_eq!(path, "/restapis");
    assert_eq!(
        pairs,
        [
            "endpoint%20types=EDGE",
            "failonwarnings=true",
            "mode=import"
        ]
    );
    assert_eq!(request.text(), "openapi");
}

#[aws_operation(service = "mediastore-data")]
struct GetObjectRequest<'a> {
    path: &'a str,
    range: Option<&'a str>,
}

/// The slashes of a greedy label stay.
#[tokio::test]
async fn greedy_labels() {
    let request = sent!(
        GetObjectRequest {
            path: "a b/c//d?e",
            range: Some("bytes=0-1"),
        },
        ""
    );
    assert_eq!(request.target, "/a%20b/c//d%3Fe");
    assert_eq!(request.header("range"), Some("bytes=0-1"));
}

/// A label cannot be empty: another resource would be meant.
#[tokio::test]
async fn empty_labels_are_refused() {
    let server = Server::new(Answer::ok(""));
    let request = GetObjectRequest {
        path: "",
        range: None,
    };
    let error = server
        .connector()
        .call(&request)
        .await
        .expect_err("no label");
    assert!(error.to_string().contains("Path"), "{error}");
}

#[aws_operation(service = "dataexchange")]
struct SendApiAssetRequest<'a> {
    asset_id: &'a str,
    data_set_id: &'a str,
    revision_id: &'a str,
    body: Option<&'a str>,
    request_headers: Option<HashMap<&'a str, &'a str>>,
    query_string_parameters: Option<HashMap<&'a str, &'a str>>,
}

/// A map in headers, another in the query, text as the body.
#[tokio::test]
async fn maps_in_headers_and_queries_and_text() {
    let request = sent!(
        SendApiAssetRequest {
            asset_id: "a",
            data_set_id: "d",
            revision_id: "r",
            body: Some("text ä"),
            request_headers: Some(HashMap::from([("Accept", "text/csv")])),
            query_string_parameters: Some(HashMap::from([("q", "x=y")])),
        },
        ""
    );
    assert_eq!(request.target, "/v1?q=x%3Dy");
    assert_eq!(
        request.header("x-amzn-dataexchange-header-accept"),
        Some("text/csv")
    );
    assert_eq!(request.header("x-amzn-dataexchange-asset-id"), Some("a"));
    assert_eq!(request.header("content-type"), Some("text/plain"));
    assert_eq!(request.text(), "text ä");
}

#[aws_operation(service = "iot-data")]
struct PublishRequest<'a> {
    topic: &'a str,
    payload: Option<&'a [u8]>,
    user_properties: Option<&'a str>,
    content_type: Option<&'a str>,
}

/// JSON in a header is base64 there.
#[tokio::test]
async fn json_in_headers() {
    let request = sent!(
        PublishRequest {
            topic: "home/door",
            payload: Some(b"open"),
            user_properties: Some(r#"[{"a": "b"}]"#),
            content_type: Some("text/plain"),
        },
        ""
    );
    assert_eq!(
        request.target,
        "/topics/home%2Fdoor?contentType=text%2Fplain"
    );
    assert_eq!(
        request.header("x-amz-mqtt5-user-properties"),
        Some("W3siYSI6ICJiIn1d")
    );
}

#[aws_connector(service = "pinpoint")]
mod pinpoint {
    #[aws_operation]
    pub(crate) struct CreateAppRequest {
        pub(crate) create_application_request: CreateApplicationRequest,
    }
}

/// The payload is the body itself, not a member of it.
#[tokio::test]
async fn structures_as_payload() {
    let request = sent!(
        pinpoint::CreateAppRequest {
            create_application_request: pinpoint::CreateApplicationRequest {
                name: "app".to_owned(),
                tags: Some(HashMap::from([("a".to_owned(), "b".to_owned())])),
            },
        },
        "{}"
    );
    assert_eq!(request.target, "/v1/apps");
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.json(), json!({"Name": "app", "tags": {"a": "b"}}));
}

#[aws_operation(service = "batch")]
struct DescribeJobQueuesRequest<'a> {
    job_queues: Option<Vec<&'a str>>,
}

/// An empty object where nothing is set.
#[tokio::test]
async fn bodies_of_nothing() {
    let request = sent!(DescribeJobQueuesRequest { job_queues: None }, "{}");
    assert_eq!(request.text(), "{}");
    assert_eq!(request.header("content-type"), Some("application/json"));
    let job_queues = Some(Vec::new());
    let request = sent!(DescribeJobQueuesRequest { job_queues }, "{}");
    assert_eq!(request.json(), json!({"jobQueues": []}));
}

#[aws_operation(service = "amplifybackend")]
struct CreateTokenRequest<'a> {
    app_id: &'a str,
}

#[aws_operation(service = "amplifybackend")]
struct CloneBackendRequest<'a> {
    app_id: &'a str,
    backend_environment_name: &'a str,
    target_environment_name: &'a str,
}

/// The body's members have their own names on the wire, and labels do.
#[tokio::test]
async fn renamed_members() {
    let request = sent!(
        CloneBackendRequest {
            app_id: "a",
            backend_environment_name: "from",
            target_environment_name: "to",
        },
        "{}"
    );
    assert_eq!(request.target, "/backend/a/environments/from/clone");
    assert_eq!(request.json(), json!({"targetEnvironmentName": "to"}));
    let request = sent!(CreateTokenRequest { app_id: "a" }, "{}");
    assert_eq!(
        (&*request.target, request.text()),
        ("/backend/a/challenge", "")
    );
}

#[aws_connector(service = "bedrock-runtime")]
mod bedrock {
    use super::Document;

    #[aws_operation]
    pub(crate) struct ConverseRequest<'a> {
        pub(crate) model_id: &'a str,
        pub(crate) messages: Vec<Message>,
        pub(crate) inference_config: Option<InferenceConfiguration>,
        pub(crate) additional_model_request_fields: Option<Document>,
    }
}

/// A document as the value it is, a union in its one form, a float.
#[tokio::test]
async fn documents_and_unions() {
    let fields = json!({"top_k": 2, "deep": [null, {"x": -0.5}]});
    let request = sent!(
        bedrock::ConverseRequest {
            model_id: "m",
            messages: vec![bedrock::Message {
                role: bedrock::ConversationRole::User,
                content: vec![bedrock::ContentBlock::Text("hi".to_owned())],
            }],
            inference_config: Some(bedrock::InferenceConfiguration {
                temperature: Some(0.5),
                ..Default::default()
            }),
            additional_model_request_fields: Some(
                serde_json::from_value(fields.clone()).expect("a document")
            ),
        },
        "{}"
    );
    assert_eq!(
        request.json(),
        json!({
            "messages": [{"role": "user", "content": [{"text": "hi"}]}],
            "inferenceConfig": {"temperature": 0.5},
            "additionalModelRequestFields": fields,
        })
    );
}

#[aws_connector(service = "rds-data")]
mod rds {
    #[aws_operation]
    pub(crate) struct ExecuteStatementRequest<'a> {
        pub(crate) resource_arn: &'a str,
        pub(crate) secret_arn: &'a str,
        pub(crate) sql: &'a str,
        pub(crate) parameters: Vec<SqlParameter>,
    }
}

/// Null inside of a sparse list, bytes, and numbers that JSON has no digits for.
#[tokio::test]
async fn sparse_lists_and_special_numbers() {
    let parameter = |value| rds::SqlParameter {
        value: Some(value),
        ..Default::default()
    };
    let texts = vec![Some("a".to_owned()), None];
    let request = sent!(
        rds::ExecuteStatementRequest {
            resource_arn: "r",
            secret_arn: "s",
            sql: "select",
            parameters: vec![
                parameter(rds::Field::ArrayValue(rds::ArrayValue::StringValues(texts))),
                parameter(rds::Field::BlobValue(Blob::from(&b"ab"[..]))),
                parameter(rds::Field::DoubleValue(f64::NEG_INFINITY)),
                parameter(rds::Field::LongValue(i64::MIN)),
            ],
        },
        "{}"
    );
    assert_eq!(
        request.json()["parameters"],
        json!([
            {"value": {"arrayValue": {"stringValues": ["a", null]}}},
            {"value": {"blobValue": "YWI="}},
            {"value": {"doubleValue": "-Infinity"}},
            {"value": {"longValue": i64::MIN}},
        ])
    );
}
