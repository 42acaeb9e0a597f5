//! A string has no members.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { messages { body { text } } })]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
}

fn main() {}
