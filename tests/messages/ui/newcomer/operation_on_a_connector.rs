//! A connector has many.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs", operation = "ListQueues")]
mod sqs {
    #[aws_operation]
    pub struct ListQueuesRequest;
}

fn main() {}
