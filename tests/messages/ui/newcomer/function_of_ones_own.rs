//! The name is that of a function which is made.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ListQueuesRequest;

    pub async fn list_queues() {}
}

fn main() {}
