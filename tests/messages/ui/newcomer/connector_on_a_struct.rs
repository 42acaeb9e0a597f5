//! A connector is a module.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
pub struct ListQueuesRequest;

fn main() {}
