//! `crate` takes a path.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", crate(my_aws))]
struct ListQueuesRequest;

fn main() {}
