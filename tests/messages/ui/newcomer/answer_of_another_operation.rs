//! The type stands for another answer.

use aws_operation::{aws_operation, aws_shape};

#[aws_operation(service = "sqs", response = Url)]
struct ListQueuesRequest;

#[aws_shape(service = "sqs", shape = "GetQueueUrlResult")]
struct Url {
    queue_url: Option<String>,
}

fn main() {}
