//! A newtype stands for what the type inside of it stands for, and for nothing else.

use aws_operation::aws_operation;
use aws_operation::shape::ToShape;

#[derive(ToShape)]
struct QueueUrl(u8);

#[derive(ToShape)]
struct Timeout<T>(T);

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest {
    queue_url: QueueUrl,
    visibility_timeout: Option<Timeout<String>>,
    wait_time_seconds: Option<Timeout<QueueUrl>>,
}

fn main() {}
