//! JSON beside CBOR, where a service offers both: what a call costs the caller, from request to
//! response, with a transport in memory.
//!
//! `cargo bench -p aws-operation-tests --bench formats` prints times per call and their ratio. Both
//! take turns, so that a busy machine slows both.

mod answers;
mod transport;

use std::future::IntoFuture;
use std::time::{Duration, Instant};

use aws_operation::{
    Blob, Connector, DateTime, Region, Repeatable, RetryPolicy, SdkClientConfig, StaticCredentials,
};
use serde_json::Value;

use transport::Transport;

/// The same requests in one protocol.
macro_rules! requests {
    ($module:ident, $textract:literal, $cloudwatch:literal, $tagging:literal) => {
        mod $module {
            use aws_operation::{DateTime, aws_connector};

            #[aws_connector(service = "textract", protocol = $textract)]
            pub(crate) mod textract {
                #[aws_operation]
                pub(crate) struct DetectDocumentTextRequest {
                    pub document: DocumentShape,
                }
            }

            #[aws_connector(service = "cloudwatch", protocol = $cloudwatch)]
            pub(crate) mod cloudwatch {
                use super::DateTime;

                #[aws_operation]
                pub(crate) struct GetMetricDataRequest {
                    pub metric_data_queries: Vec<MetricDataQuery>,
                    pub start_time: DateTime,
                    pub end_time: DateTime,
                }

                #[aws_operation]
                pub(crate) struct PutMetricDataRequest {
                    pub namespace: String,
                    pub metric_data: Vec<MetricDatum>,
                }
            }

            #[aws_connector(service = "resourcegroupstaggingapi", protocol = $tagging)]
            pub(crate) mod tagging {
                #[aws_operation]
                pub(crate) struct GetResourcesRequest {
                    pub resources_per_page: Option<i32>,
                }
            }
        }
    };
}
requests!(json, "awsJson1_1", "awsJson1_0", "awsJson1_1");
requests!(cbor, "rpcv2Cbor", "rpcv2Cbor", "rpcv2Cbor");

/// Calls with the same values in both formats, and compares.
macro_rules! compare {
    ($name:literal, $calls:literal, $answer:expr, $service:ident, $request:expr) => {{
        let answer: Value = $answer;
        let [json_answer, cbor_answer] = [answers::json(&answer), answers::cbor(&answer)];
        let lengths = [json_answer.len(), cbor_answer.len()];
        let json = {
            use json::$service;
            Side::new($request, json_answer, &[])
        };
        let cbor = {
            use cbor::$service;
            let header = ("smithy-protocol", "rpc-v2-cbor");
            Side::new($request, cbor_answer, &[header])
        };
        report($name, lengths, &mut |which| match which {
            0 => json.time($calls),
            _ => cbor.time($calls),
        });
    }};
}

fn main() {
    println!("                             per call             answer in bytes");
    println!("                          JSON       CBOR  ratio     JSON     CBOR");
    compare!(
        "small answer",
        2_000,
        answers::resources(1),
        tagging,
        tagging::GetResourcesRequest {
            resources_per_page: Some(1),
        }
    );
    compare!(
        "100 tagged resources",
        500,
        answers::resources(100),
        tagging,
        tagging::GetResourcesRequest {
            resources_per_page: Some(100),
        }
    );
    compare!(
        "500 blocks of a page",
        50,
        answers::blocks(500),
        textract,
        textract::DetectDocumentTextRequest {
            document: textract::DocumentShape {
                bytes: Some(Blob::from(vec![0xa5; 16])),
                ..Default::default()
            },
        }
    );
    compare!(
        "1 MiB of blob sent",
        20,
        answers::blocks(0),
        textract,
        textract::DetectDocumentTextRequest {
            document: textract::DocumentShape {
                bytes: Some(Blob::from(vec![0xa5; 1024 * 1024])),
                ..Default::default()
            },
        }
    );
    compare!(
        "1,000 data points",
        100,
        answers::points(1_000),
        cloudwatch,
        cloudwatch::GetMetricDataRequest {
            metric_data_queries: Vec::new(),
            start_time: DateTime::from_secs(0),
            end_time: DateTime::from_secs(60_000),
        }
    );
    compare!(
        "150 values sent",
        200,
        serde_json::json!({}),
        cloudwatch,
        cloudwatch::PutMetricDataRequest {
            namespace: "bench".to_owned(),
            metric_data: vec![cloudwatch::MetricDatum {
                metric_name: "latency".to_owned(),
                values: Some((0..150).map(|at| f64::from(at) * 1.37).collect()),
                timestamp: Some(DateTime::from_secs(1_700_000_000)),
                ..Default::default()
            }],
        }
    );
}

/// A request and what it is answered, in one of the formats.
struct Side<Q> {
    runtime: tokio::runtime::Runtime,
    connector: Connector,
    transport: Transport,
    request: Q,
}

impl<Q: Repeatable> Side<Q>
where
    Q::Error: std::fmt::Debug,
{
    fn new(request: Q, answer: Vec<u8>, headers: &[(&'static str, &'static str)]) -> Self {
        let config = SdkClientConfig::new().with_retry_policy(RetryPolicy::None);
        let credentials = StaticCredentials::new("AKIAIOSFODNN7EXAMPLE", "secret");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build();
        Self {
            runtime: runtime.expect("a runtime"),
            connector: Connector::new(credentials, Region::UsEast1).client_config(&config),
            transport: Transport::new(answer, headers),
            request,
        }
    }

    /// The time of one call, taken over many.
    fn time(&self, calls: u32) -> Duration {
        let client = self.transport.client();
        let start = Instant::now();
        for _ in 0..calls {
            let call = self
                .connector
                .call(&self.request)
                .http_client(client.clone());
            let answer = self.runtime.block_on(call.into_future());
            std::hint::black_box(answer.expect("the answer is right"));
        }
        start.elapsed() / calls
    }
}

/// The middle of some rounds, in which the two take turns.
fn report(name: &str, lengths: [usize; 2], time: &mut dyn FnMut(usize) -> Duration) {
    const ROUNDS: usize = 9;
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..ROUNDS {
        for (which, times) in times.iter_mut().enumerate() {
            times.push(time(which));
        }
    }
    let [json, cbor] = times.map(|mut times| {
        times.sort();
        times[ROUNDS / 2]
    });
    let ratio = cbor.as_secs_f64() / json.as_secs_f64();
    let [json_length, cbor_length] = lengths;
    println!("{name:22} {json:>9.1?} {cbor:>10.1?} {ratio:>6.2} {json_length:>8} {cbor_length:>8}");
}
