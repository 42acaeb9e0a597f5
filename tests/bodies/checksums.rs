//! What the macro says of an operation's checksums.

use aws_operation::{ByteStream, ChecksumMismatch, RequestChecksumCalculation, aws_operation};

use crate::server::Server;
use crate::{GET, put, s3};

#[aws_operation(service = "s3control")]
pub(crate) struct DeleteAccessGrantRequest<'a> {
    pub(crate) account_id: &'a str,
    pub(crate) access_grant_id: &'a str,
}

#[tokio::test]
async fn one_that_is_supported() {
    let server = Server::new([(200, "", "")]);
    let request = put(ByteStream::from_static(b"123456789"));
    server.connector.call_owned(request).await.expect("a call");
    let request = server.request();
    assert_eq!(request.header("x-amz-checksum-crc32"), Some("y/q5jg=="));
    assert_eq!(
        request.header("x-amz-sdk-checksum-algorithm"),
        Some("crc32")
    );
    assert_eq!(request.body, b"123456789");

    let server = Server::new([(200, "", "")]);
    let request = s3::PutObjectRequest {
        checksum_algorithm: Some(s3::ChecksumAlgorithm::Crc64Nvme),
        ..put(ByteStream::from_static(b"123456789"))
    };
    server.connector.call_owned(request).await.expect("a call");
    let request = server.request();
    assert_eq!(
        request.header("x-amz-checksum-crc64nvme"),
        Some("rosuhgp5mig=")
    );
    assert_eq!(request.header("x-amz-checksum-crc32"), None);
}

#[tokio::test]
async fn one_that_is_required() {
    let server = Server::new([(200, "", "<DeleteResult/>")]);
    let objects = vec![s3::ObjectIdentifier {
        key: "key".to_owned(),
        ..s3::ObjectIdentifier::default()
    }];
    let request = s3::DeleteObjectsRequest {
        bucket: "bucket",
        delete: s3::Delete {
            objects,
            quiet: None,
        },
    };
    let config = server
        .config
        .clone()
        .with_request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    let connector = server.connector.clone().client_config(&config);
    connector.call(&request).await.expect("a call");
    let request = server.request();
    assert!(request.header("x-amz-checksum-crc32").is_some());
}

/// The body is empty, and has an MD5 all the same.
#[tokio::test]
async fn one_that_is_md5() {
    let server = Server::new([(204, "", "")]);
    let request = DeleteAccessGrantRequest {
        account_id: "111122223333",
        access_grant_id: "a",
    };
    server.connector.call(&request).await.expect("a call");
    let request = server.request();
    let md5 = "1B2M2Y8AsgTpgAmY7PhCfg==";
    assert_eq!(request.header("content-md5"), Some(&*md5.to_lowercase()));
    assert_eq!(request.header("x-amz-checksum-crc32"), None);
}

#[tokio::test]
async fn that_of_an_answer() {
    let server = Server::new([
        (200, "x-amz-checksum-crc32: y/Q5Jg==\r\n", "123456789"),
        (200, "x-amz-checksum-crc32: y/Q5Jg==\r\n", "123456780"),
    ]);
    let object = server.connector.call(&GET).await.expect("an answer");
    assert_eq!(object.checksum_crc32.as_deref(), Some("y/Q5Jg=="));
    let body = object.body.collect().await.expect("a body");
    assert_eq!(body.to_vec(), b"123456789");

    let object = server.connector.call(&GET).await.expect("an answer");
    let error = object.body.collect().await.expect_err("another body");
    let mut source = std::error::Error::source(&error);
    let mismatch = loop {
        let cause = source.expect("a mismatch");
        if let Some(mismatch) = cause.downcast_ref::<ChecksumMismatch>() {
            break mismatch;
        }
        source = cause.source();
    };
    assert_eq!(mismatch.expected(), "y/Q5Jg==");
    assert_ne!(mismatch.found(), mismatch.expected());
    for request in server.requests() {
        assert_eq!(request.header("x-amz-checksum-mode"), Some("enabled"));
    }
}
