//! One member, one field.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    queue_name: &'a str,
    #[aws(member = "QueueName")]
    name: &'a str,
}

fn main() {}
