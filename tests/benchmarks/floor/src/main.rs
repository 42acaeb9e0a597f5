//! Calls with hyper alone: `floor SCENARIO URL CALLS CONCURRENCY`. The answer is received, not read.

use bytes::Bytes;
use harness::Arguments;
use http_body_util::{BodyExt as _, Full};
use hyper::Request;
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

/// What every request has; as long as what the other programs send.
const HEADERS: [(&str, &str); 6] = [
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

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// What else there is of a request.
struct Call {
    method: &'static str,
    path: &'static str,
    headers: &'static [(&'static str, &'static str)],
    body: &'static [u8],
}

const fn call(
    method: &'static str,
    path: &'static str,
    headers: &'static [(&'static str, &'static str)],
    body: &'static [u8],
) -> Call {
    Call {
        method,
        path,
        headers,
        body,
    }
}

fn find(scenario: &str) -> Call {
    match scenario {
        "cbor" => call(
            "POST",
            "/service/GraniteServiceVersion20100801/operation/PutMetricData",
            &[
                ("content-type", "application/cbor"),
                ("accept", "application/cbor"),
                ("smithy-protocol", "rpc-v2-cbor"),
            ],
            b"\xbf\x69Namespace\x64Shop\x6aMetricData\x81\xbf\x6aMetricName\x66Orders\
              \x65Value\xfb\x3f\xf0\x00\x00\x00\x00\x00\x00\xff\xff",
        ),
        "ec2" => call(
            "POST",
            "/",
            &[FORM],
            b"Action=DescribeRegions&Version=2016-11-15",
        ),
        "lambda" => call(
            "POST",
            "/2015-03-31/functions/orders/invocations",
            &[("content-type", "application/octet-stream")],
            br#"{"id":1}"#,
        ),
        "s3-head" => call(
            "HEAD",
            "/bucket/key",
            &[(
                "x-amz-content-sha256",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            )],
            b"",
        ),
        "sqs" => call(
            "POST",
            "/",
            &[
                ("content-type", "application/x-amz-json-1.0"),
                ("x-amz-target", "AmazonSQS.SendMessage"),
            ],
            br#"{"QueueUrl":"https://sqs.eu-west-1.amazonaws.com/123456789012/orders","MessageBody":"Hello"}"#,
        ),
        "sts" => call(
            "POST",
            "/",
            &[FORM],
            b"Action=GetCallerIdentity&Version=2011-06-15",
        ),
        other => panic!("no scenario `{other}`"),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let arguments = Arguments::read();
    let call = find(&arguments.scenario);
    let url = format!("{}{}", arguments.url, call.path);
    let client: Client<_, Full<Bytes>> = Client::builder(TokioExecutor::new()).build_http();
    arguments
        .measure(async |_| {
            let mut request = Request::builder().method(call.method).uri(&*url);
            for (name, value) in call.headers.iter().chain(&HEADERS) {
                request = request.header(*name, *value);
            }
            let request = request.body(Full::from(call.body)).expect("a request");
            let answer = client.request(request).await.expect("an answer");
            let body = answer.into_body().collect().await.expect("a body");
            std::hint::black_box(body.to_bytes());
        })
        .await;
}
