//! Bytes are no text.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageRequest<'a> {
    queue_url: &'a str,
    message_body: Vec<u8>,
}

fn main() {}
