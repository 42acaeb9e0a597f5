//! It is an attribute of its own, and no derive.

use aws_operation::aws_operation;

#[derive(aws_operation)]
struct ListQueuesRequest;

fn main() {}
