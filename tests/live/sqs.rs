//! SQS: awsJson 1.0.

use std::collections::HashMap;

use aws_operation::{Blob, aws_connector};

use crate::refusals;
use crate::report::{Outcome, Report, Subject, same};
use crate::server::Server;

#[aws_connector(service = "sqs")]
mod api {
    use super::HashMap;

    #[aws_operation]
    pub struct CreateQueueRequest<'a> {
        pub queue_name: &'a str,
    }

    #[aws_operation]
    pub struct SendMessageRequest<'a> {
        pub queue_url: &'a str,
        pub message_body: &'a str,
        pub message_attributes: HashMap<&'a str, MessageAttributeValue>,
    }

    #[aws_operation]
    pub struct ReceiveMessageRequest<'a> {
        pub queue_url: &'a str,
        pub message_attribute_names: Vec<&'a str>,
    }

    #[aws_operation]
    pub struct DeleteQueueRequest<'a> {
        pub queue_url: &'a str,
    }
}

const BODY: &str = "Grüße, \"SQS\" & co.";
const BYTES: &[u8] = &[0, 1, 254, 255];

pub async fn test(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::CreateQueueRequest>();
    let mut url = String::new();
    let create = create(server, &mut url);
    report.check(subject, "CreateQueue", create).await;
    let url = &*url;
    report
        .check(subject, "SendMessage", send(server, url))
        .await;
    report
        .check(subject, "ReceiveMessage", receive(server, url))
        .await;

    let request = api::SendMessageRequest {
        queue_url: url,
        message_body: "ten euros",
        message_attributes: HashMap::new(),
    };
    let forgery = ["ten euros", "six euros"];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    report
        .check(subject, "DeleteQueue", delete(server, url))
        .await;
}

async fn create(server: &Server, url: &mut String) -> Outcome {
    let queue_name = &server.name;
    let request = api::CreateQueueRequest { queue_name };
    let created = server.connector.call(&request).await?;
    *url = created.queue_url.ok_or("no URL")?;
    Ok(None)
}

async fn send(server: &Server, queue_url: &str) -> Outcome {
    let attribute = api::MessageAttributeValue {
        data_type: "Binary".to_owned(),
        binary_value: Some(Blob::from(BYTES)),
        ..Default::default()
    };
    let request = api::SendMessageRequest {
        queue_url,
        message_body: BODY,
        message_attributes: HashMap::from([("bytes", attribute)]),
    };
    let sent = server.connector.call(&request).await?;
    sent.message_id.ok_or("no message id")?;
    Ok(None)
}

async fn receive(server: &Server, queue_url: &str) -> Outcome {
    let request = api::ReceiveMessageRequest {
        queue_url,
        message_attribute_names: vec!["All"],
    };
    let received = server.connector.call(&request).await?;
    let message = received.messages.first().ok_or("no message")?;
    let attribute = message
        .message_attributes
        .as_ref()
        .and_then(|attributes| attributes.get("bytes"));
    let bytes = attribute.and_then(|attribute| attribute.binary_value.as_deref());
    same(
        &(message.body.as_deref(), bytes),
        &(Some(BODY), Some(BYTES)),
    )
}

async fn delete(server: &Server, queue_url: &str) -> Outcome {
    let request = api::DeleteQueueRequest { queue_url };
    server.connector.call(&request).await?;
    Ok(None)
}
