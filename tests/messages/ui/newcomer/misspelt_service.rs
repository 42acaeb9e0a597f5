//! The service has another name.

use aws_operation::aws_operation;

#[aws_operation(service = "dynamo")]
struct ListTablesRequest;

fn main() {}
