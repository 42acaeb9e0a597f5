//! `shape` belongs to `#[aws_shape]`.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", shape = "GetQueueUrlRequest")]
struct GetQueueUrlRequest {
    queue_name: String,
}

fn main() {}
