//! restJson1, answers and errors: what is read from the status, the headers and the body.

use std::collections::HashMap;

use aws_operation::{Blob, Document, aws_connector};
use serde_json::json;

use crate::server::{Answer, Server};

#[aws_connector(service = "lambda", derive(PartialEq))]
mod lambda {
    #[aws_operation]
    pub(crate) struct InvokeRequest<'a> {
        pub(crate) function_name: &'a str,
    }
}

async fn invoke(answer: Answer) -> Result<lambda::InvokeResponse, lambda::InvokeError> {
    let server = Server::new(answer);
    let request = lambda::InvokeRequest { function_name: "f" };
    server.connector().call(&request).await
}

/// The status, a header, and the body as it is.
#[tokio::test]
async fn statuses_headers_and_bytes() {
    let answer = Answer::status(202, "\"done\"").header("X-Amz-Executed-Version", "7");
    let answer = invoke(answer).await.expect("an answer");
    assert_eq!(answer.status_code, Some(202));
    assert_eq!(answer.executed_version.as_deref(), Some("7"));
    assert_eq!(answer.function_error, None);
    assert_eq!(answer.payload, Some(Blob::from(&b"\"done\""[..])));
}

/// The code stands in a header or in the body; its namespace and its page count for nothing.
#[tokio::test]
async fn codes_of_errors() {
    let name = "TooManyRequestsException";
    let answers = [
        Answer::status(429, "{}").header("x-amzn-errortype", "TooManyRequestsException"),
        Answer::status(429, "{}").header(
            "x-amzn-ErrorType",
            "aws.x#TooManyRequestsException:http://internal.amazon.com/x/",
        ),
        Answer::status(429, json!({"code": name}).to_string()),
        Answer::status(
            429,
            json!({"__type": format!("a.b#{name}:http://x")}).to_string(),
        ),
    ];
    for answer in answers {
        let error = invoke(answer).await.expect_err("an error");
        assert_eq!(error.code(), Some(name));
        assert!(
            matches!(error, lambda::InvokeError::TooManyRequestsException(_)),
            "{error:?}"
        );
    }
}

/// Members of an error are read from its headers, too.
#[tokio::test]
async fn members_of_errors() {
    let body = json!({"message": "slow down", "Reason": "CallerRateLimitExceeded"});
    let answer = Answer::status(429, body.to_string())
        .header("x-amzn-errortype", "TooManyRequestsException")
        .header("Retry-After", "3");
    let error = invoke(answer).await.expect_err("an error");
    let lambda::InvokeError::TooManyRequestsException(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.retry_after_seconds.as_deref(), Some("3"));
    assert_eq!(error.message.as_deref(), Some("slow down"));
    assert_eq!(
        error.reason,
        Some(lambda::ThrottleReason::CallerRateLimitExceeded)
    );
    assert_eq!(error.error().message(), Some("slow down"));
}

#[aws_connector(service = "pinpoint")]
mod pinpoint {
    #[aws_operation]
    pub(crate) struct GetAppRequest<'a> {
        pub(crate) application_id: &'a str,
    }
}

/// The payload is the body itself.
#[tokio::test]
async fn structures_as_payload() {
    let body = json!({"Arn": "arn", "Id": "1", "Name": "app", "tags": {"a": "b"}, "new": [{}]});
    let server = Server::new(Answer::ok(body.to_string()));
    let request = pinpoint::GetAppRequest {
        application_id: "1",
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    let app = answer.application_response;
    assert_eq!((&*app.arn, &*app.name), ("arn", "app"));
    assert_eq!(
        app.tags,
        Some(HashMap::from([("a".to_owned(), "b".to_owned())]))
    );
}

#[aws_connector(service = "dataexchange")]
mod dataexchange {
    #[aws_operation]
    pub(crate) struct SendApiAssetRequest<'a> {
        pub(crate) asset_id: &'a str,
        pub(crate) data_set_id: &'a str,
        pub(crate) revision_id: &'a str,
        pub(crate) method: Option<&'a str>,
    }
}

/// A map of all headers, and text as the body.
#[tokio::test]
async fn maps_of_headers_and_text() {
    let server = Server::new(Answer::ok("plain ä").header("X-Answer", "42"));
    let request = dataexchange::SendApiAssetRequest {
        asset_id: "a",
        data_set_id: "d",
        revision_id: "r",
        method: Some("GET"),
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    assert_eq!(answer.body.as_deref(), Some("plain ä"));
    assert_eq!(
        answer.response_headers.get("x-answer").map(String::as_str),
        Some("42")
    );
}

#[aws_connector(service = "bedrock-runtime")]
mod bedrock {
    #[aws_operation]
    pub(crate) struct ConverseRequest<'a> {
        pub(crate) model_id: &'a str,
    }
}

/// A union inside of unions, a document with its nulls, one that is null.
#[tokio::test]
async fn unions_and_documents() {
    let fields = json!({"stop": null, "logits": [1, -2.5, "x"], "big": u64::MAX});
    let body = json!({
        "output": {"message": {"role": "assistant", "content": [{"text": "hi"}, {"new": 1}]}},
        "stopReason": "end_turn",
        "usage": {"inputTokens": 1, "outputTokens": 2, "totalTokens": 3},
        "metrics": {"latencyMs": 4_000_000_000_u64},
        "additionalModelResponseFields": fields,
    });
    for document in [fields, json!(null)] {
        let mut body = body.clone();
        body["additionalModelResponseFields"] = document.clone();
        let server = Server::new(Answer::ok(body.to_string()));
        let request = bedrock::ConverseRequest { model_id: "m" };
        let answer = server.connector().call(&request).await.expect("an answer");
        let bedrock::ConverseOutput::Message(message) = answer.output else {
            panic!("another kind of output")
        };
        assert!(matches!(
            &message.content[..],
            [bedrock::ContentBlock::Text(text), bedrock::ContentBlock::Unknown] if text == "hi"
        ));
        assert_eq!(answer.metrics.latency_ms, 4_000_000_000);
        let expected: Document = serde_json::from_value(document).expect("a document");
        assert_eq!(answer.additional_model_response_fields, Some(expected));
    }
}

#[aws_connector(service = "rds-data", derive(PartialEq))]
mod rds {
    #[aws_operation]
    pub(crate) struct ExecuteStatementRequest<'a> {
        pub(crate) resource_arn: &'a str,
        pub(crate) secret_arn: &'a str,
        pub(crate) sql: &'a str,
    }
}

/// Lists of lists of unions; null inside of a sparse list; numbers that JSON has no digits for.
#[tokio::test]
async fn nested_and_sparse_lists_and_special_numbers() {
    let body = json!({
        "records": [[
            {"isNull": true},
            {"doubleValue": "Infinity"},
            {"arrayValue": {"stringValues": ["a", null]}},
        ], []],
        "numberOfRecordsUpdated": null,
    });
    let server = Server::new(Answer::ok(body.to_string()));
    let request = rds::ExecuteStatementRequest {
        resource_arn: "r",
        secret_arn: "s",
        sql: "select",
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    let texts = vec![Some("a".to_owned()), None];
    assert_eq!(
        answer.records,
        [
            vec![
                rds::Field::IsNull(true),
                rds::Field::DoubleValue(f64::INFINITY),
                rds::Field::ArrayValue(rds::ArrayValue::StringValues(texts)),
            ],
            Vec::new(),
        ]
    );
    assert_eq!(answer.number_of_records_updated, None);
}
