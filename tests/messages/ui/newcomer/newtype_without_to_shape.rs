//! A newtype has to say what it stands for.

use aws_operation::aws_operation;

struct QueueUrl(String);

#[aws_operation(service = "sqs")]
struct PurgeQueueRequest {
    queue_url: QueueUrl,
}

fn main() {}
