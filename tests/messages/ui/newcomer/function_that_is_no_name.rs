//! A function's name is one word of Rust.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", function = "list-queues")]
struct ListQueuesRequest;

fn main() {}
