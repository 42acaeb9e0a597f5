//! Protocols of a later version: said by name, and nothing else.

use aws_operation::{Blob, Credentials, Region, aws_connector, aws_operation};

#[aws_operation(service = "lambda", operation = "Invoke")]
struct InvokeFunctionRequest {
    function_name: String,
    payload: Option<Blob>,
}

#[aws_operation(service = "batch")]
struct DescribeJobQueuesRequest;

#[aws_connector(service = "polly")]
mod polly {
    #[aws_operation]
    pub struct DescribeVoicesRequest {
        pub engine: Option<Engine>,
        pub next_token: Option<String>,
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
