//! Keys have names, so that nobody swaps them.

use aws_operation::{Region, aws_operation};

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

async fn purge(request: &PurgeQueueRequest<'_>) {
    let keys = ("AKIAIOSFODNN7EXAMPLE", "secret");
    let _ = purge_queue(keys, Region::EuWest1, request).await;
}

fn main() {}
