//! Fields are called in snake case.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
#[allow(non_snake_case)]
struct SendMessageRequest<'a> {
    QueueUrl: &'a str,
    message_body: &'a str,
}

fn main() {}
