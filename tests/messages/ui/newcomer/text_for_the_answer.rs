//! A type is named as a type.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = "Queues")]
struct ListQueuesRequest;

fn main() {}
