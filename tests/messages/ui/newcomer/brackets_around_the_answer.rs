//! What is chosen stands in braces.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = [queue_urls, next_token])]
struct ListQueuesRequest;

fn main() {}
