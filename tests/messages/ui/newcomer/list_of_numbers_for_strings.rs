//! Something else in a list.

use aws_operation::aws_operation;

#[aws_operation(service = "secretsmanager")]
struct UntagResourceRequest<'a> {
    secret_id: &'a str,
    tag_keys: Vec<u32>,
}

fn main() {}
