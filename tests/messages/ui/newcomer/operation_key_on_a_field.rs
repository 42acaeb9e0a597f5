//! `operation` belongs to the struct.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest {
    #[aws(operation = "GetQueueUrl")]
    queue_name: String,
}

fn main() {}
