//! Keys stand in parentheses.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    #[aws = "QueueName"]
    queue_name: &'a str,
}

fn main() {}
