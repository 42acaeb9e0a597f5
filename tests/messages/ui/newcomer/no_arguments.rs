//! The attribute alone says nothing.

use aws_operation::aws_operation;

#[aws_operation]
struct ListQueuesRequest;

fn main() {}
