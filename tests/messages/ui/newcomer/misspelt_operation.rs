//! The operation has another name.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "SendMesage")]
struct Send<'a> {
    queue_url: &'a str,
    message_body: &'a str,
}

fn main() {}
