//! An enum has words.

use aws_operation::aws_operation;

#[aws_operation(service = "kinesis")]
struct GetShardIteratorRequest<'a> {
    stream_name: &'a str,
    shard_id: &'a str,
    shard_iterator_type: u8,
}

fn main() {}
