//! A derive that the generated types cannot have, and one that is not in scope.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs", derive(Copy, Serialise))]
mod sqs {
    #[aws_operation]
    pub struct GetQueueUrlRequest {
        pub queue_name: String,
    }
}

fn main() {}
