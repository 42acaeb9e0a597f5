//! A structure of the user's own that does not say what it stands for.

use aws_operation::aws_operation;

struct Tag {
    key: String,
    value: String,
}

#[aws_operation(service = "secretsmanager")]
struct TagResourceRequest<'a> {
    secret_id: &'a str,
    tags: Vec<Tag>,
}

fn main() {}
