//! What comes back is no member of the request.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
    messages: Option<Vec<String>>,
}

fn main() {}
