//! There is no such region: the compiler's own words.

use aws_operation::{Credentials, Region, aws_operation};

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

async fn purge(credentials: &Credentials, request: &PurgeQueueRequest<'_>) {
    let _ = purge_queue(credentials, Region::UsEast3, request).await;
}

fn main() {}
