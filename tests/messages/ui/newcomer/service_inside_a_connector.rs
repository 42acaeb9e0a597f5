//! The module has said it already.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation(service = "sqs")]
    pub struct ListQueuesRequest;
}

fn main() {}
