//! AWS needs it.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageRequest<'a> {
    queue_url: &'a str,
}

fn main() {}
