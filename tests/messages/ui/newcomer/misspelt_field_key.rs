//! A key of a field that is nearly right.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ListQueuesRequest<'a> {
    #[aws(membr = "QueueNamePrefix")]
    queue_name_prefix: Option<&'a str>,
}

fn main() {}
