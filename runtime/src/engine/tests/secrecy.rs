//! Nothing secret is shown: not in logs at their most talkative, not in `Debug`.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

use super::operations::{BEARER, GetObject, Otherwise, PutObject, send_message};
use super::server::{Reply, Server, ok};
use super::{REGION, credentials};
use crate::{BearerToken, Call, Credentials, TemporaryCredentials};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A stream that has something to say when it is read.
struct Talkative(SdkBody);

impl http_body::Body for Talkative {
    type Data = bytes::Bytes;
    type Error = aws_smithy_types::body::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Self::Data>, Self::Error>>> {
        tracing::info!("the stream's own word");
        Pin::new(&mut self.0).poll_frame(cx)
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.0.size_hint()
    }
}

#[tokio::test(start_paused = true)]
async fn logs() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    // While there is one subscriber only, whichever thread comes to a line of the log first
    // decides whether it is written. Other tests have none.
    let _second = tracing::Dispatch::new(tracing::subscriber::NoSubscriber::new());
    let guard = tracing::subscriber::set_default(subscriber);

    let credentials: Credentials =
        TemporaryCredentials::new("AKIA", "SECRETKEY", "SESSIONTOKEN", None).into();
    let server = Server::new([
        Reply::Answer(503, &[], r#"{"__type":"Busy","answer":"ANSWERBODY"}"#),
        ok(r#"{"MessageId":"ANSWERBODY"}"#),
        Reply::Answer(400, &[], r#"{"__type":"Refused","secret":"ANSWERBODY"}"#),
        Reply::Answer(200, &[("x", "y")], "ANSWERBODY"),
        ok(""),
        ok(""),
        ok("{}"),
    ]);
    let message = send_message("REQUESTBODY");
    let call = || Call::new(&credentials, REGION, &message, None).http_client(server.client());
    call().await.unwrap();
    call().await.unwrap_err();
    let request = GetObject {
        bucket: "bucket",
        key: "key",
        ..GetObject::default()
    };
    let call = Call::new(&credentials, REGION, &request, None).http_client(server.client());
    let object = call.await.unwrap();
    object.body.collect().await.unwrap();
    let request = PutObject {
        bucket: "bucket",
        customer_key: Some("CUSTOMERKEY"),
        ..PutObject::default()
    };
    let call = Call::new(&credentials, REGION, &request, None).http_client(server.client());
    call.await.unwrap();
    let stream = ByteStream::new(SdkBody::from_body_1_x(Talkative(SdkBody::from(
        "STREAMBODY",
    ))));
    let request = PutObject {
        bucket: "bucket",
        ..PutObject::default()
    };
    let call = Call::new(&credentials, REGION, &request, Some(stream)).http_client(server.client());
    call.await.unwrap();
    let token = BearerToken::new("BEARERTOKEN").into();
    let request = Otherwise::<BEARER>(send_message("REQUESTBODY"));
    let call = Call::new(&token, REGION, &request, None).http_client(server.client());
    call.await.unwrap();
    drop(guard);
    let mut seen = server.seen();
    let sent = seen.pop().unwrap();
    assert_eq!(sent.header("authorization"), Some("Bearer BEARERTOKEN"));
    let sent = seen.pop().unwrap();
    assert!(sent.body.contains("STREAMBODY"));
    let sent = seen.pop().unwrap();
    let header = "x-amz-server-side-encryption-customer-key";
    assert_eq!(sent.header(header), Some("CUSTOMERKEY"));
    assert!(sent.header("authorization").unwrap().contains(header));

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        log.contains("transmitting request"),
        "the log is the engine's own"
    );
    assert!(
        log.contains("the stream's own word"),
        "and that of the user's streams"
    );
    for secret in [
        "SECRETKEY",
        "SESSIONTOKEN",
        "REQUESTBODY",
        "ANSWERBODY",
        "CUSTOMERKEY",
        "STREAMBODY",
        "BEARERTOKEN",
    ] {
        let line = log.lines().find(|line| line.contains(secret));
        assert_eq!(line, None, "{secret} was logged");
    }
}

#[tokio::test]
async fn debug() {
    let call = Call::new(&credentials(), REGION, &send_message("REQUESTBODY"), None);
    let text = format!("{call:?}");
    assert!(text.contains("SendMessage"), "{text}");
    assert!(
        !text.contains("REQUESTBODY") && !text.contains("wJalr"),
        "{text}"
    );

    let token = BearerToken::new("BEARERTOKEN");
    let credentials = Credentials::from(token.clone());
    let text = format!(
        "{token:?} {credentials:?} {:?}",
        credentials.identity_resolver()
    );
    assert!(text.contains("BearerToken"), "{text}");
    assert!(!text.contains("BEARERTOKEN"), "{text}");

    let answer = Reply::Answer(400, &[], r#"{"__type":"Refused","secret":"ANSWERBODY"}"#);
    let server = Server::new([answer]);
    let error = call.http_client(server.client()).await.unwrap_err();
    let text = format!("{error:?}");
    assert!(
        !text.contains("REQUESTBODY") && !text.contains("ANSWERBODY"),
        "{text}"
    );
}
