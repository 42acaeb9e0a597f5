//! What is none of AWS's business has to say so.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct DeleteMessageRequest<'a> {
    queue_url: &'a str,
    receipt_handle: &'a str,
    attempts_so_far: u32,
}

fn main() {}
