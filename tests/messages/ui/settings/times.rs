//! Timeouts and attempts: not written as such, zero, one attempt above the whole call; of one
//! attribute, and of two.

use aws_operation::{aws_connector, aws_operation};

#[aws_operation(service = "sqs", timeout = "15", attempt_timeout = 5, max_attempts = "3")]
struct ListQueuesRequest;

#[aws_operation(service = "sqs", operation = "ListQueues", timeout = "0s", max_attempts = 0)]
struct Nothing;

#[aws_operation(service = "sqs", operation = "ListQueues", timeout = "30s", attempt_timeout = "1m")]
struct Longer;

#[aws_operation(service = "sqs", operation = "ListQueues", timeuot = "30s", timeout = "1s", timeout = "2s")]
struct Misspelt;

#[aws_connector(service = "sqs", timeout = "30s")]
mod sqs {
    #[aws_operation(attempt_timeout = "1m")]
    struct ListQueuesRequest;

    #[aws_operation(attempt_timeout = "10s")]
    struct PurgeQueueRequest {
        queue_url: String,
    }
}

fn main() {}
