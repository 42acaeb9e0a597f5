//! Answers of which only a part is read, restXml: headers, bodies and live streams.

use aws_operation::{ByteStream, aws_operation, aws_shape};

use crate::server::{Answer, Server};

#[aws_operation(
    service = "s3",
    operation = "ListObjectsV2",
    response = { contents { key, owner { id } }, is_truncated, common_prefixes }
)]
struct ListRequest<'a> {
    bucket: &'a str,
}

/// Only what was chosen has a type.
#[tokio::test]
async fn chosen() {
    let server = Server::new(Answer::ok(
        "<ListBucketResult><Name>bucket</Name><MaxKeys>no number</MaxKeys>\
         <IsTruncated>true</IsTruncated>\
         <Contents><Key>a</Key><Size>1</Size><Owner><ID>me</ID><DisplayName>x</DisplayName></Owner></Contents>\
         <Contents><Key>b</Key></Contents>\
         <CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes></ListBucketResult>",
    ));
    let request = ListRequest { bucket: "bucket" };
    let list::ListResponse {
        contents,
        is_truncated,
        common_prefixes,
    } = server.connector().call(&request).await.expect("a call");

    assert_eq!(is_truncated, Some(true));
    assert_eq!(common_prefixes[0].prefix.as_deref(), Some("p/"));
    let [a, b] = contents.try_into().expect("two objects");
    let list::Object { key, owner } = a;
    assert_eq!(key.as_deref(), Some("a"));
    let list::Owner { id } = owner.expect("an owner");
    assert_eq!(id.as_deref(), Some("me"));
    assert_eq!((b.key.as_deref(), b.owner.is_none()), (Some("b"), true));
}

#[aws_operation(
    service = "s3",
    operation = "GetObject",
    response = { e_tag, metadata }
)]
struct GetETagRequest<'a> {
    bucket: &'a str,
    key: &'a str,
}

/// A payload that nobody wants is not taken for something else.
#[tokio::test]
async fn without_its_payload() {
    let answer = Answer::ok("<no XML").header("etag", "\"tag\"");
    let server = Server::new(answer.header("x-amz-meta-a", "b"));
    let request = GetETagRequest {
        bucket: "bucket",
        key: "key",
    };
    let answer = server.connector().call(&request).await.expect("a call");
    assert_eq!(answer.e_tag.as_deref(), Some("\"tag\""));
    assert_eq!(answer.metadata["a"], "b");
}

#[aws_shape(service = "s3", shape = "GetObjectOutput")]
struct Object {
    body: ByteStream,
    content_length: i64,
}

#[aws_operation(service = "s3", operation = "GetObject", response = Object)]
struct GetObjectRequest<'a> {
    bucket: &'a str,
    key: &'a str,
}

/// A live stream in a type of the user's.
#[tokio::test]
async fn with_its_payload() {
    let server = Server::new(Answer::ok("streamed"));
    let request = GetObjectRequest {
        bucket: "bucket",
        key: "key",
    };
    let object = server.connector().call(&request).await.expect("a call");
    assert_eq!(object.content_length, 8);
    let body = object.body.collect().await.expect("the whole body");
    assert_eq!(body.into_bytes(), "streamed");
}

#[aws_shape(service = "s3", shape = "GetObjectOutput")]
struct Cached {
    expires: Option<aws_operation::DateTime>,
    e_tag: Option<String>,
}

#[aws_operation(service = "s3", operation = "GetObject", response = Cached)]
struct GetExpiryRequest<'a> {
    bucket: &'a str,
    key: &'a str,
}

/// S3 sends whatever was stored, a date or not.
#[tokio::test]
async fn free_texts_in_the_place_of_dates() {
    let answer = Answer::ok("").header("expires", "never");
    let server = Server::new(answer.header("etag", "tag"));
    let request = GetExpiryRequest {
        bucket: "bucket",
        key: "key",
    };
    let cached = server.connector().call(&request).await.expect("a call");
    assert_eq!(
        (cached.expires, cached.e_tag.as_deref()),
        (None, Some("tag"))
    );
}

#[aws_shape(service = "s3", shape = "GetBucketLocationOutput")]
struct Location {
    location_constraint: Option<String>,
}

#[aws_operation(service = "s3", operation = "GetBucketLocation", response = Location)]
struct LocateRequest<'a> {
    bucket: &'a str,
}

/// The one answer whose only member is the root.
#[tokio::test]
async fn a_bare_location() {
    let body = "<LocationConstraint>eu-west-1</LocationConstraint>";
    let server = Server::new(Answer::ok(body));
    let request = LocateRequest { bucket: "bucket" };
    let location = server.connector().call(&request).await.expect("a call");
    assert_eq!(location.location_constraint.as_deref(), Some("eu-west-1"));
}
