//! A reference in a struct needs a lifetime: the compiler's own words.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest {
    queue_name: &str,
}

fn main() {}
