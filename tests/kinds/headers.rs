//! restXml: what travels in the path, the query and the headers.

use std::collections::{BTreeMap, HashMap};

use aws_operation::{DateTime, aws_connector};

use crate::server::{Answer, Server};

#[aws_connector(service = "s3")]
mod s3 {
    use super::{BTreeMap, DateTime};

    #[aws_operation]
    pub(crate) struct PutObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) body: &'a [u8],
        pub(crate) acl: Option<ObjectCannedAcl>,
        pub(crate) bucket_key_enabled: Option<bool>,
        pub(crate) content_disposition: Option<&'a str>,
        pub(crate) expires: Option<DateTime>,
        pub(crate) metadata: Option<BTreeMap<&'a str, &'a str>>,
        pub(crate) object_lock_retain_until_date: Option<DateTime>,
        pub(crate) write_offset_bytes: Option<i64>,
    }

    #[aws_operation]
    pub(crate) struct HeadObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) if_modified_since: Option<DateTime>,
        pub(crate) part_number: Option<i32>,
        pub(crate) response_expires: Option<DateTime>,
        pub(crate) response_content_type: Option<&'a str>,
        pub(crate) version_id: Option<&'a str>,
    }

    #[aws_operation]
    pub(crate) struct GetObjectAttributesRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) object_attributes: Vec<ObjectAttributes>,
        pub(crate) max_parts: Option<i32>,
    }
}

fn moment(text: &str) -> DateTime {
    text.parse().expect("a moment")
}

/// Text, enum, boolean, number, both formats of moments, and a map.
#[tokio::test]
async fn headers_of_requests() {
    let server = Server::new(Answer::ok(""));
    let request = s3::PutObjectRequest {
        bucket: "bucket",
        key: "key",
        body: b"body",
        acl: Some(s3::ObjectCannedAcl::PublicRead),
        bucket_key_enabled: Some(false),
        content_disposition: Some("attachment; filename=\"a, b.txt\""),
        expires: Some(moment("2024-02-29T12:30:00Z")),
        metadata: Some(BTreeMap::from([("Owner", "Ada"), ("purpose", "a b, c")])),
        object_lock_retain_until_date: Some(moment("2024-02-29T12:30:00.5Z")),
        write_offset_bytes: Some(5_000_000_000),
    };
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    assert_eq!((&*request.method, &*request.target), ("PUT", "/bucket/key"));
    assert_eq!(request.body, b"body");
    for (name, value) in [
        ("content-length", "4"),
        ("content-type", "application/octet-stream"),
        ("x-amz-acl", "public-read"),
        ("x-amz-server-side-encryption-bucket-key-enabled", "false"),
        ("content-disposition", "attachment; filename=\"a, b.txt\""),
        ("expires", "Thu, 29 Feb 2024 12:30:00 GMT"),
        ("x-amz-meta-owner", "Ada"),
        ("x-amz-meta-purpose", "a b, c"),
        (
            "x-amz-object-lock-retain-until-date",
            "2024-02-29T12:30:00.5Z",
        ),
        ("x-amz-write-offset-bytes", "5000000000"),
    ] {
        assert_eq!(request.header(name), Some(value), "{name}");
    }
    assert_eq!(request.header("cache-control"), None);
}

/// A greedy label keeps its slashes; everything else that a path does not take is encoded.
#[tokio::test]
async fn labels() {
    for (key, path) in [
        ("a/b//c.txt", "a/b//c.txt"),
        ("/lead/", "/lead/"),
        ("with space+plus", "with%20space%2Bplus"),
        ("ä/日本", "%C3%A4/%E6%97%A5%E6%9C%AC"),
        ("q?a=b&c#d%20", "q%3Fa%3Db%26c%23d%2520"),
        ("~-._'()*!:@", "~-._%27%28%29%2A%21%3A%40"),
        ("../up/./here", "../up/./here"),
    ] {
        let server = Server::new(Answer::ok(""));
        server.connector().call(&head(key)).await.expect("a call");
        assert_eq!(server.request().target, format!("/bucket/{path}"), "{key}");
    }
}

fn head(key: &str) -> s3::HeadObjectRequest<'_> {
    s3::HeadObjectRequest {
        bucket: "bucket",
        key,
        if_modified_since: None,
        part_number: None,
        response_expires: None,
        response_content_type: None,
        version_id: None,
    }
}

