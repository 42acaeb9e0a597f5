//! S3: restXml, with labels, headers, prefixed headers and payloads.

use std::collections::HashMap;

use aws_operation::aws_connector;

use self::api::GetObjectError;
use crate::refusals;
use crate::report::{Outcome, Report, Subject, as_modelled, same};
use crate::server::Server;

#[aws_connector(service = "s3")]
mod api {
    use super::HashMap;

    #[aws_operation]
    pub struct CreateBucketRequest<'a> {
        pub bucket: &'a str,
        pub create_bucket_configuration: CreateBucketConfiguration,
    }

    #[aws_operation]
    pub struct PutObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
        pub body: &'a [u8],
        pub content_type: &'a str,
        pub metadata: HashMap<&'a str, &'a str>,
    }

    #[aws_operation]
    pub struct GetObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
    }

    #[aws_operation]
    pub struct ListObjectsV2Request<'a> {
        pub bucket: &'a str,
        pub prefix: &'a str,
    }

    #[aws_operation]
    pub struct DeleteObjectRequest<'a> {
        pub bucket: &'a str,
        pub key: &'a str,
    }

    #[aws_operation]
    pub struct DeleteBucketRequest<'a> {
        pub bucket: &'a str,
    }
}

const KEY: &str = "a folder/grüße & co.txt";
const BODY: &[u8] = b"hello <S3>";

pub async fn test(server: &Server, report: &mut Report) {
    let (bucket, subject) = (&*server.name, Subject::of::<api::CreateBucketRequest>());
    report.check(subject, "CreateBucket", create(server)).await;
    report.check(subject, "PutObject", put(server)).await;
    report.check(subject, "GetObject", get(server)).await;
    report.check(subject, "ListObjectsV2", list(server)).await;
    report.check(subject, "(error)", missing_key(server)).await;

    // The path is changed: this emulator does not compare a body with the hash that is signed.
    let key = "ten-euros";
    let request = api::DeleteObjectRequest { bucket, key };
    let forgery = [key, "six-euros"];
    refusals::test(server, report, subject, forgery, |it| it.call(&request)).await;

    report.check(subject, "DeleteObject", delete(server)).await;
    let delete_bucket = delete_bucket(server);
    report.check(subject, "DeleteBucket", delete_bucket).await;
}

async fn create(server: &Server) -> Outcome {
    let region = server.connector.region().as_str().into();
    let request = api::CreateBucketRequest {
        bucket: &server.name,
        create_bucket_configuration: api::CreateBucketConfiguration {
            location_constraint: Some(region),
            ..Default::default()
        },
    };
    server.connector.call(&request).await?;
    Ok(None)
}

async fn put(server: &Server) -> Outcome {
    let request = api::PutObjectRequest {
        bucket: &server.name,
        key: KEY,
        body: BODY,
        content_type: "text/plain",
        metadata: HashMap::from([("purpose", "test")]),
    };
    let stored = server.connector.call(&request).await?;
    stored.e_tag.ok_or("no etag")?;
    Ok(None)
}

async fn get(server: &Server) -> Outcome {
    let request = api::GetObjectRequest {
        bucket: &server.name,
        key: KEY,
    };
    let got = server.connector.call(&request).await?;
    let purpose = got.metadata.get("purpose").map(String::as_str);
    same(
        &(got.content_type.as_deref(), purpose),
        &(Some("text/plain"), Some("test")),
    )?;
    same(&*got.body.collect().await?.into_bytes(), BODY)
}

async fn list(server: &Server) -> Outcome {
    let request = api::ListObjectsV2Request {
        bucket: &server.name,
        prefix: "a folder/",
    };
    let listed = server.connector.call(&request).await?;
    let object = listed.contents.first().ok_or("no object")?;
    object.last_modified.as_ref().ok_or("no time")?;
    same(
        &(object.key.as_deref(), object.size),
        &(Some(KEY), Some(10)),
    )
}

/// An error that the model lists is a variant.
async fn missing_key(server: &Server) -> Outcome {
    let request = api::GetObjectRequest {
        bucket: &server.name,
        key: "no-such-key",
    };
    match server.connector.call(&request).await {
        Err(GetObjectError::NoSuchKey(error)) => as_modelled(error.error()),
        other => Err(format!("a missing key led to {other:?}").into()),
    }
}

async fn delete(server: &Server) -> Outcome {
    let request = api::DeleteObjectRequest {
        bucket: &server.name,
        key: KEY,
    };
    server.connector.call(&request).await?;
    Ok(None)
}

async fn delete_bucket(server: &Server) -> Outcome {
    let bucket = &server.name;
    let request = api::DeleteBucketRequest { bucket };
    server.connector.call(&request).await?;
    Ok(None)
}
