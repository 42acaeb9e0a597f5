//! AWS may send a value that no model lists: the compiler's own words.

use aws_operation::aws_operation;

#[aws_operation(service = "sqs")]
struct ReceiveMessageRequest<'a> {
    queue_url: &'a str,
}

fn is_set(table: describe_table::TableStatus) -> bool {
    match table {
        describe_table::TableStatus::Active => true,
    }
}

#[aws_operation(service = "dynamodb")]
struct DescribeTableRequest<'a> {
    table_name: &'a str,
}

fn main() {}
