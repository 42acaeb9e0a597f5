//! In SQS all attributes are texts.

use std::collections::HashMap;

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct CreateQueueRequest<'a> {
    queue_name: &'a str,
    attributes: HashMap<&'a str, u32>,
}

fn main() {}
