//! A field that is nearly called as a member.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageRequest<'a> {
    queue_ulr: &'a str,
    message_body: &'a str,
}

fn main() {}
