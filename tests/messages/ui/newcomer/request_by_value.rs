//! A request is lent, since it can be sent again.

use aws_operation::{Credentials, Region, aws_operation};

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

async fn purge(credentials: &Credentials, request: PurgeQueueRequest<'_>) {
    let _ = purge_queue(credentials, Region::EuWest1, request).await;
}

fn main() {}
