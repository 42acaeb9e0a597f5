//! What the errors say.

use aws_operation::{ErrorKind, Sent};

use crate::s3::{CreateBucketError, GetObjectError, HeadObjectError};
use crate::{BUCKET, Fixture, Outcome, s3};

/// The model lists the error: it is a variant, and it still is the error that it came from.
#[tokio::test]
async fn a_listed_error_is_a_variant() -> Outcome {
    let fixture = Fixture::start().await?;
    let request = s3::GetObjectRequest {
        bucket: BUCKET,
        key: "no-such-key",
        range: None,
    };
    let error = fixture.connector.call(&request).await.unwrap_err();
    assert!(matches!(error, GetObjectError::NoSuchKey(_)), "{error:?}");
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.sent(), Sent::Yes);
    assert_eq!(error.code(), Some("NoSuchKey"));
    assert_eq!(error.status(), Some(404));
    let line = error.to_string();
    assert!(
        line.starts_with("s3:GetObject in eu-west-1: NoSuchKey"),
        "{line}"
    );

    let request = s3::CreateBucketRequest { bucket: BUCKET };
    let error = fixture.connector.call(&request).await.unwrap_err();
    assert!(
        matches!(error, CreateBucketError::BucketAlreadyExists(_)),
        "{error:?}"
    );
    Ok(())
}

#[tokio::test]
async fn an_error_that_is_not_listed_is_another() -> Outcome {
    let fixture = Fixture::start().await?;
    let request = s3::GetObjectRequest {
        bucket: BUCKET,
        key: "key",
        range: Some("bytes=7-"),
    };
    fixture.put(request.key, b"body").await?;
    let error = fixture.connector.call(&request).await.unwrap_err();
    assert!(matches!(error, GetObjectError::Other(_)), "{error:?}");
    assert_eq!(error.code(), Some("InvalidRange"));
    assert_eq!(error.status(), Some(416));
    Ok(())
}

/// The answer to `HEAD` has no body: the status is all there is.
#[tokio::test]
async fn an_error_without_a_body_has_its_status() -> Outcome {
    let fixture = Fixture::start().await?;
    let request = s3::HeadObjectRequest {
        bucket: BUCKET,
        key: "no-such-key",
    };
    let error = fixture.connector.call(&request).await.unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert!(matches!(error, HeadObjectError::Other(_)), "{error:?}");
    Ok(())
}
