//! AWS needs something.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest;

fn main() {}
