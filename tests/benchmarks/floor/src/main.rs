//! Calls with hyper alone: `floor SCENARIO URL CALLS CONCURRENCY`. The answer is received, not read.

use bytes::Bytes;
use harness::Arguments;
use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

/// As long as those of the other programs.
const HEADERS: [(&str, &str); 8] = [
    ("content-type", "application/x-amz-json-1.0"),
    ("x-amz-target", "AmazonSQS.SendMessage"),
    ("x-amz-date", "20261127T080000Z"),
    (
        "authorization",
        "AWS4-HMAC-SHA256 Credential=AKIA0000000000000000/20261127/eu-west-1/sqs/aws4_request, \
         SignedHeaders=content-length;content-type;host;x-amz-date;x-amz-target;x-amz-user-agent, \
         Signature=9a2d0a8b4f0c8f1f8d0d6d2e7c1d6b3a5f4e3d2c1b0a99887766554433221100",
    ),
    (
        "amz-sdk-invocation-id",
        "4f5d9b2e-7d51-4b4f-9c0e-0c4c7a1f2b11",
    ),
    ("amz-sdk-request", "attempt=1; max=3"),
    (
        "user-agent",
        "aws-sdk-rust/1.3.11 os/linux lang/rust/1.95.0",
    ),
    (
        "x-amz-user-agent",
        "aws-sdk-rust/1.3.11 ua/2.1 api/sqs/1.119.0 os/linux lang/rust/1.95.0 m/E,b",
    ),
];

const BODY: &str = r#"{"QueueUrl":"https://sqs.eu-west-1.amazonaws.com/123456789012/orders","MessageBody":"Hello"}"#;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments = Arguments::read();
    let client: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    arguments
        .measure(async |_| {
            let mut request = Request::post(&arguments.url);
            for (name, value) in HEADERS {
                request = request.header(name, value);
            }
            let request = request.body(Full::from(BODY)).expect("a request");
            let answer = client.request(request).await.expect("an answer");
            let body = answer.into_body().collect().await.expect("a body");
            std::hint::black_box(body.to_bytes());
        })
        .await;
}
