//! There or not there: nothing more.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest<'a> {
    queue_name_prefix: Option<Option<&'a str>>,
}

fn main() {}
