//! A type that nobody declares.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = Queues)]
struct ListQueuesRequest;

fn main() {}
