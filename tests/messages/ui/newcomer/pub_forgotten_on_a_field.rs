//! What others are to use has to be public: the compiler's own words.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct PurgeQueueRequest {
        queue_url: String,
    }
}

fn purge(queue_url: String) -> sqs::PurgeQueueRequest {
    sqs::PurgeQueueRequest { queue_url }
}

fn main() {}
