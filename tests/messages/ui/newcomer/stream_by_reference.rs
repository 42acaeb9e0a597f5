//! A stream can be sent only once, so its request is given away.

use aws_operation::{ByteStream, Credentials, Region, aws_operation};

#[aws_operation(service = "s3")]
struct PutObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
    body: ByteStream,
}

async fn put(credentials: &Credentials, request: PutObjectRequest<'_>) {
    let _ = put_object(credentials, Region::EuWest1, &request).await;
}

fn main() {}
