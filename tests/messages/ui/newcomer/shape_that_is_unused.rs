//! No operation here has it.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ListQueuesRequest;

    #[aws_shape]
    pub struct Message {
        pub body: Option<String>,
    }
}

fn main() {}
