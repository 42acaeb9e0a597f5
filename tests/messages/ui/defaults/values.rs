//! Defaults that the model does not allow: kind, range, length, pattern, value.

use aws_operation::{DateTime, aws_operation};

#[aws_operation(service = "dynamodb", operation = "ListBackups")]
struct Numbers {
    #[aws(default = 101)]
    limit: Option<i32>,
    #[aws(default = 10)]
    table_name: Option<String>,
    #[aws(default = 1.5)]
    time_range_lower_bound: Option<DateTime>,
}

#[aws_operation(service = "dynamodb", operation = "Query")]
struct Values {
    table_name: String,
    #[aws(default = "COUNTT")]
    select: Option<String>,
    #[aws(default = -1)]
    limit: Option<i32>,
    #[aws(default = "id")]
    index_name: Option<String>,
    #[aws(default = "true")]
    consistent_read: Option<bool>,
    #[aws(default = "AND, OR")]
    conditional_operator: Option<String>,
    #[aws(default = 10u8)]
    scan_index_forward: Option<bool>,
    #[aws(default = [1])]
    attributes_to_get: Option<Vec<String>>,
}

#[aws_operation(service = "dynamodb", operation = "Query")]
struct MoreValues {
    table_name: String,
    #[aws(default = 9999999999)]
    limit: Option<i32>,
    #[aws(default = "a b")]
    index_name: Option<String>,
}

fn main() {}
