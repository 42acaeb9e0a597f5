//! Subscribing is SNS's business.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs", operation = "Subscribe")]
struct SubscribeRequest<'a> {
    topic_arn: &'a str,
}

fn main() {}
