//! A value stands behind `=`.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response(queue_urls))]
struct ListQueuesRequest;

fn main() {}
