//! A flag stands alone.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", no_implicit_prelude = true)]
struct ListQueuesRequest;

fn main() {}
