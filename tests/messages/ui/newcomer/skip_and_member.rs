//! Either it is on the wire, or it is not.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest {
    #[aws(skip, member = "NextToken")]
    next_token: Option<String>,
}

fn main() {}
