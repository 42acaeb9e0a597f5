//! Only what the model has can be a shape.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ReceiveMessageRequest {
        pub queue_url: String,
    }

    #[aws_shape]
    pub struct Order {
        pub body: Option<String>,
    }
}

fn main() {}
