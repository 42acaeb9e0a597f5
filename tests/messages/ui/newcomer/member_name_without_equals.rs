//! A value stands behind `=`.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    #[aws(member "QueueName")]
    name: &'a str,
}

fn main() {}
