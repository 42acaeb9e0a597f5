//! Required members: missing, and optional. One error for each.

use aws_operation::aws_operation;

#[aws_operation(service = "dynamodb")]
struct PutItemRequest;

#[aws_operation(service = "sqs")]
struct SendMessageRequest {
    queue_url: Option<String>,
    message_body: std::option::Option<String>,
}

#[aws_operation(service = "kinesis")]
struct PutRecordsRequest {
    stream_name: Option<String>,
}

#[aws_operation(service = "s3")]
struct PutObjectRequest {}

#[aws_operation(service = "secretsmanager")]
struct TagResourceRequest<'a> {
    secret_id: Option<&'a str>,
}

fn main() {}
