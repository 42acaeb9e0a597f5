//! What may be missing is wrapped: the compiler's own words.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest<'a> {
    queue_name_prefix: Option<&'a str>,
}

fn request(prefix: &str) -> ListQueuesRequest<'_> {
    ListQueuesRequest { queue_name_prefix: prefix }
}

fn main() {}
