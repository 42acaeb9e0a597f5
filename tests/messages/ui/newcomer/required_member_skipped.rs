//! AWS needs it, and skipping leaves it out.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMessageRequest<'a> {
    queue_url: &'a str,
    #[aws(skip)]
    message_body: &'a str,
}

fn main() {}
