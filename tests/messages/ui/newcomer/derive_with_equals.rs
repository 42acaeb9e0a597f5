//! What is derived stands in parentheses.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", derive = Clone)]
struct ListQueuesRequest;

fn main() {}
