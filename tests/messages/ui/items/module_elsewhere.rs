//! A connector's body has to be in view.

use aws_operation::aws_connector;

#[aws_connector(service = "sqs")]
#[path = "elsewhere/sqs.rs"]
mod sqs;

fn main() {}
