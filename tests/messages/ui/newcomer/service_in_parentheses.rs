//! A value stands behind `=`.

use aws_operation::aws_operation;

#[aws_operation(service("sqs"))]
struct ListQueuesRequest;

fn main() {}
