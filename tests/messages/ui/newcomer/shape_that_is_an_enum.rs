//! A struct cannot stand for an enum.

use aws_operation::aws_connector;

#[aws_connector(service = "kinesis")]
mod kinesis {
    #[aws_operation]
    pub struct GetShardIteratorRequest {
        pub stream_name: String,
        pub shard_id: String,
        pub shard_iterator_type: String,
    }

    #[aws_shape]
    pub struct ShardIteratorType {
        pub name: String,
    }
}

fn main() {}
