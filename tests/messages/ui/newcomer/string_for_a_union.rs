//! DynamoDB's values say what they are.

use std::collections::HashMap;

use aws_operation::aws_operation;

#[aws_operation(service = "dynamodb")]
struct GetItemRequest<'a> {
    table_name: &'a str,
    key: HashMap<&'a str, &'a str>,
}

fn main() {}
