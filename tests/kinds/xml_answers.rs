//! restXml, bodies of answers.

use aws_operation::{DateTime, aws_connector};

use crate::server::{Answer, Server};

#[aws_connector(service = "s3")]
mod s3 {
    #[aws_operation]
    pub(crate) struct ListObjectsV2Request<'a> {
        pub(crate) bucket: &'a str,
    }

    #[aws_operation]
    pub(crate) struct GetBucketAclRequest<'a> {
        pub(crate) bucket: &'a str,
    }

    #[aws_operation]
    pub(crate) struct GetBucketLocationRequest<'a> {
        pub(crate) bucket: &'a str,
    }
}

fn moment(text: &str) -> DateTime {
    text.parse().expect("a moment")
}

/// Flattened lists, numbers, moments, enums, entities, comments, and what nobody knows.
#[tokio::test]
async fn flattened_lists_numbers_and_timestamps() {
    let body = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- from a test -->
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <Name>bucket</Name>
  <IsTruncated>true</IsTruncated>
  <KeyCount>2</KeyCount>
  <Unheard><of a="b"/></Unheard>
  <Contents>
    <Key>a&lt;b&gt; &#x1F600;&#228;</Key>
    <LastModified>2024-02-29T12:30:00.250Z</LastModified>
    <Size>5000000000</Size>
    <StorageClass>FROZEN</StorageClass>
    <ChecksumAlgorithm>CRC32</ChecksumAlgorithm>
    <ChecksumAlgorithm>SHA1</ChecksumAlgorithm>
    <Owner><ID>o</ID></Owner>
  </Contents>
  <CommonPrefixes><Prefix> x/ </Prefix></CommonPrefixes>
  <Contents><Key>c&amp;d</Key><ETag/></Contents>
</ListBucketResult>"#;
    let server = Server::new(Answer::ok(body));
    let request = s3::ListObjectsV2Request { bucket: "bucket" };
    let answer = server.connector().call(&request).await.expect("a list");
    assert_eq!(answer.name.as_deref(), Some("bucket"));
    assert_eq!(
        (answer.is_truncated, answer.key_count),
        (Some(true), Some(2))
    );
    let [first, second] = &answer.contents[..] else {
        panic!("{answer:?}")
    };
    assert_eq!(first.key.as_deref(), Some("a<b> \u{1f600}ä"));
    assert_eq!(first.last_modified, Some(moment("2024-02-29T12:30:00.25Z")));
    assert_eq!(first.size, Some(5_000_000_000));
    assert_eq!(first.storage_class, Some("FROZEN".into()));
    assert_eq!(
        first.checksum_algorithm.as_deref(),
        Some(&["CRC32".into(), "SHA1".into()][..])
    );
    let owner = first.owner.as_ref().expect("a structure");
    assert_eq!(owner.id.as_deref(), Some("o"));
    assert_eq!(
        (second.key.as_deref(), second.e_tag.as_deref()),
        (Some("c&d"), Some(""))
    );
    assert_eq!(answer.common_prefixes[0].prefix.as_deref(), Some(" x/ "));
    let server = Server::new(Answer::ok("<ListBucketResult/>"));
    let answer = server.connector().call(&request).await.expect("a list");
    assert!(answer.contents.is_empty() && answer.name.is_none());
}

/// An attribute with a prefix, and a list with a name of its own.
#[tokio::test]
async fn attributes() {
    let body = r#"<AccessControlPolicy xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
  <Owner><ID>o</ID></Owner>
  <AccessControlList><Grant>
    <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>u</ID></Grantee>
    <Permission>READ</Permission>
  </Grant></AccessControlList>
</AccessControlPolicy>"#;
    let server = Server::new(Answer::ok(body));
    let request = s3::GetBucketAclRequest { bucket: "bucket" };
    let answer = server.connector().call(&request).await.expect("a list");
    let grantee = answer.grants[0].grantee.as_ref().expect("a structure");
    assert_eq!(grantee.r#type, s3::Type::CanonicalUser);
    assert_eq!(grantee.id.as_deref(), Some("u"));
    assert_eq!(answer.grants[0].permission, Some("READ".into()));
}

/// An answer that is one bare element, which may be empty.
#[tokio::test]
async fn bare_elements() {
    for (body, location) in [
        (
            "<LocationConstraint xmlns=\"x\">eu-west-1</LocationConstraint>",
            Some("eu-west-1"),
        ),
        ("<LocationConstraint xmlns=\"x\"/>", None),
    ] {
        let server = Server::new(Answer::ok(body));
        let request = s3::GetBucketLocationRequest { bucket: "bucket" };
        let answer = server.connector().call(&request).await.expect("a location");
        let found = answer
            .location_constraint
            .as_ref()
            .map(s3::BucketLocationConstraint::as_str);
        assert_eq!(found.filter(|found| !found.is_empty()), location, "{body}");
    }
}

#[aws_connector(service = "cloudfront")]
mod cloudfront {
    #[aws_operation]
    pub(crate) struct CreateInvalidationRequest<'a> {
        pub(crate) distribution_id: &'a str,
        pub(crate) invalidation_batch: InvalidationBatch,
    }

    #[aws_operation]
    pub(crate) struct GetFunctionRequest<'a> {
        pub(crate) name: &'a str,
    }

    #[aws_operation]
    pub(crate) struct GetContinuousDeploymentPolicyRequest<'a> {
        pub(crate) id: &'a str,
    }
}

