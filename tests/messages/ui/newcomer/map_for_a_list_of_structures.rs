//! Here tags are a list: services differ.

use std::collections::HashMap;

use aws_operation::aws_operation;

#[aws_operation(service = "secretsmanager")]
struct TagResourceRequest<'a> {
    secret_id: &'a str,
    tags: HashMap<&'a str, &'a str>,
}

fn main() {}
