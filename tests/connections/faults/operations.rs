//! One operation of each kind of body.

use std::future::Future;
use std::pin::Pin;

use aws_operation::{Connector, Error, aws_operation};

#[aws_operation(service = "cloudwatch", protocol = "rpcv2Cbor", function = "metrics")]
struct ListMetricsRequest;

#[aws_operation(service = "ec2", function = "regions")]
struct DescribeRegionsRequest;

#[aws_operation(service = "lambda", function = "functions")]
struct ListFunctionsRequest;

#[aws_operation(service = "s3", function = "buckets")]
struct ListBucketsRequest;

#[aws_operation(service = "sqs", function = "queues")]
struct ListQueuesRequest;

#[aws_operation(service = "sts", function = "identity")]
struct GetCallerIdentityRequest;

/// What is called, by its protocol.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Protocol {
    AwsJson,
    AwsQuery,
    Cbor,
    Ec2Query,
    RestJson,
    RestXml,
}

pub(crate) const ALL: [Protocol; 6] = [
    Protocol::AwsJson,
    Protocol::AwsQuery,
    Protocol::Cbor,
    Protocol::Ec2Query,
    Protocol::RestJson,
    Protocol::RestXml,
];

/// A call under way, of which only matters whether it failed.
pub(crate) type Attempted = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

impl Protocol {
    pub(crate) fn call(self, by: &Connector) -> Attempted {
        macro_rules! call {
            ($request:expr) => {{
                let call = by.call(&$request);
                Box::pin(async move { Ok(call.await.map(drop)?) })
            }};
        }
        match self {
            Self::AwsJson => call!(ListQueuesRequest),
            Self::AwsQuery => call!(GetCallerIdentityRequest),
            Self::Cbor => call!(ListMetricsRequest),
            Self::Ec2Query => call!(DescribeRegionsRequest),
            Self::RestJson => call!(ListFunctionsRequest),
            Self::RestXml => call!(ListBucketsRequest),
        }
    }
}
