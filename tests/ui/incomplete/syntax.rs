//! A field without a type does not parse: the compiler says so itself, once.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageRequest {
    queue_url: String,
    message_
}

fn main() {}
