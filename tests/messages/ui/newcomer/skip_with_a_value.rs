//! A flag stands alone.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    #[aws(skip = true)]
    seen: bool,
}

fn main() {}
