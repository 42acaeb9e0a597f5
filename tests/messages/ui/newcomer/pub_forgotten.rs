//! What others are to use has to be public: the compiler's own words.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    struct ListQueuesRequest;
}

fn is_ready(_request: &sqs::ListQueuesRequest) -> bool {
    true
}

fn main() {}
