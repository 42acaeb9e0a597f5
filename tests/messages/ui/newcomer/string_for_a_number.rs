//! Seconds are a number.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
    wait_time_seconds: Option<&'a str>,
}

fn main() {}
