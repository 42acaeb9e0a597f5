//! A call takes any credentials, which these become.

use aws_operation::{Region, StaticCredentials, aws_operation};

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

async fn purge(keys: StaticCredentials, request: &PurgeQueueRequest<'_>) {
    let _ = purge_queue(&keys, Region::EuWest1, request).await;
}

fn main() {}
