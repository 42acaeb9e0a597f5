//! Streams that are sent.

use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener};

use aws_operation::{ByteStream, ErrorKind, Sent, aws_operation, stream};
use bytes::Bytes;
use futures_util::stream::iter;
use tempfile::NamedTempFile;

use crate::server::Server;
use crate::{put, s3};

/// Of Omics, which takes only streams that know their length.
#[aws_operation(service = "omics")]
pub(crate) struct UploadReadSetPartRequest<'a> {
    pub(crate) sequence_store_id: &'a str,
    pub(crate) upload_id: &'a str,
    pub(crate) part_source: &'a str,
    pub(crate) part_number: i32,
    pub(crate) payload: ByteStream,
}

/// Of CloudSearch, which is nothing special.
#[aws_operation(service = "cloudsearchdomain")]
pub(crate) struct UploadDocumentsRequest {
    pub(crate) content_type: String,
    pub(crate) documents: ByteStream,
}

fn file(content: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a file");
    file.write_all(content).expect("its content");
    file
}

/// A stream that is gone once it is read.
fn chunks(length: Option<u64>) -> ByteStream {
    let chunks = ["Hello", " ", "world"].map(|chunk| Ok::<_, io::Error>(Bytes::from(chunk)));
    stream::from_stream(iter(chunks), length)
}

#[tokio::test]
async fn a_file_is_read_again() {
    let file = file(b"Hello world");
    let server = Server::new([(503, "", ""), (200, "", "")]);
    let body = ByteStream::from_path(file.path()).await.expect("a file");
    let request = put(body);
    server.connector.call_owned(request).await.expect("a call");
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    for request in requests {
        let body = String::from_utf8(request.body).expect("text");
        assert!(body.contains("\r\nHello world\r\n0;"), "{body}");
        assert!(
            body.contains("\r\nx-amz-checksum-crc32:i9aeUg==\r\n"),
            "{body}"
        );
    }
}

#[tokio::test]
async fn a_stream_is_read_once() {
    let server = Server::new([(503, "", "")]);
    let request = s3::PutObjectRequest {
        content_length: Some(11),
        ..put(chunks(None))
    };
    let error = server.connector.call_owned(request).await.expect_err("503");
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!((error.status(), error.attempts()), (Some(503), 1));
    let request = server.request();
    assert_eq!(request.header("x-amz-decoded-content-length"), Some("11"));
}

#[tokio::test]
async fn a_reader_is_a_stream() {
    for (reader, length) in [
        (&b"Hello world"[..], Some(11)),
        (b"Hello world", None),
        (b"", Some(0)),
    ] {
        let server = Server::new([(200, "", "")]);
        let request = s3::PutObjectRequest {
            content_length: length.is_none().then_some(11),
            ..put(stream::from_reader(reader, length))
        };
        server.connector.call_owned(request).await.expect("a call");
        let body = String::from_utf8(server.request().body).expect("text");
        assert_eq!(body.contains("\r\nHello world\r\n0;"), !reader.is_empty());
    }
}

/// Nothing is sent, or nothing that the server could take for the whole.
#[tokio::test]
async fn a_length_that_does_not_hold() {
    for (length, words) in [
        (None, "set `content_length`"),
        (Some(10), "`length` is 10, but the stream has more"),
        (Some(12), "`length` is 12, but the stream has 11 bytes"),
    ] {
        // It takes connections, and does not answer.
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (connector, _) = crate::server::connector(port);
        let request = put(chunks(length));
        let error = connector.call_owned(request).await.expect_err("a length");
        assert_eq!(error.kind(), ErrorKind::Construction);
        assert_eq!(error.sent() == Sent::No, length.is_none());
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[tokio::test]
async fn a_service_that_requires_the_length() {
    let request = |payload| UploadReadSetPartRequest {
        sequence_store_id: "1",
        upload_id: "2",
        part_source: "SOURCE1",
        part_number: 1,
        payload,
    };
    let (connector, _) = crate::server::connector(9);
    let refused = connector.call_owned(request(chunks(None))).await;
    let refused = refused.expect_err("no length");
    assert_eq!(refused.sent(), Sent::No);
    let text = "`omics` needs to know how long the stream is; give one that knows its own";
    assert!(refused.to_string().contains(text), "{refused}");

    let server = Server::new([(200, "", r#"{"checksum": "c"}"#)]);
    let known = request(chunks(Some(11)));
    server.connector.call_owned(known).await.expect("a call");
    let request = server.request();
    assert_eq!(request.header("content-length"), Some("11"));
    assert_eq!(request.header("transfer-encoding"), None);
    assert_eq!(request.body, b"Hello world");
}

/// What can be read twice is signed with its hash by services other than S3; the header is for what
/// is not.
#[tokio::test]
async fn a_file_is_hashed_and_a_stream_is_not() {
    let file = file(b"Hello world");
    let file = ByteStream::from_path(file.path()).await.expect("a file");
    let unsigned = Some("unsigned-payload");
    for (documents, expected) in [(file, None), (chunks(Some(11)), unsigned)] {
        let server = Server::new([(200, "", "{}")]);
        let request = UploadDocumentsRequest {
            content_type: "application/json".to_owned(),
            documents,
        };
        server.connector.call_owned(request).await.expect("a call");
        let request = server.request();
        assert_eq!(request.header("x-amz-content-sha256"), expected);
        assert_eq!(request.body, b"Hello world");
    }
}
