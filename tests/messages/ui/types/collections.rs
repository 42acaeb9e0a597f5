//! Wrong elements of lists and maps, and something else than a list or a map.

use std::collections::HashMap;

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct CreateQueueRequest {
    queue_name: String,
    attributes: HashMap<String, i32>,
    tags: Vec<String>,
}

#[aws_operation(service = "secretsmanager")]
struct UntagResourceRequest {
    secret_id: String,
    tag_keys: Vec<u8>,
}

#[aws_operation(service = "secretsmanager")]
struct TagResourceRequest {
    secret_id: String,
    tags: String,
}

#[aws_operation(service = "secretsmanager")]
struct BatchGetSecretValueRequest<'a> {
    secret_id_list: Option<&'a [Option<&'a str>]>,
}

fn main() {}
