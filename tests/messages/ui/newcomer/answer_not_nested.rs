//! The body belongs to a message.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { messages, body })]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
}

fn main() {}
