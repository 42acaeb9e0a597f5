//! One operation of each service that a feature names; of none, what every program has.

use aws_operation::{Connector, Credentials, Region};

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[cfg(feature = "default-chain")]
fn credentials() -> Result<Credentials, std::env::VarError> {
    Ok(Credentials::default_chain())
}

#[cfg(not(feature = "default-chain"))]
fn credentials() -> Result<Credentials, std::env::VarError> {
    let id = std::env::var("AWS_ACCESS_KEY_ID")?;
    let secret = std::env::var("AWS_SECRET_ACCESS_KEY")?;
    Ok(aws_operation::StaticCredentials::new(id, secret).into())
}

#[cfg(feature = "dynamodb")]
#[aws_operation::aws_connector(service = "dynamodb")]
mod dynamodb {
    use std::collections::HashMap;

    #[aws_operation]
    pub struct PutItemRequest<'a> {
        pub table_name: &'a str,
        pub item: HashMap<&'a str, AttributeValue>,
    }
}

#[cfg(feature = "ec2")]
#[aws_operation::aws_operation(service = "ec2")]
struct DescribeInstancesRequest<'a> {
    instance_ids: Vec<&'a str>,
}

#[cfg(feature = "lambda")]
#[aws_operation::aws_operation(service = "lambda")]
struct InvokeRequest<'a> {
    function_name: &'a str,
}

#[cfg(feature = "s3")]
#[aws_operation::aws_operation(service = "s3")]
struct GetObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
}

#[cfg(feature = "sqs")]
#[aws_operation::aws_operation(service = "sqs")]
struct SendMessageRequest<'a> {
    queue_url: &'a str,
    message_body: &'a str,
}

#[cfg(feature = "sts")]
#[aws_operation::aws_operation(service = "sts")]
struct GetCallerIdentityRequest {}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let connector = Connector::new(credentials()?, Region::EuWest1);
    let name = std::env::args().nth(1).unwrap_or_default();
    println!("{name} {connector:?}");

    #[cfg(feature = "dynamodb")]
    {
        let id = dynamodb::AttributeValue::S(name.clone());
        let request = dynamodb::PutItemRequest {
            table_name: &name,
            item: [("id", id)].into(),
        };
        println!("{:?}", connector.call(&request).await?.consumed_capacity);
    }
    #[cfg(feature = "ec2")]
    {
        let request = DescribeInstancesRequest {
            instance_ids: vec![&name],
        };
        println!("{:?}", connector.call(&request).await?.reservations);
    }
    #[cfg(feature = "lambda")]
    {
        let request = InvokeRequest {
            function_name: &name,
        };
        println!("{:?}", connector.call(&request).await?.payload);
    }
    #[cfg(feature = "s3")]
    {
        let request = GetObjectRequest {
            bucket: &name,
            key: &name,
        };
        let body = connector.call(&request).await?.body;
        println!("{:?}", body.collect().await?.into_bytes());
    }
    #[cfg(feature = "sqs")]
    {
        let request = SendMessageRequest {
            queue_url: &name,
            message_body: &name,
        };
        println!("{:?}", connector.call(&request).await?.message_id);
    }
    #[cfg(feature = "sts")]
    {
        let request = GetCallerIdentityRequest {};
        println!("{:?}", connector.call(&request).await?.arn);
    }
    Ok(())
}
