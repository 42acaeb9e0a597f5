//! A derive that is not imported.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", derive(Serialize))]
struct ListQueuesRequest;

fn main() {}
