//! What is written can be read.

use std::collections::HashMap;
use std::io::Write;

use aws_operation::ByteStream;
use tempfile::NamedTempFile;
use tokio::task::JoinSet;

use crate::{BUCKET, Fixture, Outcome, s3};

/// The key is in the path, and the path is signed: every character has to be encoded the same way
/// in both.
#[tokio::test]
async fn keys_of_all_kinds_come_back() -> Outcome {
    let fixture = Fixture::start().await?;
    let keys = [
        "plain",
        "a folder/with spaces",
        "grüße/日本語",
        "a+b&c=d;e,f:g@h",
        "100%25 (sure)!*'~",
        "#not-a-fragment?nor=a-query",
        "\"quoted\" <and> [more]{}|^`",
    ];
    for key in keys {
        fixture.put(key, key.as_bytes()).await?;
        assert_eq!(fixture.get(key).await?, key.as_bytes(), "{key}");
    }
    Ok(())
}

#[tokio::test]
async fn headers_and_metadata_come_back() -> Outcome {
    let fixture = Fixture::start().await?;
    let (bucket, key) = (BUCKET, "key");
    let content_type = Some("text/plain; charset=utf-8");
    let metadata = HashMap::from([("purpose", "a test"), ("second", "2")]);
    let request = s3::PutObjectRequest {
        bucket,
        key,
        body: b"body",
        content_type,
        metadata: Some(metadata.clone()),
    };
    fixture.connector.call(&request).await?;

    let request = s3::HeadObjectRequest { bucket, key };
    let head = fixture.connector.call(&request).await?;
    assert_eq!(head.content_length, Some(4));
    assert_eq!(head.content_type.as_deref(), content_type);
    assert!(head.last_modified.is_some());
    for (name, value) in metadata {
        assert_eq!(head.metadata.get(name).map(String::as_str), Some(value));
    }
    Ok(())
}

/// Larger than a buffer, so that it is sent and read in pieces.
#[tokio::test]
async fn a_file_is_uploaded_and_read_as_a_stream() -> Outcome {
    let fixture = Fixture::start().await?;
    let content: Vec<u8> = (0..3_000_000_u32).map(|n| (n % 251) as u8).collect();
    let mut file = NamedTempFile::new()?;
    file.write_all(&content)?;

    let request = s3::UploadRequest {
        bucket: BUCKET,
        key: "file",
        body: ByteStream::from_path(file.path()).await?,
        checksum_algorithm: None,
    };
    let connector = &fixture.connector;
    s3::upload(connector.credentials(), connector.region(), request)
        .client_config(&fixture.config)
        .await?;

    let request = s3::GetObjectRequest {
        bucket: BUCKET,
        key: "file",
        range: None,
    };
    let mut object = fixture.connector.call(&request).await?;
    let mut read = Vec::new();
    let mut chunks = 0;
    while let Some(chunk) = object.body.try_next().await? {
        read.extend_from_slice(&chunk);
        chunks += 1;
    }
    assert!(read == content, "{} bytes came back", read.len());
    assert!(chunks > 1);
    Ok(())
}

#[tokio::test]
async fn a_range_is_read() -> Outcome {
    let fixture = Fixture::start().await?;
    fixture.put("key", b"0123456789").await?;
    let request = s3::GetObjectRequest {
        bucket: BUCKET,
        key: "key",
        range: Some("bytes=2-4"),
    };
    let object = fixture.connector.call(&request).await?;
    assert_eq!(object.content_range.as_deref(), Some("bytes 2-4/10"));
    assert_eq!(object.body.collect().await?.to_vec(), b"234");
    Ok(())
}

#[tokio::test]
async fn a_listing_holds_what_was_asked_for() -> Outcome {
    let fixture = Fixture::start().await?;
    for key in ["a/1", "a/2", "a/3", "b/1"] {
        fixture.put(key, b"body").await?;
    }
    let mut request = s3::ListObjectsV2Request {
        bucket: BUCKET,
        prefix: Some("a/"),
        max_keys: Some(2),
        start_after: None,
    };
    let listed = fixture.connector.call(&request).await?;
    let keys: Vec<_> = listed.contents.iter().flat_map(|it| &it.key).collect();
    assert_eq!(keys, ["a/1", "a/2"]);
    assert_eq!(listed.is_truncated, Some(true));

    request.start_after = Some("a/2");
    let listed = fixture.connector.call(&request).await?;
    let keys: Vec<_> = listed.contents.iter().flat_map(|it| &it.key).collect();
    assert_eq!(keys, ["a/3"]);

    request.prefix = Some("c/");
    let listed = fixture.connector.call(&request).await?;
    assert!(listed.contents.is_empty());
    Ok(())
}

/// A call borrows nothing of its request.
#[tokio::test]
async fn calls_are_spawned() -> Outcome {
    let fixture = Fixture::start().await?;
    let mut calls = JoinSet::new();
    for n in 0..20 {
        let key = format!("key-{n}");
        let request = s3::PutObjectRequest {
            bucket: BUCKET,
            key: &key,
            body: key.as_bytes(),
            ..Default::default()
        };
        calls.spawn(fixture.connector.call(&request).into_future());
    }
    for outcome in calls.join_all().await {
        outcome?;
    }
    assert_eq!(fixture.get("key-7").await?, b"key-7");
    Ok(())
}

#[tokio::test]
async fn a_call_that_is_not_awaited_sends_nothing() -> Outcome {
    let fixture = Fixture::start().await?;
    let request = s3::PutObjectRequest {
        bucket: BUCKET,
        key: "key",
        body: b"body",
        ..Default::default()
    };
    drop(fixture.connector.call(&request));
    assert!(fixture.get("key").await.is_err());
    Ok(())
}
