//! An argument that there is not, with a near one.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", opertaion = "ListQueues")]
struct Queues;

fn main() {}
