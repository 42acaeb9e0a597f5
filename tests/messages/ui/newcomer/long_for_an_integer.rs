//! AWS has room for 32 bits.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
    max_number_of_messages: Option<i64>,
}

fn main() {}
