//! AWS needs it, always.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageRequest<'a> {
    queue_url: &'a str,
    message_body: Option<&'a str>,
}

fn main() {}
