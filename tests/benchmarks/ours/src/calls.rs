//! Calls through aws-operation: `calls SCENARIO URL CALLS CONCURRENCY`.

use std::collections::HashMap;

use aws_operation::{
    ByteStream, Connector, EndpointUrl, Region, SdkClientConfig, StaticCredentials, aws_connector,
    aws_operation,
};
use harness::Arguments;

#[aws_operation(service = "sqs")]
struct SendMessageRequest<'a> {
    queue_url: &'a str,
    message_body: &'a str,
}

#[aws_operation(service = "sts")]
struct GetCallerIdentityRequest {}

#[aws_operation(service = "lambda")]
struct InvokeRequest<'a> {
    function_name: &'a str,
    payload: &'a [u8],
}

#[aws_connector(service = "cloudwatch")]
mod cloudwatch {
    #[aws_operation]
    pub struct PutMetricDataRequest<'a> {
        pub namespace: &'a str,
        pub metric_data: Vec<MetricDatum>,
    }
}

#[aws_connector(service = "s3")]
mod s3 {
    use super::ByteStream;

    #[aws_operation]
    pub struct HeadObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
    }

    #[aws_operation]
    pub struct ListObjectsV2Request<'a> {
        pub bucket: &'a str,
    }

    #[aws_operation]
    pub struct GetObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
    }

    #[aws_operation]
    pub struct PutObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
        pub body: ByteStream,
    }
}

#[aws_connector(service = "ec2")]
mod ec2 {
    #[aws_operation]
    pub struct DescribeRegionsRequest {}

    #[aws_operation]
    pub struct DescribeInstancesRequest {}
}

#[aws_connector(service = "dynamodb")]
mod dynamodb {
    #[aws_operation]
    pub struct QueryRequest<'a> {
        pub table_name: &'a str,
    }
}

/// Three members of each answer.
mod partial {
    use super::aws_connector;

    #[aws_connector(service = "s3")]
    pub mod s3 {
        #[aws_operation(response = { contents { key, size }, is_truncated })]
        pub struct ListObjectsV2Request<'a> {
            pub bucket: &'a str,
        }
    }

    #[aws_connector(service = "ec2")]
    pub mod ec2 {
        #[aws_operation(response = { reservations { instances { instance_id, private_ip_address, state { name } } } })]
        pub struct DescribeInstancesRequest {}
    }

    #[aws_connector(service = "dynamodb")]
    pub mod dynamodb {
        #[aws_operation(response = { count, scanned_count, last_evaluated_key })]
        pub struct QueryRequest<'a> {
            pub table_name: &'a str,
        }
    }
}

fn connector(url: &str, number: usize) -> Connector {
    let url = EndpointUrl::new(url.to_owned()).expect("a URL");
    let credentials = StaticCredentials::new(format!("AKIA{number:016}"), "secret");
    Connector::new(credentials, Region::EuWest1).client_config(&SdkClientConfig::at(url))
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments = Arguments::read();
    let one = connector(&arguments.url, 0);
    let (bucket, key) = ("bucket", "key");
    let sqs = SendMessageRequest {
        queue_url: "https://sqs.eu-west-1.amazonaws.com/123456789012/orders",
        message_body: "Hello",
    };
    macro_rules! measure {
        ($request:expr) => {{
            let request = $request;
            arguments
                .measure(async |_| {
                    std::hint::black_box(one.call(&request).await.expect("an answer"));
                })
                .await;
        }};
    }
    match arguments.scenario.as_str() {
        "cbor" => {
            let mut datum = cloudwatch::MetricDatum::default();
            datum.metric_name = "Orders".to_owned();
            datum.value = Some(1.0);
            measure!(cloudwatch::PutMetricDataRequest {
                namespace: "Shop",
                metric_data: vec![datum],
            });
        }
        "dynamodb" => measure!(dynamodb::QueryRequest {
            table_name: "orders"
        }),
        "dynamodb-partial" => {
            measure!(partial::dynamodb::QueryRequest {
                table_name: "orders"
            });
        }
        "ec2" => measure!(ec2::DescribeRegionsRequest {}),
        "ec2-large" => measure!(ec2::DescribeInstancesRequest {}),
        "ec2-large-partial" => measure!(partial::ec2::DescribeInstancesRequest {}),
        "lambda" => measure!(InvokeRequest {
            function_name: "orders",
            payload: br#"{"id":1}"#,
        }),
        "s3-get" => {
            let request = s3::GetObjectRequest { bucket, key };
            arguments
                .measure(async |_| {
                    let mut body = one.call(&request).await.expect("an answer").body;
                    while let Some(part) = body.next().await {
                        std::hint::black_box(part.expect("a part"));
                    }
                })
                .await;
        }
        "s3-head" => measure!(s3::HeadObjectRequest { bucket, key }),
        "s3-list" => measure!(s3::ListObjectsV2Request { bucket }),
        "s3-list-partial" => measure!(partial::s3::ListObjectsV2Request { bucket }),
        "s3-put" => {
            let file = harness::large_file();
            arguments
                .measure(async |_| {
                    let body = ByteStream::from_path(&file).await.expect("a file");
                    let request = s3::PutObjectRequest { bucket, key, body };
                    one.call_owned(request).await.expect("an answer");
                })
                .await;
        }
        "sqs" => measure!(sqs),
        "sqs-credentials" => {
            let connectors: HashMap<usize, Connector> = (0..1000)
                .map(|number| (number, connector(&arguments.url, number)))
                .collect();
            arguments
                .measure(async |number| {
                    let call = connectors[&(number % 1000)].call(&sqs);
                    std::hint::black_box(call.await.expect("an answer"));
                })
                .await;
        }
        "sts" => measure!(GetCallerIdentityRequest {}),
        other => panic!("no scenario `{other}`"),
    }
}
