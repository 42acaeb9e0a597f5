//! A file becomes a stream first.

use aws_operation::aws_operation;

#[aws_operation(service = "s3")]
struct PutObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
    body: Option<std::fs::File>,
}

fn main() {}
