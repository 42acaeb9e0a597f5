//! A region is a `Region`.

use aws_operation::{Credentials, aws_operation};

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

async fn purge(credentials: &Credentials, request: &PurgeQueueRequest<'_>) {
    let _ = purge_queue(credentials, "eu-west-1", request).await;
}

fn main() {}
