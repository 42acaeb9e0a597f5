//! Traits of a later version: said by name, and nothing else.

use aws_operation::aws_operation;

#[aws_operation(service = "kinesis")]
struct SubscribeToShardRequest {
    consumer_arn: String,
    shard_id: String,
    starting_position: subscribe_to_shard::StartingPosition,
}

#[aws_operation(service = "s3")]
struct SelectObjectContentRequest {
    bucket: String,
    key: String,
    expression: String,
    expression_type: String,
    input_serialization: select_object_content::InputSerialization,
    output_serialization: select_object_content::OutputSerialization,
}

fn main() {}
