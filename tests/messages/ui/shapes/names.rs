//! Structs that stand for no shape, for none that is used, for one that is no structure.

use aws_operation::aws_connector;

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    #[aws_operation]
    pub struct DescribeTableRequest {
        pub table_name: String,
    }

    #[aws_shape]
    pub struct KeySchemaElment {
        pub attribute_name: String,
    }

    #[aws_shape(shape = "SomethingElse")]
    pub struct Something {
        pub attribute_name: String,
    }

    #[aws_shape]
    pub struct BackupDetails {
        pub backup_arn: String,
    }

    #[aws_shape(shape = "KeyType")]
    pub struct Kind {
        pub s: String,
    }

    #[aws_shape(shape = "TableDescription")]
    pub struct Borrowed<'a> {
        pub table_name: Option<&'a str>,
    }

    #[aws_shape(shapes = "TableDescription")]
    pub struct WrongKey {
        pub table_name: Option<String>,
    }
}

fn main() {}
