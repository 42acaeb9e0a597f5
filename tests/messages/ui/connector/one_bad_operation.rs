//! One bad operation: one error, and the others can be used.

use std::collections::HashMap;

use aws_operation::{Credentials, Region, aws_connector};

#[aws_connector(service = "dynamodb", derive(Clone))]
mod dynamodb {
    use std::collections::HashMap;

    #[aws_operation]
    pub struct GetItemRequest<'a> {
        pub table_nam: &'a str,
        pub table_name: &'a str,
        pub key: HashMap<String, AttributeValue>,
    }

    #[aws_operation]
    pub struct PutItemRequest<'a> {
        pub table_name: &'a str,
        pub item: HashMap<String, AttributeValue>,
    }
}

async fn good(
    credentials: &Credentials,
    item: HashMap<String, dynamodb::AttributeValue>,
) -> Result<(), dynamodb::PutItemError> {
    let request = dynamodb::PutItemRequest {
        table_name: "table",
        item: item.clone(),
    };
    let put = dynamodb::put_item(credentials, Region::EuWest1, &request).await?;
    let _capacity: Option<dynamodb::ConsumedCapacity> = put.consumed_capacity;
    Ok(())
}

async fn bad(credentials: &Credentials) -> Result<(), dynamodb::GetItemError> {
    let request = dynamodb::GetItemRequest {
        table_nam: "table",
        table_name: "table",
        key: HashMap::new(),
    };
    let got = dynamodb::get_item(credentials, Region::EuWest1, &request).await?;
    let _value = got.item.get("key");
    Ok(())
}

fn main() {}
