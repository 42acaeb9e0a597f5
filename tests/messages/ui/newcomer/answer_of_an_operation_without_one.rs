//! Some operations answer nothing.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { queue_url })]
struct DeleteQueueRequest<'a> {
    queue_url: &'a str,
}

fn main() {}
