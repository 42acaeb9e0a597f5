//! Two functions cannot have one name.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ListQueuesRequest;

    #[aws_operation]
    pub struct ListQueues;
}

fn main() {}