/// A label that is empty would be another path.
#[tokio::test]
async fn empty_labels_are_refused() {
    let server = Server::new(Answer::ok(""));
    let error = server
        .connector()
        .call(&head(""))
        .await
        .expect_err("no path");
    assert_eq!(error.kind(), aws_operation::ErrorKind::Construction);
    assert!(error.to_string().contains("Key"), "{error}");
}

/// Text, number and moment; a HEAD request has no body, and its answer has none.
#[tokio::test]
async fn queries() {
    let server = Server::new(Answer::ok("").header("content-length", "123"));
    let request = s3::HeadObjectRequest {
        if_modified_since: Some(moment("2024-02-29T12:30:00Z")),
        part_number: Some(7),
        response_expires: Some(moment("2024-02-29T12:30:00Z")),
        response_content_type: Some("text/plain; a&b=c d"),
        version_id: Some("v/1+"),
        ..head("key")
    };
    let answer = server.connector().call(&request).await.expect("a call");
    assert_eq!(answer.content_length, Some(123));

    let request = server.request();
    assert_eq!((&*request.method, request.body.len()), ("HEAD", 0));
    assert_eq!(
        request.header("if-modified-since"),
        Some("Thu, 29 Feb 2024 12:30:00 GMT")
    );
    let (path, query) = request.target.split_once('?').expect("a query");
    assert_eq!(path, "/bucket/key");
    let mut pairs: Vec<&str> = query.split('&').collect();
    pairs.sort_unstable();
    assert_eq!(
        pairs,
        [
            "partNumber=7",
            "response-content-type=text%2Fplain%3B%20a%26b%3Dc%20d",
            "response-expires=Thu%2C%2029%20Feb%202024%2012%3A30%3A00%20GMT",
            "versionId=v%2F1%2B",
        ]
    );
}

/// A list in a header.
#[tokio::test]
async fn lists_in_headers() {
    use s3::ObjectAttributes;

    let server = Server::new(Answer::ok("<GetObjectAttributesResponse/>"));
    let request = s3::GetObjectAttributesRequest {
        bucket: "bucket",
        key: "key",
        object_attributes: vec![ObjectAttributes::ETag, ObjectAttributes::ObjectSize],
        max_parts: Some(3),
    };
    server.connector().call(&request).await.expect("a call");
    let request = server.request();
    let list = request
        .header("x-amz-object-attributes")
        .map(|list| list.replace(' ', ""));
    assert_eq!(list.as_deref(), Some("ETag,ObjectSize"));
    assert_eq!(request.header("x-amz-max-parts"), Some("3"));
    assert_eq!(request.target, "/bucket/key?attributes");
}

/// Text, enum, boolean, numbers, both formats of moments, and a map.
#[tokio::test]
async fn headers_of_answers() {
    let server = Server::new(
        Answer::ok("")
            .header("content-length", "5000000000")
            .header("ETag", "\"abc\"")
            .header("Last-Modified", "Thu, 29 Feb 2024 12:30:00 GMT")
            .header(
                "x-amz-object-lock-retain-until-date",
                "2024-02-29T12:30:00.500Z",
            )
            .header("x-amz-object-lock-mode", "FOREVER")
            .header("x-amz-delete-marker", "true")
            .header("x-amz-mp-parts-count", "12")
            .header("x-amz-meta-owner", "Ada")
            .header("X-Amz-Meta-Purpose", "a, b"),
    );
    let answer = server.connector().call(&head("key")).await.expect("a call");
    assert_eq!(answer.content_length, Some(5_000_000_000));
    assert_eq!(answer.e_tag.as_deref(), Some("\"abc\""));
    assert_eq!(answer.last_modified, Some(moment("2024-02-29T12:30:00Z")));
    assert_eq!(
        answer.object_lock_retain_until_date,
        Some(moment("2024-02-29T12:30:00.5Z"))
    );
    assert_eq!(answer.object_lock_mode, Some("FOREVER".into()));
    assert_eq!(answer.delete_marker, Some(true));
    assert_eq!(answer.parts_count, Some(12));
    let metadata = [("owner", "Ada"), ("purpose", "a, b")];
    let metadata = metadata.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(answer.metadata, HashMap::from(metadata));
    assert_eq!(answer.cache_control, None);
}
