//! Once is enough.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { queue_urls, next_token, queue_urls })]
struct ListQueuesRequest;

fn main() {}
