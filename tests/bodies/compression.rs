//! The one operation of AWS's that is compressed.

use std::io::Read;

use aws_operation::aws_operation;
use flate2::read::GzDecoder;

use crate::server::Server;

#[aws_operation(service = "cloudwatch", protocol = "awsQuery")]
pub(crate) struct PutMetricDataRequest<'a> {
    pub(crate) namespace: &'a str,
}

#[tokio::test]
async fn what_is_long_is_compressed() {
    let namespace = "n".repeat(10_240);
    let server = Server::new([(200, "", "<PutMetricDataResponse/>")]);
    let request = PutMetricDataRequest {
        namespace: &namespace,
    };
    server.connector.call(&request).await.expect("a call");
    let request = server.request();
    assert_eq!(request.header("content-encoding"), Some("gzip"));
    let mut body = String::new();
    let mut decoder = GzDecoder::new(&*request.body);
    decoder.read_to_string(&mut body).expect("gzip");
    assert!(body.starts_with("Action=PutMetricData&"), "{body}");
    assert!(body.contains(&namespace));
    assert!(request.body.len() < 1_000);

    let server = Server::new([(200, "", "<PutMetricDataResponse/>")]);
    let request = PutMetricDataRequest { namespace: "short" };
    server.connector.call(&request).await.expect("a call");
    let request = server.request();
    assert_eq!(request.header("content-encoding"), None);
    assert!(request.body.ends_with(b"Namespace=short"));
}
