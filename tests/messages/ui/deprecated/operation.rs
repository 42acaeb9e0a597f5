//! Deprecated operations warn where they are called.

#![deny(deprecated)]

use aws_operation::{Credentials, Region, aws_operation};

#[aws_operation(service = "logs")]
struct ListTagsLogGroupRequest {
    log_group_name: String,
}

#[aws_operation(service = "s3")]
struct GetBucketLifecycleRequest {
    bucket: String,
}

pub async fn used(credentials: &Credentials) {
    let request = ListTagsLogGroupRequest { log_group_name: String::new() };
    let _ = list_tags_log_group(credentials, Region::EuWest1, &request).await;
    let request = GetBucketLifecycleRequest { bucket: String::new() };
    let _ = get_bucket_lifecycle(credentials, Region::EuWest1, &request).await;
}

fn main() {}
