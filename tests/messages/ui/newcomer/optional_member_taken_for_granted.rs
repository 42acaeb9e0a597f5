//! What AWS does not promise is an `Option`: the compiler's own words.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct GetQueueUrlRequest<'a> {
    queue_name: &'a str,
}

fn url(answer: get_queue_url::GetQueueUrlResponse) -> String {
    answer.queue_url
}

fn main() {}
