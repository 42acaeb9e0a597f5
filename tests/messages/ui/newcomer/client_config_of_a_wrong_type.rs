//! A timeout is a part of a configuration.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    #[aws(client_config)]
    client_config: Option<std::time::Duration>,
}

fn main() {}
