//! The function is called as the struct is, in snake case: the compiler's own words.

use aws_operation::{Credentials, Region, aws_operation};

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest<'a> {
    queue_url: &'a str,
}

async fn purge(credentials: &Credentials, request: &PurgeQueueRequest<'_>) {
    let _ = purgequeue(credentials, Region::EuWest1, request).await;
}

fn main() {}
