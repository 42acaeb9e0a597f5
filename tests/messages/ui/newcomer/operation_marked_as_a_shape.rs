//! A request takes the other attribute.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ListQueuesRequest;

    #[aws_shape]
    pub struct GetQueueUrlRequest {
        pub queue_name: String,
    }
}

fn main() {}
