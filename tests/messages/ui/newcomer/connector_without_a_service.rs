//! Which service is it?

use aws_operation::aws_connector;

#[aws_connector]
mod sqs {
    #[aws_operation]
    pub struct ListQueuesRequest;
}

fn main() {}
