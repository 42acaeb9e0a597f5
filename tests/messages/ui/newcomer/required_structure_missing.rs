//! AWS needs it, and there is no type of that name yet.

use aws_operation::aws_operation;

#[aws_operation(service = "dynamodb")]
struct GetItemRequest<'a> {
    table_name: &'a str,
}

fn main() {}
