//! A module takes the other attribute.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
mod sqs {
    pub struct ListQueuesRequest;
}

fn main() {}
