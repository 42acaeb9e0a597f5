//! What is sent does not come back.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { messages, queue_url })]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
}

fn main() {}
