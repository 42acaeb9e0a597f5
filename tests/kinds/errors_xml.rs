//! restXml's errors: S3's without an envelope, the others' in one.

use aws_operation::{ErrorKind, aws_connector};

use self::route53::ChangeResourceRecordSetsError;
use self::s3::{GetObjectError, HeadObjectError};
use crate::server::{Answer, Server};

#[aws_connector(service = "s3")]
mod s3 {
    #[aws_operation]
    pub(crate) struct GetObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
    }

    #[aws_operation]
    pub(crate) struct HeadObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
    }
}

#[aws_connector(service = "route53")]
mod route53 {
    #[aws_operation]
    pub(crate) struct ChangeResourceRecordSetsRequest<'a> {
        pub(crate) hosted_zone_id: &'a str,
        pub(crate) change_batch: ChangeBatch,
    }
}

async fn get_object(status: u16, body: &str) -> GetObjectError {
    let server = Server::new(
        Answer::status(status, body)
            .header("x-amz-request-id", "R1")
            .header("x-amz-id-2", "R2"),
    );
    let request = s3::GetObjectRequest {
        bucket: "bucket",
        key: "key",
    };
    let answer = server.connector().call(&request).await;
    answer.map(|_| ()).expect_err("an error")
}

async fn change(status: u16, body: &str) -> ChangeResourceRecordSetsError {
    let server = Server::new(Answer::status(status, body).header("x-amzn-requestid", "R1"));
    let request = route53::ChangeResourceRecordSetsRequest {
        hosted_zone_id: "Z1",
        change_batch: route53::ChangeBatch::default(),
    };
    server
        .connector()
        .call(&request)
        .await
        .expect_err("an error")
}

/// An error without members is a variant, too; both ids of the request are there.
#[tokio::test]
async fn modelled_errors_of_s3() {
    let body = "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code>\
                <Message>The key is not there</Message><Key>key</Key></Error>";
    let error = get_object(404, body).await;
    let GetObjectError::NoSuchKey(error) = &error else {
        panic!("{error:?}")
    };
    let error = error.error();
    assert_eq!(error.message(), Some("The key is not there"));
    assert_eq!(
        (error.status(), error.request_id()),
        (Some(404), Some("R1"))
    );
    assert_eq!(error.extended_request_id(), Some("R2"));
}

/// The members of S3's errors stand beside the code.
#[tokio::test]
async fn members_of_errors_of_s3() {
    let body = "<Error><Code>InvalidObjectState</Code><Message>archived</Message>\
                <StorageClass>GLACIER</StorageClass></Error>";
    let error = get_object(403, body).await;
    let GetObjectError::InvalidObjectState(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.storage_class, Some(s3::StorageClass::Glacier));
    assert_eq!(error.access_tier, None);
}

/// A code that the operation does not list.
#[tokio::test]
async fn unknown_codes_are_other() {
    let error = get_object(403, "<Error><Code>AccessDenied</Code></Error>").await;
    let GetObjectError::Other(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (error.kind(), error.code()),
        (ErrorKind::Service, Some("AccessDenied"))
    );
    assert_eq!(error.message(), None);
}

/// The answer to HEAD has no body: 404 is `NotFound`, the others have their status alone.
#[tokio::test]
async fn errors_without_a_body() {
    for (status, code) in [(404, Some("NotFound")), (403, None)] {
        let server = Server::new(Answer::status(status, ""));
        let request = s3::HeadObjectRequest {
            bucket: "bucket",
            key: "key",
        };
        let error = server
            .connector()
            .call(&request)
            .await
            .expect_err("an error");
        assert_eq!((error.status(), error.code()), (Some(status), code));
        assert!(
            !matches!(error, HeadObjectError::Other(_))
                || status == 403
                || code == Some("NotFound")
        );
    }
}

/// The others' errors are in an envelope, with the members inside.
#[tokio::test]
async fn members_of_errors_in_an_envelope() {
    let body = "<ErrorResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Error>\
                <Type>Sender</Type><Code>InvalidChangeBatch</Code><Message>bad batch</Message>\
                <messages><Message>one</Message><Message>two</Message></messages>\
                </Error><RequestId>R1</RequestId></ErrorResponse>";
    let error = change(400, body).await;
    assert_eq!(error.code(), Some("InvalidChangeBatch"));
    assert_eq!(error.message(), Some("bad batch"));
    assert_eq!(error.request_id(), Some("R1"));
    let ChangeResourceRecordSetsError::InvalidChangeBatch(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.messages, ["one", "two"]);
}

/// Route 53 sends this one without an envelope, and its members with another first letter.
#[tokio::test]
async fn members_of_errors_without_an_envelope() {
    let body = "<?xml version=\"1.0\"?>\n<InvalidChangeBatch \
                xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Messages>\
                <Message>one</Message><Message>two</Message></Messages></InvalidChangeBatch>";
    let error = change(400, body).await;
    assert_eq!(error.code(), Some("InvalidChangeBatch"));
    assert_eq!(error.message(), Some("one; two"));
    let ChangeResourceRecordSetsError::InvalidChangeBatch(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(error.messages, ["one", "two"]);
}

/// A code that the operation does not list, in an envelope.
#[tokio::test]
async fn unknown_codes_in_an_envelope_are_other() {
    let body = "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error>\
                <RequestId>R1</RequestId></ErrorResponse>";
    let error = change(400, body).await;
    assert!(
        matches!(error, ChangeResourceRecordSetsError::Other(_)),
        "{error:?}"
    );
    assert_eq!(
        (error.code(), error.message()),
        (Some("Throttling"), Some("Rate exceeded"))
    );
}

/// The page of a proxy has no code.
#[tokio::test]
async fn pages_of_proxies_are_other() {
    let error = get_object(502, "<html><body>Bad gateway</body></html>").await;
    let GetObjectError::Other(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        (error.kind(), error.status(), error.code()),
        (ErrorKind::Service, Some(502), None)
    );
}
