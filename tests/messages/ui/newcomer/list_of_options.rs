//! What is not there does not count.

use aws_operation::aws_operation;

#[aws_operation(service = "secretsmanager")]
struct UntagResourceRequest<'a> {
    secret_id: &'a str,
    tag_keys: Vec<Option<&'a str>>,
}

fn main() {}
