//! A moment is no text.

use aws_operation::aws_operation;

#[aws_operation(service = "kinesis")]
struct ListShardsRequest<'a> {
    stream_name: &'a str,
    stream_creation_timestamp: Option<&'a str>,
}

fn main() {}
