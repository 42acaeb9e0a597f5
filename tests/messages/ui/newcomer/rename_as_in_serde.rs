//! The key is called `member` here.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    #[aws(rename = "QueueName")]
    queue_name: &'a str,
}

fn main() {}
