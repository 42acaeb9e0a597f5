//! Keys are texts.

use std::collections::HashMap;

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct TagQueueRequest<'a> {
    queue_url: &'a str,
    tags: HashMap<u32, &'a str>,
}

fn main() {}
