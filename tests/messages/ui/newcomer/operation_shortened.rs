//! A part of an operation's name.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "Send")]
struct SendRequest<'a> {
    queue_url: &'a str,
    message_body: &'a str,
}

fn main() {}
