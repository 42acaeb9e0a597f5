//! What is made is shared, so the module says what it derives.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
mod sqs {
    #[aws_operation(derive(Clone))]
    pub struct ListQueuesRequest;
}

fn main() {}
