//! Several, even if it is one.

use aws_operation::aws_operation;

#[aws_operation(service = "secretsmanager")]
struct UntagResourceRequest<'a> {
    secret_id: &'a str,
    tag_keys: &'a str,
}

fn main() {}
