//! What about the field?

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest<'a> {
    #[aws]
    queue_name_prefix: Option<&'a str>,
}

fn main() {}
