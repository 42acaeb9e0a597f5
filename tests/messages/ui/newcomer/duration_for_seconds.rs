//! AWS wants the number alone.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
    wait_time_seconds: Option<std::time::Duration>,
}

fn main() {}
