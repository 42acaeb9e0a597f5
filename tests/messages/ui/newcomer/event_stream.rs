//! An operation that answers with events.

use aws_operation::aws_operation;

#[aws_operation(service = "kinesis")]
struct SubscribeToShardRequest {
    consumer_arn: String,
    shard_id: String,
    starting_position: subscribe_to_shard::StartingPosition,
}

fn main() {}
