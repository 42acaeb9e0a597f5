//! rpcv2Cbor, requests, answers and errors: of services that speak JSON as well, where it is asked
//! for. Bytes are written as RFC 8949 has them.

use aws_operation::{DateTime, aws_connector, aws_operation};

use crate::server::{Answer, Server};

#[aws_connector(service = "cloudwatch", protocol = "rpcv2Cbor", derive(PartialEq))]
mod cloudwatch {
    use super::DateTime;

    #[aws_operation]
    pub(crate) struct PutMetricDataRequest<'a> {
        pub(crate) namespace: &'a str,
        pub(crate) metric_data: Vec<MetricDatum>,
        pub(crate) strict_entity_validation: Option<bool>,
    }

    #[aws_operation]
    pub(crate) struct GetMetricStatisticsRequest<'a> {
        pub(crate) namespace: &'a str,
        pub(crate) metric_name: &'a str,
        pub(crate) start_time: DateTime,
        pub(crate) end_time: DateTime,
        pub(crate) period: i32,
    }

    #[aws_operation]
    pub(crate) struct GetDashboardRequest<'a> {
        pub(crate) dashboard_name: &'a str,
    }
}

/// A text of less than 24 bytes.
fn text(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).expect("a short text");
    assert!(length < 24);
    [&[0x60 + length], text.as_bytes()].concat()
}

const MAP: &[u8] = &[0xbf];
const LIST: &[u8] = &[0x9f];
const END: &[u8] = &[0xff];
const NULL: &[u8] = &[0xf6];
/// 1.5 in half the precision.
const ONE_AND_A_HALF: &[u8] = &[0xf9, 0x3e, 0x00];

/// A moment, a double, an integer, a boolean, an enum, a list of structures.
#[tokio::test]
async fn requests() {
    let server = Server::new(Answer::ok(""));
    let request = cloudwatch::PutMetricDataRequest {
        namespace: "n",
        metric_data: vec![cloudwatch::MetricDatum {
            metric_name: "m".to_owned(),
            timestamp: Some("1970-01-01T00:00:01.5Z".parse().expect("a moment")),
            value: Some(0.1),
            unit: Some(cloudwatch::StandardUnit::Count),
            storage_resolution: Some(60),
            ..Default::default()
        }],
        strict_entity_validation: Some(true),
    };
    server.connector().call(&request).await.expect("a call");

    let request = server.request();
    assert_eq!(
        (&*request.method, &*request.target),
        (
            "POST",
            "/service/GraniteServiceVersion20100801/operation/PutMetricData"
        )
    );
    assert_eq!(request.header("smithy-protocol"), Some("rpc-v2-cbor"));
    assert_eq!(request.header("content-type"), Some("application/cbor"));
    assert_eq!(request.header("accept"), Some("application/cbor"));
    assert_eq!(request.header("x-amz-target"), None);
    assert_eq!(request.header("x-amzn-query-mode"), Some("true"));
    let double = |value: f64| [&[0xfb][..], &value.to_be_bytes()].concat();
    let datum = [
        MAP,
        &text("MetricName"),
        &text("m"),
        &text("Timestamp"),
        &[0xc1],
        &double(1.5),
        &text("Value"),
        &double(0.1),
        &text("Unit"),
        &text("Count"),
        &text("StorageResolution"),
        &[0x18, 60],
        END,
    ]
    .concat();
    let body = [
        MAP,
        &text("Namespace"),
        &text("n"),
        &text("MetricData"),
        LIST,
        &datum,
        END,
        &text("StrictEntityValidation"),
        &[0xf5],
        END,
    ]
    .concat();
    assert_eq!(request.body, body);
}

