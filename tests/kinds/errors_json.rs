//! awsJson's errors: the modelled ones with their members, the others as they are.

use std::collections::HashMap;

use aws_operation::{ErrorKind, aws_connector};
use serde_json::json;

use self::dynamodb::{AttributeValue, PutItemError};
use self::sqs::SendMessageError;
use crate::server::{Answer, Server};

#[aws_connector(service = "dynamodb", derive(PartialEq))]
mod dynamodb {
    #[aws_operation]
    pub(crate) struct PutItemRequest<'a> {
        pub(crate) table_name: &'a str,
        pub(crate) item: std::collections::HashMap<&'a str, AttributeValue>,
    }
}

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub(crate) struct SendMessageRequest<'a> {
        pub(crate) queue_url: &'a str,
        pub(crate) message_body: &'a str,
    }
}

async fn put_item(answer: Answer) -> PutItemError {
    let server = Server::new(answer);
    let item = HashMap::new();
    let request = dynamodb::PutItemRequest {
        table_name: "table",
        item,
    };
    server
        .connector()
        .call(&request)
        .await
        .expect_err("an error")
}

async fn send_message(answer: Answer) -> SendMessageError {
    let server = Server::new(answer);
    let request = sqs::SendMessageRequest {
        queue_url: "url",
        message_body: "body",
    };
    server
        .connector()
        .call(&request)
        .await
        .expect_err("an error")
}

/// The members of a modelled error, beside what every error has.
#[tokio::test]
async fn modelled_errors_have_members() {
    let body = json!({
        "__type": "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
        "message": "The conditional request failed",
        "Item": {"id": {"S": "1"}},
    });
    let answer = Answer::status(400, body.to_string()).header("x-amzn-requestid", "R1");
    let error = put_item(answer).await;
    assert_eq!(
        error.to_string(),
        "dynamodb:PutItem in eu-west-1: ConditionalCheckFailedException: The conditional request failed (status 400, request id R1)"
    );
    let PutItemError::ConditionalCheckFailedException(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        error.message.as_deref(),
        Some("The conditional request failed")
    );
    assert_eq!(
        error.item.get("id"),
        Some(&AttributeValue::S("1".to_owned()))
    );
    assert_eq!(
        error.error().code(),
        Some("ConditionalCheckFailedException")
    );
    assert_eq!(error.error().request_id(), Some("R1"));
}

/// Where the code is: in `__type` or `code`, in a header, with a namespace or a URL around it.
#[tokio::test]
async fn codes_are_found() {
    let name = "ResourceNotFoundException";
    let bodies = [
        json!({"__type": name}),
        json!({"code": name}),
        json!({"__type": format!("aws.x#{name}")}),
        json!({"__type": format!("{name}:http://internal.amazon.com/coral/x/")}),
    ];
    for body in bodies {
        let error = put_item(Answer::status(400, body.to_string())).await;
        assert!(
            matches!(error, PutItemError::ResourceNotFoundException(_)),
            "{body}: {error:?}"
        );
    }
    let answer = Answer::status(400, "{}").header("x-amzn-errortype", "ResourceNotFoundException:");
    let error = put_item(answer).await;
    assert!(
        matches!(error, PutItemError::ResourceNotFoundException(_)),
        "{error:?}"
    );
}

/// A code that the operation does not list.
#[tokio::test]
async fn unknown_codes_are_other() {
    let body = json!({"__type": "x#UnrecognizedClientException", "message": "no such key"});
    let error = put_item(Answer::status(400, body.to_string())).await;
    let PutItemError::Other(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.code(), Some("UnrecognizedClientException"));
    assert_eq!(error.message(), Some("no such key"));
}

/// A proxy's page has no code.
#[tokio::test]
async fn pages_of_proxies_are_other() {
    let error = put_item(Answer::status(503, "<html>busy</html>")).await;
    let PutItemError::Other(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (error.kind(), error.status(), error.code()),
        (ErrorKind::Service, Some(503), None)
    );
    assert!(!error.to_string().contains("html"), "{error}");
}

/// The code that SQS had in its former protocol is the error's code, and the shape's name tells what
/// it is.
#[tokio::test]
async fn query_codes_hide_nothing() {
    let body = json!({"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "no such queue"});
    let query = "AWS.SimpleQueueService.NonExistentQueue;Sender";
    let answer = Answer::status(400, body.to_string()).header("x-amzn-query-error", query);
    let error = send_message(answer).await;
    assert!(
        matches!(error, SendMessageError::QueueDoesNotExist(_)),
        "{error:?}"
    );
    assert_eq!(
        (error.code(), error.message()),
        (
            Some("AWS.SimpleQueueService.NonExistentQueue"),
            Some("no such queue")
        )
    );
}

/// Members that are not what the model says do not lose the error.
#[tokio::test]
async fn unreadable_members_leave_the_error() {
    let body = json!({"__type": "x#ConditionalCheckFailedException", "message": "no", "Item": 1});
    let error = put_item(Answer::status(400, body.to_string())).await;
    assert!(matches!(error, PutItemError::Other(_)), "{error:?}");
    assert_eq!(error.code(), Some("ConditionalCheckFailedException"));
    assert!(std::error::Error::source(&error).is_some());
}
