//! A field is there, or it is not.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest<'a> {
    #[cfg(not(windows))]
    queue_name_prefix: Option<&'a str>,
}

fn main() {}
