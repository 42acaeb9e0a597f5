//! As in an ARN, but it is two arguments.

use aws_operation::aws_operation;

#[aws_operation("sqs:ListQueues")]
struct ListQueuesRequest;

fn main() {}
