//! Something else for a streaming payload, and a stream for something else.

use aws_operation::{ByteStream, aws_operation};

#[aws_operation(service = "s3")]
struct PutObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
    body: std::fs::File,
}

#[aws_operation(service = "kinesis")]
struct PutRecordRequest {
    data: ByteStream,
    partition_key: String,
}

#[aws_operation(service = "s3", operation = "PutObject", function = put_stream)]
struct PutStream<'a> {
    bucket: &'a str,
    key: &'a str,
    body: ByteStream,
}

fn by_reference(connector: &aws_operation::Connector, request: &PutStream<'_>) {
    drop(connector.call(request));
}

fn main() {}
