//! URLs that anybody can use for a while, and requests that are not modelled.

mod bodies;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use aws_operation::sigv4::SigV4;
use aws_operation::{Connector, Region, TemporaryCredentials};
use http::Request;

use crate::{BUCKET, Fixture, Outcome, s3};

const KEY: &str = "a cat/in the sun+rain=ü.jpeg";
const HOUR: Duration = Duration::from_hours(1);

/// Sends a request with nothing but the standard library; gives the status and the body.
async fn send(
    request: Request<impl AsRef<[u8]> + Send + 'static>,
) -> std::io::Result<(u16, String)> {
    let task = tokio::task::spawn_blocking(move || {
        let (uri, body) = (request.uri(), request.body().as_ref());
        let authority = uri.authority().expect("a host").as_str();
        let mut connection = TcpStream::connect(authority)?;
        let target = uri.path_and_query().expect("a path");
        write!(connection, "{} {target} HTTP/1.1\r\n", request.method())?;
        write!(
            connection,
            "connection: close\r\ncontent-length: {}\r\n",
            body.len()
        )?;
        if !request.headers().contains_key("host") {
            write!(connection, "host: {authority}\r\n")?;
        }
        let headers = request.headers().iter();
        for (name, value) in headers.filter(|(name, _)| *name != "content-length") {
            write!(connection, "{name}: {}\r\n", value.to_str().expect("text"))?;
        }
        write!(connection, "\r\n")?;
        connection.write_all(body)?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        let status = head[9..12].parse().expect("a status");
        Ok((status, body.to_owned()))
    });
    task.await.expect("nobody panics")
}

fn put(fixture: &Fixture) -> aws_operation::Call<s3::PutObjectResponse, s3::PutObjectError> {
    fixture.connector.call(&s3::PutObjectRequest {
        bucket: BUCKET,
        key: KEY,
        content_type: Some("text/plain"),
        ..Default::default()
    })
}

fn get(connector: &Connector) -> aws_operation::Call<s3::GetObjectResponse, s3::GetObjectError> {
    connector.call(&s3::GetObjectRequest {
        bucket: BUCKET,
        key: KEY,
        range: None,
    })
}

#[tokio::test]
async fn whoever_has_the_url_uploads_and_downloads() -> Outcome {
    let fixture = Fixture::start().await?;
    let upload = put(&fixture).presign(HOUR).await?;
    assert_eq!(upload.method(), "PUT");
    assert_eq!(upload.headers()["content-type"], "text/plain");
    assert_eq!(upload.headers().len(), 1, "{:?}", upload.headers());
    let upload = Request::from(upload).map(|_| "miaow");
    assert_eq!(send(upload).await?.0, 200);
    assert_eq!(fixture.get(KEY).await?, b"miaow");

    let download = get(&fixture.connector).presign(HOUR).await?;
    let (status, body) = send(download.into()).await?;
    assert_eq!((status, body.as_str()), (200, "miaow"));
    Ok(())
}

#[tokio::test]
async fn a_url_is_good_for_what_it_was_made_for_only() -> Outcome {
    let fixture = Fixture::start().await?;
    fixture.put(KEY, b"miaow").await?;
    let url = get(&fixture.connector)
        .presign(HOUR)
        .await?
        .url()
        .to_owned();
    for forged in [
        url.replace("rain", "snow"),
        url.replace("X-Amz-Expires=3600", "X-Amz-Expires=7200"),
    ] {
        assert_ne!(forged, url);
        let (status, body) = send(Request::get(forged).body("")?).await?;
        assert_eq!(status, 403, "{body}");
    }
    let (status, _) = send(Request::delete(url).body("")?).await?;
    assert_eq!(status, 403);

    let short = get(&fixture.connector)
        .presign(Duration::from_secs(1))
        .await?;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let (status, _) = send(short.into()).await?;
    assert_eq!(status, 403);
    Ok(())
}

#[tokio::test]
async fn a_header_that_is_signed_has_to_be_sent() -> Outcome {
    let fixture = Fixture::start().await?;
    let upload = put(&fixture).presign(HOUR).await?;
    let mut without = Request::from(upload).map(|_| "miaow");
    without.headers_mut().clear();
    assert_eq!(send(without).await?.0, 403);
    Ok(())
}

#[tokio::test]
async fn what_is_not_modelled_is_signed() -> Outcome {
    let fixture = Fixture::start().await?;
    let sigv4 = SigV4::new("s3", Region::EuWest1);
    let credentials = fixture.connector.credentials();
    // This server does not sort the values of one name, as AWS does and its vectors have it.
    let url = format!(
        "{}/{BUCKET}/a%20b%2Bc?x-id=Other&b=1&b=2",
        fixture.server.endpoint()
    );
    let request = Request::put(url)
        .header("x-amz-meta-kind", "cat")
        .body("miaow")?;
    let signed = sigv4.sign(credentials, request).await?;
    let (status, body) = send(signed.clone()).await?;
    assert_eq!(status, 200, "{body}");
    assert_eq!(fixture.get("a b+c").await?, b"miaow");

    let (status, _) = send(signed.map(|_| "other")).await?;
    assert_ne!(status, 200, "the body is signed");
    Ok(())
}

/// This server has no sessions: it is asked for the key that the URL names, and for nothing else.
#[tokio::test]
async fn a_session_has_its_token_in_the_url() -> Outcome {
    let fixture = Fixture::start().await?;
    let session = TemporaryCredentials::new("ASIA", "secret", "to+ken", None);
    let connector = Connector::new(session, Region::EuWest1).client_config(&fixture.config);
    let url = get(&connector).presign(HOUR).await?.url().to_owned();
    assert!(url.contains("X-Amz-Security-Token=to%2Bken"), "{url}");
    Ok(())
}
