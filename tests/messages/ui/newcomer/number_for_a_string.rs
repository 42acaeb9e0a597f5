//! An account's number is a text, since zeros count.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    queue_name: &'a str,
    queue_owner_aws_account_id: Option<u64>,
}

fn main() {}
