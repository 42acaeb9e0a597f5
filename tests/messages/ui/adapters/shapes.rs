//! Adapters: what they make of a value has to stand for the member, and what they take to be read
//! from it.

use std::time::Duration;

use aws_operation::{aws_connector, aws_operation, with};

mod seconds {
    use std::time::Duration;

    pub(super) fn to_aws(value: &Duration) -> u64 {
        value.as_secs()
    }
}

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest {
    #[aws(with = with::text)]
    queue_url: String,
    #[aws(with = "seconds")]
    visibility_timeout: Option<Duration>,
    #[aws(with = with::text)]
    wait_time_seconds: u8,
}

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    use aws_operation::with;

    #[aws_operation]
    pub struct DescribeTableRequest {
        pub table_name: String,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct TableDescription {
        #[aws(with = with::text)]
        pub item_count: u8,
        #[aws(with = with::system_time)]
        pub table_name: std::time::SystemTime,
    }
}

fn main() {}
