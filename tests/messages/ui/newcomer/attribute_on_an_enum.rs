//! A request is a struct.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "ListQueues")]
enum Queues {
    All,
}

fn main() {}
