//! Values are texts, and texts have quotes.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    #[aws(member = QueueName)]
    name: &'a str,
}

fn main() {}
