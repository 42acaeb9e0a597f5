//! Two fields for one member.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageRequest {
    queue_url: String,
    #[aws(member = "QueueUrl")]
    url: String,
    message_body: String,
    #[aws(member = "MessageBody")]
    body: String,
}

fn main() {}
