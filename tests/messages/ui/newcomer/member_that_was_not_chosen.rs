//! What is not wanted is not there: the compiler's own words.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = { next_token })]
struct ListQueuesRequest;

fn urls(answer: list_queues::ListQueuesResponse) -> Vec<String> {
    answer.queue_urls
}

fn main() {}
