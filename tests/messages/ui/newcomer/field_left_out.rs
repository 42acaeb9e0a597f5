//! A struct is made with all its fields: the compiler's own words.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    queue_name: &'a str,
    queue_owner_aws_account_id: Option<&'a str>,
}

fn request(queue_name: &str) -> GetQueueUrlRequest<'_> {
    GetQueueUrlRequest { queue_name }
}

fn main() {}
