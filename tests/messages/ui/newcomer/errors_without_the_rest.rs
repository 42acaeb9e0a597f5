//! AWS may send what no model lists: the compiler's own words.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

fn text(error: purge_queue::PurgeQueueError) -> &'static str {
    match error {
        purge_queue::PurgeQueueError::QueueDoesNotExist(_) => "gone",
        purge_queue::PurgeQueueError::PurgeQueueInProgress(_) => "later",
    }
}

fn main() {}
