//! `member` belongs to a field.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", member = "QueueName")]
struct GetQueueUrlRequest {
    queue_name: String,
}

fn main() {}
