//! Protocols of a later version: said by name, and nothing else.

use aws_operation::{Blob, Credentials, Region, aws_connector, aws_operation};

#[aws_operation(service = "lambda", operation = "Invoke")]
struct InvokeFunctionRequest {
    function_name: String,
    payload: Option<Blob>,
}

#[aws_operation(service = "ec2")]
struct DescribeInstancesRequest;

#[aws_connector(service = "sns")]
mod sns {
    #[aws_operation]
    pub struct PublishRequest {
        pub message: String,
        pub topic_arn: Option<String>,
    }
}

async fn used(credentials: &Credentials, region: Region) {
    let request = InvokeFunctionRequest {
        function_name: String::new(),
        payload: None,
    };
    let answer = invoke_function(credentials, region, &request).await;
    let _status = answer.map(|answer| answer.status_code);
}

fn main() {}
