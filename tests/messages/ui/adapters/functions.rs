//! Adapters that are none, or are for other types.

use aws_operation::{aws_connector, aws_operation, with};

mod seconds {
    use std::time::Duration;

    pub(super) fn to_aws(value: &Duration) -> i32 {
        i32::try_from(value.as_secs()).unwrap_or(i32::MAX)
    }
}

struct Unshown;

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest {
    #[aws(with = with::text)]
    queue_url: Unshown,
    #[aws(with = seconds)]
    visibility_timeout: Option<u8>,
}

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    use super::seconds;

    #[aws_operation]
    pub struct DescribeTableRequest {
        pub table_name: String,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct TableDescription {
        #[aws(with = seconds)]
        pub item_count: std::time::Duration,
    }
}

fn main() {}
