//! An answer borrows nothing.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ReceiveMessageRequest {
        pub queue_url: String,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct Message {
        pub body: Option<&'static str>,
    }
}

fn main() {}
