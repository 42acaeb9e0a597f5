//! The operation has no such error: the compiler's own words.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

fn is_gone(error: &purge_queue::PurgeQueueError) -> bool {
    matches!(error, purge_queue::PurgeQueueError::QueueDoesntExist(_))
}

fn main() {}
