//! What is made for one operation is in a module of its own.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest;

fn first(answer: ListQueuesResponse) -> Option<String> {
    answer.queue_urls.into_iter().next()
}

fn main() {}
