//! An enum of the user's own, when one is made.

use aws_operation::aws_operation;

enum Start {
    Latest,
}

#[aws_operation(service = "kinesis")]
struct GetShardIteratorRequest<'a> {
    stream_name: &'a str,
    shard_id: &'a str,
    shard_iterator_type: Start,
}

fn main() {}
