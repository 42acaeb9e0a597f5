//! Items of the user's that are called as something made here is.

use aws_operation::aws_connector;

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    #[aws_operation]
    pub struct DescribeTableRequest {
        pub table_name: String,
    }

    pub struct Projection;

    pub enum DescribeTableError {}

    pub fn describe_table() {}
}

fn main() {}
