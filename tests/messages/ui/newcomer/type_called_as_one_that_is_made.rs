//! The name is that of a type which is made.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation]
    pub struct ListQueuesRequest;

    pub struct ListQueuesResponse {
        pub names: Vec<String>,
    }
}

fn main() {}
