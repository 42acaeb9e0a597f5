//! Arguments have commas between them.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs"; operation = "ListQueues")]
struct Queues;

fn main() {}
