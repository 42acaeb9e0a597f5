//! One operation of each service that a feature names.

type Outcome = Result<(), Box<dyn std::error::Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let config = aws_config::load_from_env().await;
    let name = std::env::args().nth(1).unwrap_or_default();

    #[cfg(feature = "dynamodb")]
    {
        use aws_sdk_dynamodb::types::AttributeValue;

        let client = aws_sdk_dynamodb::Client::new(&config);
        let put = client.put_item().table_name(&name);
        let put = put.item("id", AttributeValue::S(name.clone()));
        println!("{:?}", put.send().await?.consumed_capacity());
    }
    #[cfg(feature = "ec2")]
    {
        let client = aws_sdk_ec2::Client::new(&config);
        let describe = client.describe_instances().instance_ids(&name);
        println!("{:?}", describe.send().await?.reservations());
    }
    #[cfg(feature = "lambda")]
    {
        let client = aws_sdk_lambda::Client::new(&config);
        let invoke = client.invoke().function_name(&name);
        println!("{:?}", invoke.send().await?.payload());
    }
    #[cfg(feature = "s3")]
    {
        let client = aws_sdk_s3::Client::new(&config);
        let get = client.get_object().bucket(&name).key(&name);
        println!("{:?}", get.send().await?.body.collect().await?.into_bytes());
    }
    #[cfg(feature = "sqs")]
    {
        let client = aws_sdk_sqs::Client::new(&config);
        let send = client.send_message().queue_url(&name).message_body(&name);
        println!("{:?}", send.send().await?.message_id());
    }
    #[cfg(feature = "sts")]
    {
        let client = aws_sdk_sts::Client::new(&config);
        println!("{:?}", client.get_caller_identity().send().await?.arn());
    }
    Ok(())
}
