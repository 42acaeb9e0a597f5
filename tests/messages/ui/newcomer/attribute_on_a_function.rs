//! The function is what is made, and the struct what is written.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "ListQueues")]
async fn list_queues() {}

fn main() {}
