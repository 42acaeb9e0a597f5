//! The member has another name.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    #[aws(member = "QueuName")]
    name: &'a str,
}

fn main() {}
