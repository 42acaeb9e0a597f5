//! The operation is called as AWS calls it.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "send_message")]
struct Send<'a> {
    queue_url: &'a str,
    message_body: &'a str,
}

fn main() {}
