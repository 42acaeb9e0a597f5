//! The text alone does not say what it is.

use aws_operation::aws_operation;

#[aws_operation("sqs")]
struct ListQueuesRequest;

fn main() {}
