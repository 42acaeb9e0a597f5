//! A value stands behind `=`, as in every attribute.

use aws_operation::aws_operation;

#[aws_operation(service: "sqs")]
struct ListQueuesRequest;

fn main() {}
