//! As in GraphQL, but with commas.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { queue_urls next_token })]
struct ListQueuesRequest;

fn main() {}
