//! Members are called as fields are.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { QueueUrls })]
struct ListQueuesRequest;

fn main() {}
