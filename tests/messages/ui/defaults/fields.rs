//! Defaults where none is ever used, or where it would do harm.

use aws_operation::{aws_connector, aws_operation};

#[aws_operation(service = "dynamodb")]
struct QueryRequest {
    table_name: String,
    #[aws(default)]
    limit: Option<i32>,
    #[aws(default = "COUNT")]
    select: String,
}

#[aws_operation(service = "secretsmanager")]
struct RotateSecretRequest {
    secret_id: String,
    #[aws(default = "00000000-0000-0000-0000-000000000000")]
    client_request_token: Option<String>,
}

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
        pub table_name: Option<String>,
        #[aws(client_config)]
        pub config: Option<u8>,
    }
}

#[aws_connector(service = "dynamodb")]
mod sent {
    #[aws_operation]
    pub struct QueryRequest {
        pub table_name: String,
        pub key_conditions: Option<std::collections::HashMap<String, Condition>>,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct Condition {
        #[aws(default = "EQ")]
        pub comparison_operator: String,
    }
}

fn main() {}
