//! Empty braces choose nothing.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { messages {} })]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
}

fn main() {}
