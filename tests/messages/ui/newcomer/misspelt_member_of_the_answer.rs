//! The answer has another name for it.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { mesages })]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
}

fn main() {}
