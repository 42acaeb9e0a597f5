//! A stream can be sent only once, so its request is given away.

use aws_operation::{ByteStream, Connector, aws_operation};

#[aws_operation(service = "s3")]
struct PutObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
    body: ByteStream,
}

async fn put(connector: &Connector, request: PutObjectRequest<'_>) {
    let _ = connector.call(&request).await;
}

fn main() {}
