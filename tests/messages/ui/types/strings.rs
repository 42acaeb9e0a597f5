//! Something else for a string.

use aws_operation::aws_operation;

struct Url(String);

#[aws_operation(service = "sqs")]
struct SendMessageRequest {
    queue_url: f32,
    message_body: Vec<u8>,
    message_group_id: Option<Url>,
    message_deduplication_id: Option<char>,
}

fn main() {}
