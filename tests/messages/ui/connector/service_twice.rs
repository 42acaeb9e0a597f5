//! The module names the service, once and for all operations.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation(service = "sqs")]
    pub struct ListQueuesRequest;

    #[aws_operation(operation = "ListQueus", derive(Clone))]
    pub struct AllQueues;
}

fn main() {}
