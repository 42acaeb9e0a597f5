//! What `#[aws_connector]` and `#[aws_shape]` do not go on.

use aws_operation::{aws_connector, aws_shape};

#[aws_connector(service = "sqs")]
pub struct Sqs {
    member: String,
}

#[aws_connector(service = "sqs")]
fn sqs() {}

#[aws_shape]
struct Message {
    body: Option<String>,
}

#[aws_shape(shape = "Message")]
struct OtherMessage {
    body: Option<String>,
}

#[aws_connector(service = "sqs")]
mod inside {
    #[aws_operation]
    pub enum ListQueuesRequest {}

    #[aws_shape]
    pub enum QueueAttributeName {
        All,
    }

    #[aws_shape]
    pub struct Message(String);

    #[aws_operation]
    pub fn get_queue_url() {}
}

fn main() {}
