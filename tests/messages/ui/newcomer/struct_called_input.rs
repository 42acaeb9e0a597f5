//! The struct is called as the SDK's types are.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageInput<'a> {
    queue_url: &'a str,
    message_body: &'a str,
}

fn main() {}