/// A structure is the payload, beside a header.
#[tokio::test]
async fn payloads_and_headers() {
    let body = "<Invalidation><Id>I1</Id><Status>InProgress</Status>\
                <CreateTime>2024-02-29T12:30:00Z</CreateTime>\
                <InvalidationBatch><Paths><Quantity>2</Quantity>\
                <Items><Path>/a</Path><Path>/b</Path></Items></Paths>\
                <CallerReference>r</CallerReference></InvalidationBatch></Invalidation>";
    let server = Server::new(Answer::status(201, body).header("Location", "https://there"));
    let request = cloudfront::CreateInvalidationRequest {
        distribution_id: "D1",
        invalidation_batch: cloudfront::InvalidationBatch::default(),
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    assert_eq!(answer.location.as_deref(), Some("https://there"));
    let invalidation = answer.invalidation.expect("a payload");
    assert_eq!(invalidation.create_time, moment("2024-02-29T12:30:00Z"));
    let paths = invalidation.invalidation_batch.paths;
    assert_eq!(paths.quantity, 2);
    assert_eq!(
        paths.items.as_deref(),
        Some(&["/a".to_owned(), "/b".to_owned()][..])
    );
}

/// Bytes are the payload, as they are.
#[tokio::test]
async fn blob_payloads() {
    let server = Server::new(Answer::ok([0, 254, b'<']).header("ETag", "E1"));
    let request = cloudfront::GetFunctionRequest { name: "function" };
    let answer = server.connector().call(&request).await.expect("an answer");
    let code = answer.function_code.as_ref().expect("a payload");
    assert_eq!(code.as_ref(), [0, 254, b'<']);
    assert_eq!(answer.e_tag.as_deref(), Some("E1"));
    assert!(!format!("{answer:?}").contains("254"), "{answer:?}");
}

/// Floating point numbers.
#[tokio::test]
async fn floats() {
    for (text, number) in [
        ("0.1", 0.1),
        ("1E-1", 0.1),
        ("1", 1.0),
        ("Infinity", f32::INFINITY),
    ] {
        let body = format!(
            "<ContinuousDeploymentPolicy><ContinuousDeploymentPolicyConfig><TrafficConfig>\
             <SingleWeightConfig><Weight>{text}</Weight></SingleWeightConfig></TrafficConfig>\
             </ContinuousDeploymentPolicyConfig></ContinuousDeploymentPolicy>"
        );
        let server = Server::new(Answer::ok(body));
        let request = cloudfront::GetContinuousDeploymentPolicyRequest { id: "P1" };
        let answer = server.connector().call(&request).await.expect("an answer");
        let policy = answer.continuous_deployment_policy.expect("a payload");
        let traffic = policy.continuous_deployment_policy_config.traffic_config;
        let weight = traffic.and_then(|traffic| traffic.single_weight_config);
        let difference = weight.expect("a structure").weight - number;
        assert!(
            number.is_infinite() || difference.abs() < f32::EPSILON,
            "{text}"
        );
    }
}

#[aws_connector(service = "s3control")]
mod s3control {
    #[aws_operation]
    pub(crate) struct DescribeJobRequest<'a> {
        pub(crate) account_id: &'a str,
        pub(crate) job_id: &'a str,
    }
}

/// A map.
#[tokio::test]
async fn maps() {
    let body = "<DescribeJobResult><Job><JobId>J1</JobId><Operation><LambdaInvoke><UserArguments>\
                <entry><key>a</key><value>1</value></entry><entry><key>b</key><value/></entry>\
                </UserArguments></LambdaInvoke></Operation></Job></DescribeJobResult>";
    let server = Server::new(Answer::ok(body));
    let request = s3control::DescribeJobRequest {
        account_id: "123456789012",
        job_id: "J1",
    };
    let answer = server.connector().call(&request).await.expect("an answer");
    let operation = answer
        .job
        .and_then(|job| job.operation)
        .expect("a structure");
    let invoke = operation.lambda_invoke.expect("a structure");
    let arguments = invoke.user_arguments.expect("a map");
    assert_eq!(arguments.get("a").map(String::as_str), Some("1"));
    assert_eq!(arguments.get("b").map(String::as_str), Some(""));
}

/// What is no XML, and what is not what the model says.
#[tokio::test]
async fn unreadable_answers() {
    for body in [
        "{}",
        "<ListBucketResult><KeyCount>x</KeyCount></ListBucketResult>",
    ] {
        let server = Server::new(Answer::ok(body));
        let request = s3::ListObjectsV2Request { bucket: "bucket" };
        let error = server.connector().call(&request).await.expect_err(body);
        assert_eq!(error.kind(), aws_operation::ErrorKind::Response, "{body}");
    }
}
