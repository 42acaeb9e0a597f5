//! What is made for one operation is in a module of its own.

use std::collections::HashMap;

use aws_operation::aws_operation;

#[aws_operation(service = "dynamodb")]
struct GetItemRequest<'a> {
    table_name: &'a str,
    key: HashMap<&'a str, AttributeValue>,
}

fn main() {}
