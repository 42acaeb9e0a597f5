//! Fields need names, since members have them.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest(String);

fn main() {}
