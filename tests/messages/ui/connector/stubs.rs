//! What uses an operation that could not be found, or a wrong service, has no errors of its own.

use aws_operation::{AbstractRequest, Connector, Credentials, Region, aws_connector, aws_operation};

#[aws_operation(service = "sqs", operation = "SendMesage")]
struct SendRequest<'a> {
    queue_url: &'a str,
}

/// Nobody knows what is in its answer.
#[aws_operation(service = "sqs", operation = "Telegraph")]
struct TelegraphRequest<'a, T> {
    text: &'a T,
}

#[aws_connector(service = "sqss")]
mod sqs {
    #[aws_operation]
    pub struct ReceiveMessageRequest {
        pub queue_url: String,
    }
}

fn metadata<R: AbstractRequest>(_request: &R) -> &'static str {
    R::operation().name
}

async fn used(credentials: &Credentials) -> Result<(), aws_operation::Error> {
    let request = SendRequest { queue_url: "url" };
    let _name = metadata(&request);
    let sent: Result<send::SendResponse, send::SendError> =
        send(credentials, Region::EuWest1, &request).await;
    let _id = sent?.message_id;

    let request = TelegraphRequest { text: &1 };
    let _name = metadata(&request);
    let answer: telegraph::TelegraphResponse = telegraph(credentials, Region::EuWest1, &request).await?;
    println!("{answer:?}");

    let connector = Connector::new(credentials.clone(), Region::EuWest1);
    let request = sqs::ReceiveMessageRequest { queue_url: String::new() };
    let received: sqs::ReceiveMessageResponse = connector.call(&request).await?;
    for message in received.messages {
        println!("{:?}", message.body);
    }
    Ok(())
}

fn main() {}
