//! One request stands for one operation.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "ListQueues", operation = "GetQueueUrl")]
struct Queues;

fn main() {}
