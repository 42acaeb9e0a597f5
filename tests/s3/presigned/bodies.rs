//! What a URL says of the body that it is sent with.

use aws_operation::{ByteStream, aws_connector};
use http::Request;

use super::{HOUR, KEY, send};
use crate::{BUCKET, Fixture, Outcome};

/// S3, as far as these tests need it.
#[aws_connector(service = "s3")]
mod s3 {
    use super::ByteStream;

    #[aws_operation]
    #[derive(Clone, Default)]
    pub(crate) struct PutObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) body: &'a [u8],
        pub(crate) checksum_algorithm: Option<ChecksumAlgorithm>,
        #[aws(member = "ChecksumSHA256")]
        pub(crate) checksum_sha256: Option<&'a str>,
        pub(crate) content_length: Option<i64>,
        pub(crate) content_type: Option<&'a str>,
    }

    #[aws_operation(operation = "PutObject", function = "upload")]
    pub(crate) struct UploadRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) body: ByteStream,
        pub(crate) content_length: Option<i64>,
    }

    #[aws_operation]
    pub(crate) struct GetObjectRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) key: &'a str,
        pub(crate) checksum_mode: Option<ChecksumMode>,
    }

    #[aws_operation]
    pub(crate) struct DeleteObjectsRequest<'a> {
        pub(crate) bucket: &'a str,
        pub(crate) delete: Delete,
    }
}

/// A body that is not there yet has no length, no type and no checksum but those that the caller
/// gave.
#[tokio::test]
async fn an_upload_is_bound_to_what_was_said_of_it_only() -> Outcome {
    let fixture = Fixture::start().await?;
    let call = |request: &s3::PutObjectRequest<'_>| fixture.connector.call(request).presign(HOUR);
    let nothing = s3::PutObjectRequest {
        bucket: BUCKET,
        key: KEY,
        ..Default::default()
    };
    let open = [
        call(&nothing).await?,
        call(&s3::PutObjectRequest {
            body: b"a first draft",
            ..nothing.clone()
        })
        .await?,
        fixture
            .connector
            .call_owned(s3::UploadRequest {
                bucket: BUCKET,
                key: KEY,
                body: ByteStream::from_static(b""),
                content_length: None,
            })
            .presign(HOUR)
            .await?,
    ];
    for open in open {
        assert!(open.headers().is_empty(), "{:?}", open.headers());
        let (status, body) = send(Request::from(open).map(|_| "miaow")).await?;
        assert_eq!(status, 200, "{body}");
    }

    let bound = call(&s3::PutObjectRequest {
        content_length: Some(5),
        content_type: Some("text/plain"),
        ..nothing.clone()
    })
    .await?;
    assert_eq!(bound.headers()["content-length"], "5");
    assert_eq!(bound.headers()["content-type"], "text/plain");
    for (body, is_taken) in [("miaow", true), ("miaow, and more", false)] {
        let (status, _) = send(Request::from(bound.clone()).map(|_| body)).await?;
        assert_eq!(status == 200, is_taken, "{body}: {status}");
    }
    Ok(())
}

#[tokio::test]
async fn an_upload_is_bound_to_a_checksum_that_was_asked_for() -> Outcome {
    let fixture = Fixture::start().await?;
    let request = s3::PutObjectRequest {
        bucket: BUCKET,
        key: KEY,
        ..Default::default()
    };
    let call = |request: &s3::PutObjectRequest<'_>| fixture.connector.call(request).presign(HOUR);
    let (algorithm, sha256) = (
        s3::ChecksumAlgorithm::Sha256,
        "RkSR6yV8nglJXpNqP5hBYAyayEsytKtxGWywczqCbvw=",
    );
    for bound in [
        s3::PutObjectRequest {
            checksum_algorithm: Some(algorithm.clone()),
            body: b"miaow",
            ..request.clone()
        },
        s3::PutObjectRequest {
            checksum_sha256: Some(sha256),
            ..request.clone()
        },
    ] {
        let upload = call(&bound).await?;
        assert_eq!(upload.headers()["x-amz-checksum-sha256"], sha256);
        for (body, is_taken) in [("miaow", true), ("other", false)] {
            let (status, answer) = send(Request::from(upload.clone()).map(|_| body)).await?;
            assert_eq!(status == 200, is_taken, "{body}: {answer}");
        }
    }

    let error = call(&s3::PutObjectRequest {
        checksum_algorithm: Some(algorithm),
        ..request.clone()
    })
    .await
    .expect_err("there is no body");
    assert!(error.to_string().contains("not at hand"), "{error}");
    Ok(())
}

/// S3 refuses some requests without a checksum of what they say.
#[tokio::test]
async fn a_body_is_sent_with_the_checksum_that_it_needs() -> Outcome {
    let fixture = Fixture::start().await?;
    fixture.put(KEY, b"miaow").await?;
    let request = s3::DeleteObjectsRequest {
        bucket: BUCKET,
        delete: s3::Delete {
            objects: vec![s3::ObjectIdentifier {
                key: KEY.to_owned(),
                ..Default::default()
            }],
            ..Default::default()
        },
    };
    let presigned = fixture.connector.call(&request).presign(HOUR).await?;
    let headers = presigned.headers();
    assert!(headers.contains_key("x-amz-checksum-crc32"), "{headers:?}");
    let (status, body) = send(presigned.into()).await?;
    assert_eq!(status, 200, "{body}");
    assert!(fixture.get(KEY).await.is_err(), "it is gone");
    Ok(())
}

/// A URL alone is enough: what the signer leaves out is no header that others would have to send.
#[tokio::test]
async fn the_mode_of_checksums_is_in_the_url() -> Outcome {
    let fixture = Fixture::start().await?;
    fixture.put(KEY, b"miaow").await?;
    let request = s3::GetObjectRequest {
        bucket: BUCKET,
        key: KEY,
        checksum_mode: Some(s3::ChecksumMode::Enabled),
    };
    let presigned = fixture.connector.call(&request).presign(HOUR).await?;
    let url = presigned.url();
    assert!(url.contains("x-amz-checksum-mode=ENABLED&"), "{url}");
    assert!(presigned.headers().is_empty());
    assert_eq!(send(presigned.into()).await?, (200, "miaow".to_owned()));
    Ok(())
}
