//! SNS: awsQuery, with a map of structures in the request and a map in the answer.

use std::collections::HashMap;

use aws_operation::{Blob, aws_connector};

use self::api::GetTopicAttributesError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_modelled, same};
use crate::server::Server;

#[aws_connector(service = "sns")]
mod api {
    use super::HashMap;

    #[aws_operation]
    pub struct CreateTopicRequest<'a> {
        pub name: &'a str,
        pub attributes: HashMap<&'a str, &'a str>,
    }

    #[aws_operation]
    pub struct GetTopicAttributesRequest<'a> {
        pub topic_arn: &'a str,
    }

    #[aws_operation(response = { message_id })]
    pub struct PublishRequest<'a> {
        pub topic_arn: &'a str,
        pub message: &'a str,
        pub message_attributes: HashMap<&'a str, MessageAttributeValue>,
    }

    #[aws_operation]
    pub struct DeleteTopicRequest<'a> {
        pub topic_arn: &'a str,
    }
}

const DISPLAY_NAME: &str = "Grüße & <co.> = 50 % \"off\" + tax";

pub async fn test(server: &Server, report: &mut Report) {
    let subject = Subject::of::<api::CreateTopicRequest>();
    let mut arn = String::new();
    let create = create(server, &mut arn);
    report.check(subject, "CreateTopic", create).await;
    let arn = &*arn;
    let get = get(server, arn);
    report.check(subject, "GetTopicAttributes", get).await;
    let publish = publish(server, arn);
    report.check(subject, "Publish", publish).await;
    let missing = missing(server, arn);
    report.check(subject, "(error)", missing).await;

    let request = api::PublishRequest {
        topic_arn: arn,
        message: "euros-10",
        message_attributes: HashMap::new(),
    };
    let forgery = ["euros-10", "euros-60"];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    let delete = delete(server, arn);
    report.check(subject, "DeleteTopic", delete).await;
}

async fn create(server: &Server, arn: &mut String) -> Outcome {
    let request = api::CreateTopicRequest {
        name: &server.name,
        attributes: HashMap::from([("DisplayName", DISPLAY_NAME)]),
    };
    let created = server.connector.call(&request).await?;
    *arn = created.topic_arn.ok_or("no ARN")?;
    Ok(None)
}

async fn get(server: &Server, topic_arn: &str) -> Outcome {
    let request = api::GetTopicAttributesRequest { topic_arn };
    let got = server.connector.call(&request).await?;
    let name = got.attributes.get("DisplayName").map(String::as_str);
    same(&name, &Some(DISPLAY_NAME))
}

async fn publish(server: &Server, topic_arn: &str) -> Outcome {
    let attribute = api::MessageAttributeValue {
        data_type: "Binary".to_owned(),
        binary_value: Some(Blob::from(&[0, 1, 254, 255][..])),
        ..Default::default()
    };
    let request = api::PublishRequest {
        topic_arn,
        message: "Grüße & co.",
        message_attributes: HashMap::from([("bytes", attribute)]),
    };
    let published = server.connector.call(&request).await?;
    published.message_id.ok_or("no message id")?;
    Ok(None)
}

/// An error that the model lists is a variant, though its code is not its shape's name.
async fn missing(server: &Server, arn: &str) -> Outcome {
    let topic_arn = &format!("{arn}-not");
    let request = api::GetTopicAttributesRequest { topic_arn };
    match server.connector.call(&request).await {
        Err(GetTopicAttributesError::NotFoundException(error)) => as_modelled(error.error()),
        other => Err(format!("a missing topic led to {other:?}").into()),
    }
}

async fn delete(server: &Server, topic_arn: &str) -> Outcome {
    let request = api::DeleteTopicRequest { topic_arn };
    server.connector.call(&request).await?;
    Ok(None)
}
