//! A moment that nobody else has a clock for.

use aws_operation::aws_operation;

#[aws_operation(service = "kinesis")]
struct ListShardsRequest<'a> {
    stream_name: &'a str,
    stream_creation_timestamp: Option<std::time::Instant>,
}

fn main() {}
