//! An argument that there is not: the region is given to the call.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", region = "eu-west-1")]
struct ListQueuesRequest;

fn main() {}
