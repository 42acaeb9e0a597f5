//! A field that no member is called like: there are few.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    queue_name: &'a str,
    account: Option<&'a str>,
}

fn main() {}
