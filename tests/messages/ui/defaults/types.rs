//! A type that has no default, and one that a default cannot be read as.

use aws_operation::aws_connector;

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    #[aws_operation]
    pub struct DescribeTableRequest {
        pub table_name: String,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct TableDescription {
        #[aws(default)]
        pub table_name: Box<str>,
        #[aws(default)]
        pub creation_date_time: std::time::SystemTime,
        #[aws(default = 5)]
        pub item_count: u8,
    }
}

fn main() {}
