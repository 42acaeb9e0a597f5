//! Another structure, another enum, bytes that are none, a moment that is none.

use std::time::Duration;

use aws_operation::{Document, aws_operation};

struct Mine {
    key: String,
}

#[aws_operation(service = "kinesis")]
struct CreateStreamRequest {
    stream_name: String,
    stream_mode_details: Option<Mine>,
    tags: Option<Document>,
}

#[aws_operation(service = "kinesis")]
struct PutRecordRequest {
    data: String,
    partition_key: String,
}

#[aws_operation(service = "kinesis")]
struct GetShardIteratorRequest {
    stream_name: String,
    shard_id: String,
    shard_iterator_type: u8,
    timestamp: Option<Duration>,
}

fn main() {}
