//! A service's name is in small letters.

use aws_operation::aws_operation;

#[aws_operation(service = "SQS")]
struct ListQueuesRequest;

fn main() {}
