//! A field that is nearly called as a member.

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
        pub boddy: Option<String>,
    }
}

fn main() {}
