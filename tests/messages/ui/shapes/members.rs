//! Members of structs that stand for shapes: unknown, missing where they are sent, twice.

use aws_operation::aws_connector;

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    #[aws_operation]
    pub struct CreateTableRequest {
        pub table_name: String,
        pub attribute_definitions: Vec<AttributeDefinition>,
        pub key_schema: Vec<KeySchemaElement>,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct AttributeDefinition {
        pub attribute_nam: String,
        pub attribute_type: Option<String>,
    }

    #[aws_shape]
    #[derive(Debug)]
    pub struct KeySchemaElement {
        pub attribute_name: String,
        #[aws(member = "AttributeName")]
        pub name: String,
    }

    #[aws_shape(shape = "KeySchemaElement")]
    pub struct SameShape {
        pub attribute_name: String,
        pub key_type: String,
    }
}

fn main() {}
