//! Without `operation`, the struct's name has to say it.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct SendMesageRequest<'a> {
    queue_url: &'a str,
    message_body: &'a str,
}

fn main() {}
