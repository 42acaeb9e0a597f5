//! A field that no member is called like: there are many.

use aws_operation::aws_operation;

#[aws_operation(service = "s3")]
struct PutObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
    encryption: Option<&'a str>,
}

fn main() {}
