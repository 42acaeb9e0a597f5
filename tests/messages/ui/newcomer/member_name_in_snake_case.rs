//! `member` takes the name that AWS gives it.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    #[aws(member = "queue_name")]
    name: &'a str,
}

fn main() {}
