//! Calls through the official SDK: `calls SCENARIO URL CALLS CONCURRENCY`.

use aws_config::{BehaviorVersion, Region, SdkConfig};
use aws_sdk_cloudwatch::types::MetricDatum;
use aws_sdk_s3::config::Credentials;
use aws_sdk_s3::primitives::{Blob, ByteStream};
use harness::Arguments;

async fn config(url: &str, number: usize) -> SdkConfig {
    let id = format!("AKIA{number:016}");
    aws_config::defaults(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .endpoint_url(url)
        .credentials_provider(Credentials::new(id, "secret", None, None, "benchmark"))
        .load()
        .await
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments = Arguments::read();
    let config = config(&arguments.url, 0).await;
    let s3 = aws_sdk_s3::config::Builder::from(&config).force_path_style(true);
    let s3 = aws_sdk_s3::Client::from_conf(s3.build());
    let queue = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders";
    macro_rules! measure {
        ($call:expr) => {
            arguments
                .measure(async |_| {
                    std::hint::black_box($call.send().await.expect("an answer"));
                })
                .await
        };
    }
    match arguments.scenario.as_str() {
        "cbor" => {
            let client = aws_sdk_cloudwatch::Client::new(&config);
            let datum = MetricDatum::builder()
                .metric_name("Orders")
                .value(1.0)
                .build();
            measure!(
                client
                    .put_metric_data()
                    .namespace("Shop")
                    .metric_data(datum.clone())
            );
        }
        "dynamodb" => {
            let client = aws_sdk_dynamodb::Client::new(&config);
            measure!(client.query().table_name("orders"));
        }
        "ec2" => {
            let client = aws_sdk_ec2::Client::new(&config);
            measure!(client.describe_regions());
        }
        "ec2-large" => {
            let client = aws_sdk_ec2::Client::new(&config);
            measure!(client.describe_instances());
        }
        "lambda" => {
            let client = aws_sdk_lambda::Client::new(&config);
            let payload = Blob::new(br#"{"id":1}"#);
            measure!(
                client
                    .invoke()
                    .function_name("orders")
                    .payload(payload.clone())
            );
        }
        "s3-get" => {
            arguments
                .measure(async |_| {
                    let get = s3.get_object().bucket("bucket").key("key");
                    let mut body = get.send().await.expect("an answer").body;
                    while let Some(part) = body.next().await {
                        std::hint::black_box(part.expect("a part"));
                    }
                })
                .await;
        }
        "s3-head" => measure!(s3.head_object().bucket("bucket").key("key")),
        "s3-list" => measure!(s3.list_objects_v2().bucket("bucket")),
        "s3-put" => {
            let file = harness::large_file();
            arguments
                .measure(async |_| {
                    let body = ByteStream::from_path(&file).await.expect("a file");
                    let put = s3.put_object().bucket("bucket").key("key").body(body);
                    put.send().await.expect("an answer");
                })
                .await;
        }
        "sqs" => {
            let client = aws_sdk_sqs::Client::new(&config);
            measure!(client.send_message().queue_url(queue).message_body("Hello"));
        }
        "sqs-credentials" => {
            let mut clients = Vec::new();
            for number in 0..1000 {
                let config = self::config(&arguments.url, number).await;
                clients.push(aws_sdk_sqs::Client::new(&config));
            }
            arguments
                .measure(async |number| {
                    let send = clients[number % 1000].send_message();
                    let send = send.queue_url(queue).message_body("Hello");
                    std::hint::black_box(send.send().await.expect("an answer"));
                })
                .await;
        }
        "sts" => {
            let client = aws_sdk_sts::Client::new(&config);
            measure!(client.get_caller_identity());
        }
        other => panic!("no scenario `{other}`"),
    }
}
