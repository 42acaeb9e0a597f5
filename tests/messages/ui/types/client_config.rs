//! A client configuration that is none.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    #[aws(client_config)]
    config: Option<std::time::Duration>,
}

fn main() {}
