//! A type of the user's own that does not say what it stands for.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", response = Queues)]
struct ListQueuesRequest;

struct Queues {
    queue_urls: Vec<String>,
}

fn main() {}