/// Definite and indefinite lengths, text in pieces, all widths of numbers, tags, null, what is not
/// known.
#[tokio::test]
async fn answers() {
    let point = [
        &[0xa5][..],
        &text("Timestamp"),
        &[0xc1, 0x1a, 0x65, 0xe0, 0x79, 0x88],
        &text("SampleCount"),
        ONE_AND_A_HALF,
        &text("Sum"),
        &[0xfa, 0x3f, 0xc0, 0x00, 0x00],
        &text("Maximum"),
        &[0xf9, 0x7c, 0x00],
        &text("Unit"),
        NULL,
    ]
    .concat();
    let body = [
        MAP,
        &text("Unheard"),
        MAP,
        &text("of"),
        LIST,
        &[0x01, 0x20],
        END,
        END,
        &text("Label"),
        &[0x7f],
        &text("piece "),
        &text("wise"),
        END,
        &text("Datapoints"),
        &[0x81],
        &point,
        END,
    ]
    .concat();
    let server = Server::new(Answer::ok(body).header("smithy-protocol", "rpc-v2-cbor"));
    let moment: DateTime = "2024-02-29T12:30:00Z".parse().expect("a moment");
    let request = cloudwatch::GetMetricStatisticsRequest {
        namespace: "n",
        metric_name: "m",
        start_time: moment,
        end_time: moment,
        period: 60,
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    assert_eq!(answer.label.as_deref(), Some("piece wise"));
    let expected = cloudwatch::Datapoint {
        timestamp: Some("2024-02-29T12:33:12Z".parse().expect("a moment")),
        sample_count: Some(1.5),
        sum: Some(1.5),
        maximum: Some(f64::INFINITY),
        ..Default::default()
    };
    assert_eq!(answer.datapoints, [expected]);
}

/// An empty body is an answer without members.
#[tokio::test]
async fn empty_answers() {
    let server = Server::new(Answer::ok(""));
    let request = cloudwatch::GetDashboardRequest {
        dashboard_name: "d",
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    assert_eq!(answer.dashboard_body, None);
}

/// The shape's name is in the body, and its code in the former protocol hides nothing.
#[tokio::test]
async fn errors() {
    let body = [
        &[0xa2][..],
        &text("__type"),
        &[0x78, 25 + 7],
        b"com.aws#DashboardNotFoundError:x",
        &text("message"),
        &text("no such board"),
    ]
    .concat();
    let answer = Answer::status(404, body).header("x-amzn-query-error", "ResourceNotFound;Sender");
    let server = Server::new(answer);
    let request = cloudwatch::GetDashboardRequest {
        dashboard_name: "d",
    };
    let error = server
        .connector()
        .call(&request)
        .await
        .expect_err("an error");
    let cloudwatch::GetDashboardError::DashboardNotFoundError(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.message.as_deref(), Some("no such board"));
    assert_eq!(error.error().status(), Some(404));
}

#[aws_operation(service = "health")]
struct EnableHealthServiceAccessForOrganizationRequest;

/// CBOR is what is spoken where nothing else is asked for. An operation without an input sends
/// nothing, and does not say what.
#[tokio::test]
async fn cbor_comes_first() {
    let server = Server::new(Answer::ok(""));
    server
        .connector()
        .call(&EnableHealthServiceAccessForOrganizationRequest)
        .await
        .expect("a call");
    let request = server.request();
    assert_eq!(
        request.target,
        "/service/AWSHealth_20160804/operation/EnableHealthServiceAccessForOrganization"
    );
    assert_eq!(request.text(), "");
    assert_eq!(request.header("content-type"), None);
}

#[aws_operation(
    service = "health",
    operation = "EnableHealthServiceAccessForOrganization",
    protocol = "awsJson1_1"
)]
struct EnableRequest;

#[tokio::test]
async fn json_where_it_is_asked_for() {
    let server = Server::new(Answer::ok(""));
    server
        .connector()
        .call(&EnableRequest)
        .await
        .expect("a call");
    let request = server.request();
    assert_eq!((&*request.target, request.text()), ("/", "{}"));
    assert_eq!(
        request.header("x-amz-target"),
        Some("AWSHealth_20160804.EnableHealthServiceAccessForOrganization")
    );
}
