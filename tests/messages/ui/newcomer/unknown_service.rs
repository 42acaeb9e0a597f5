//! No service is called like this, nor nearly.

use aws_operation::aws_operation;

#[aws_operation(service = "postgres", operation = "GetRow")]
struct GetRowRequest {
    number: i32,
}

fn main() {}
