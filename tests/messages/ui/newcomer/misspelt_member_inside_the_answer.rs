//! What is in the answer has another name for it.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { messages { boddy } })]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
}

fn main() {}
