//! restXml, requests: S3's payloads.

use aws_operation::{DateTime, aws_connector};

use crate::server::{Answer, Request, Server};

#[aws_connector(service = "s3")]
mod s3 {
    #[aws_operation]
    pub(crate) struct PutBucketTaggingRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) tagging: Tagging,
    }

    #[aws_operation]
    pub(crate) struct PutBucketLifecycleConfigurationRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) lifecycle_configuration: Option<BucketLifecycleConfiguration>,
    }

    #[aws_operation]
    pub(crate) struct PutBucketAclRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) access_control_policy: Option<AccessControlPolicy>,
        pub(crate) acl: Option<BucketCannedAcl>,
    }
}

const S3: &str = "http://s3.amazonaws.com/doc/2006-03-01/";

pub(crate) fn check(request: &Request, method: &str, target: &str, body: &str) {
    assert_eq!((&*request.method, &*request.target), (method, target));
    assert_eq!(request.header("content-type"), Some("application/xml"));
    assert_eq!(request.text(), body);
}

/// A structure is the payload; text is escaped; the checksum that S3 demands is there.
#[tokio::test]
async fn payloads_and_text() {
    let tag = |key: &str, value: &str| s3::Tag {
        key: key.to_owned(),
        value: value.to_owned(),
    };
    let server = Server::new(Answer::status(204, ""));
    let request = s3::PutBucketTaggingRequest {
        bucket: "bucket",
        tagging: s3::Tagging {
            tag_set: vec![tag("<a>&\"b\"", "ä\r\n"), tag("empty", "")],
        },
    };
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    let body = format!(
        "<Tagging xmlns=\"{S3}\"><TagSet>\
         <Tag><Key>&lt;a&gt;&amp;&quot;b&quot;</Key><Value>ä&#xD;&#xA;</Value></Tag>\
         <Tag><Key>empty</Key><Value></Value></Tag>\
         </TagSet></Tagging>"
    );
    check(&request, "PUT", "/bucket?tagging", &body);
    assert!(request.header("x-amz-checksum-crc32").is_some());
}

/// Flattened lists, numbers, booleans, moments, structures in structures.
#[tokio::test]
async fn flattened_lists_numbers_and_timestamps() {
    let moment = |text: &str| text.parse::<DateTime>().ok();
    let transition = |days, class: &str| s3::Transition {
        days: Some(days),
        storage_class: Some(class.into()),
        ..Default::default()
    };
    let rule = s3::LifecycleRule {
        id: Some("rule".to_owned()),
        status: s3::ExpirationStatus::Enabled,
        filter: Some(s3::LifecycleRuleFilter {
            prefix: Some(String::new()),
            object_size_greater_than: Some(5_000_000_000),
            ..Default::default()
        }),
        expiration: Some(s3::LifecycleExpiration {
            date: moment("2024-02-29T00:00:00Z"),
            expired_object_delete_marker: Some(false),
            ..Default::default()
        }),
        transitions: Some(vec![
            transition(30, "GLACIER"),
            transition(90, "DEEP_ARCHIVE"),
        ]),
        ..Default::default()
    };
    let server = Server::new(Answer::ok(""));
    let request = s3::PutBucketLifecycleConfigurationRequest {
        bucket: "bucket",
        lifecycle_configuration: Some(s3::BucketLifecycleConfiguration { rules: vec![rule] }),
    };
    server.connector().call(&request).await.expect("a call");
    let body = format!(
        "<LifecycleConfiguration xmlns=\"{S3}\"><Rule>\
         <Expiration><Date>2024-02-29T00:00:00Z</Date>\
         <ExpiredObjectDeleteMarker>false</ExpiredObjectDeleteMarker></Expiration>\
         <ID>rule</ID>\
         <Filter><Prefix></Prefix><ObjectSizeGreaterThan>5000000000</ObjectSizeGreaterThan></Filter>\
         <Status>Enabled</Status>\
         <Transition><Days>30</Days><StorageClass>GLACIER</StorageClass></Transition>\
         <Transition><Days>90</Days><StorageClass>DEEP_ARCHIVE</StorageClass></Transition>\
         </Rule></LifecycleConfiguration>"
    );
    check(&server.request(), "PUT", "/bucket?lifecycle", &body);
}

/// An attribute with a prefix, the namespace of the prefix, a list with a name of its own.
#[tokio::test]
async fn attributes_and_namespaces() {
    let grant = s3::Grant {
        grantee: Some(s3::Grantee {
            r#type: "CanonicalUser".into(),
            id: Some("u".to_owned()),
            ..Default::default()
        }),
        permission: Some("READ".into()),
    };
    let server = Server::new(Answer::ok(""));
    let request = s3::PutBucketAclRequest {
        bucket: "bucket",
        access_control_policy: Some(s3::AccessControlPolicy {
            grants: Some(vec![grant]),
            ..Default::default()
        }),
        acl: None,
    };
    server.connector().call(&request).await.expect("a call");
    let body = format!(
        "<AccessControlPolicy xmlns=\"{S3}\"><AccessControlList><Grant>\
         <Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CanonicalUser\">\
         <ID>u</ID></Grantee>\
         <Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>"
    );
    check(&server.request(), "PUT", "/bucket?acl", &body);
}

/// A payload that is unset is no body.
#[tokio::test]
async fn no_payload() {
    let server = Server::new(Answer::ok(""));
    let request = s3::PutBucketAclRequest {
        bucket: "bucket",
        access_control_policy: None,
        acl: Some(s3::BucketCannedAcl::Private),
    };
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    assert_eq!((request.text(), request.header("content-type")), ("", None));
    assert_eq!(request.header("x-amz-acl"), Some("private"));
}
