//! restXml, requests: bodies of the services other than S3.

use std::collections::BTreeMap;

use aws_operation::{Blob, aws_connector};

use crate::server::{Answer, Server};
use crate::xml_requests::check;

#[aws_connector(service = "cloudfront")]
mod cloudfront {
    use super::Blob;

    #[aws_operation]
    pub(crate) struct TestFunctionRequest<'a> {
        pub(crate) name: &'a str,
        pub(crate) if_match: &'a str,
        pub(crate) stage: Option<FunctionStage>,
        pub(crate) event_object: Blob,
    }

    #[aws_operation]
    pub(crate) struct CreateContinuousDeploymentPolicyRequest {
        pub(crate) continuous_deployment_policy_config: ContinuousDeploymentPolicyConfig,
    }
}

const CLOUDFRONT: &str = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

/// Bytes and an enum in a body, beside a label and a header.
#[tokio::test]
async fn blobs() {
    let server = Server::new(Answer::ok("<TestResult/>"));
    let request = cloudfront::TestFunctionRequest {
        name: "a/b",
        if_match: "E1",
        stage: Some("LIVE".into()),
        event_object: Blob::from(&[0, 254][..]),
    };
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    let body = format!(
        "<TestFunctionRequest xmlns=\"{CLOUDFRONT}\"><Stage>LIVE</Stage>\
         <EventObject>AP4=</EventObject></TestFunctionRequest>"
    );
    check(&request, "POST", "/2020-05-31/function/a%2Fb/test", &body);
    assert_eq!(request.header("if-match"), Some("E1"));
}

/// Floating point numbers, and a list that is not flattened.
#[tokio::test]
async fn floats_and_lists() {
    let server = Server::new(Answer::status(201, "<ContinuousDeploymentPolicy/>"));
    let request = cloudfront::CreateContinuousDeploymentPolicyRequest {
        continuous_deployment_policy_config: cloudfront::ContinuousDeploymentPolicyConfig {
            staging_distribution_dns_names: cloudfront::StagingDistributionDnsNames {
                quantity: 2,
                items: Some(vec!["a.example".to_owned(), "b.example".to_owned()]),
            },
            enabled: true,
            traffic_config: Some(cloudfront::TrafficConfig {
                single_weight_config: Some(cloudfront::ContinuousDeploymentSingleWeightConfig {
                    weight: 0.1,
                    ..Default::default()
                }),
                r#type: "SingleWeight".into(),
                ..Default::default()
            }),
        },
    };
    server.connector().call(&request).await.expect("a call");
    let body = format!(
        "<ContinuousDeploymentPolicyConfig xmlns=\"{CLOUDFRONT}\">\
         <StagingDistributionDnsNames><Quantity>2</Quantity>\
         <Items><DnsName>a.example</DnsName><DnsName>b.example</DnsName></Items>\
         </StagingDistributionDnsNames><Enabled>true</Enabled>\
         <TrafficConfig><SingleWeightConfig><Weight>0.1</Weight></SingleWeightConfig>\
         <Type>SingleWeight</Type></TrafficConfig></ContinuousDeploymentPolicyConfig>"
    );
    let target = "/2020-05-31/continuous-deployment-policy";
    check(&server.request(), "POST", target, &body);
}

#[aws_connector(service = "route53")]
mod route53 {
    #[aws_operation]
    pub(crate) struct ChangeResourceRecordSetsRequest<'a> {
        pub(crate) hosted_zone_id: &'a str,
        pub(crate) change_batch: ChangeBatch,
    }
}

/// The input itself is the body, but for the members that are elsewhere.
#[tokio::test]
async fn bodies_beside_labels() {
    let set = route53::ResourceRecordSet {
        name: "a.example".to_owned(),
        r#type: "A".into(),
        ttl: Some(60),
        resource_records: Some(vec![route53::ResourceRecord {
            value: "192.0.2.1".to_owned(),
        }]),
        ..Default::default()
    };
    let server = Server::new(Answer::ok("<ChangeResourceRecordSetsResponse/>"));
    let request = route53::ChangeResourceRecordSetsRequest {
        // As Route 53 answers it; its path takes it without what it is the id of.
        hosted_zone_id: "/hostedzone/Z1",
        change_batch: route53::ChangeBatch {
            comment: Some("<!-- -->".to_owned()),
            changes: vec![route53::Change {
                action: route53::ChangeAction::Upsert,
                resource_record_set: set,
            }],
        },
    };
    server.connector().call(&request).await.expect("a call");
    let body = "<ChangeResourceRecordSetsRequest \
                xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><ChangeBatch>\
                <Comment>&lt;!-- --&gt;</Comment><Changes><Change><Action>UPSERT</Action>\
                <ResourceRecordSet><Name>a.example</Name><Type>A</Type><TTL>60</TTL>\
                <ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords>\
                </ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>";
    check(
        &server.request(),
        "POST",
        "/2013-04-01/hostedzone/Z1/rrset/",
        body,
    );
}

#[aws_connector(service = "s3control")]
mod s3control {
    #[aws_operation]
    pub(crate) struct CreateJobRequest<'a> {
        pub(crate) account_id: &'a str,
        pub(crate) operation: JobOperation,
        pub(crate) report: JobReport,
        pub(crate) priority: i32,
        pub(crate) role_arn: &'a str,
    }

    #[aws_operation]
    pub(crate) struct ListJobsRequest<'a> {
        pub(crate) account_id: &'a str,
        pub(crate) job_statuses: Option<&'a [&'a str]>,
        pub(crate) max_results: Option<i32>,
    }
}

/// A map, and an idempotency token, which is required and has no field.
#[tokio::test]
async fn maps_and_tokens() {
    let arguments = BTreeMap::from([("key".to_owned(), "<value>".to_owned())]);
    let invoke = s3control::LambdaInvokeOperation {
        function_arn: Some("arn".to_owned()),
        user_arguments: Some(arguments.into_iter().collect()),
        ..Default::default()
    };
    let server = Server::new(Answer::ok("<CreateJobResult/>"));
    let request = s3control::CreateJobRequest {
        account_id: "123456789012",
        operation: s3control::JobOperation {
            lambda_invoke: Some(invoke),
            ..Default::default()
        },
        report: s3control::JobReport::default(),
        priority: -1,
        role_arn: "role",
    };
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    let text = request.text();
    assert!(
        text.contains(
            "<UserArguments><entry><key>key</key><value>&lt;value&gt;</value></entry></UserArguments>"
        ),
        "{text}"
    );
    assert!(text.contains("<Priority>-1</Priority>"), "{text}");
    let (_, token) = text.split_once("<ClientRequestToken>").expect("a token");
    assert_eq!(token.find('<'), Some(36), "{text}");
    assert_eq!(request.header("x-amz-account-id"), Some("123456789012"));
}

/// A list in the query: a pair for each element.
#[tokio::test]
async fn lists_in_queries() {
    let server = Server::new(Answer::ok("<ListJobsResult/>"));
    let request = s3control::ListJobsRequest {
        account_id: "123456789012",
        job_statuses: Some(&["Active", "a b"]),
        max_results: None,
    };
    server.connector().call(&request).await.expect("a call");
    assert_eq!(
        server.request().target,
        "/v20180820/jobs?jobStatuses=Active&jobStatuses=a%20b"
    );
}
