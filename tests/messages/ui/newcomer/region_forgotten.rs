//! Who, where, what.

use aws_operation::{Credentials, aws_operation};

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

async fn purge(credentials: &Credentials, request: &PurgeQueueRequest<'_>) {
    let _ = purge_queue(credentials, request).await;
}

fn main() {}
