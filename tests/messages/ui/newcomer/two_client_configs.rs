//! A request has one.

use aws_operation::{SdkClientConfig, aws_operation};

#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    #[aws(client_config)]
    patient: Option<SdkClientConfig>,
    #[aws(client_config)]
    hasty: Option<SdkClientConfig>,
}

fn main() {}
