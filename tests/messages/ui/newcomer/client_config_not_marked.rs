//! The name alone does not make it one.

use aws_operation::{SdkClientConfig, aws_operation};

#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    client_config: Option<SdkClientConfig>,
}

fn main() {}
