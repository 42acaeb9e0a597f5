//! A map is one.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct TagQueueRequest<'a> {
    queue_url: &'a str,
    tags: Vec<(&'a str, &'a str)>,
}

fn main() {}
