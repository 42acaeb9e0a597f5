//! Live streams as payloads, and how long they are.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;
use http_body::Frame;

use super::operations::{CallError, PutObject};
use super::server::{Seen, Server, ok};
use super::{REGION, credentials};
use crate::{Call, ErrorKind, RequestChecksumCalculation, SdkClientConfig, Sent};

/// Frames of which nobody knows how many come. `!` cannot be read.
pub(super) struct Frames(std::slice::Iter<'static, &'static str>);

impl http_body::Body for Frames {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(self.0.next().map(|text| match *text {
            "!" => Err(io::Error::other("unreadable")),
            text => Ok(Frame::data(text.into())),
        }))
    }
}

pub(super) fn frames(frames: &'static [&'static str]) -> ByteStream {
    ByteStream::new(SdkBody::from_body_1_x(Frames(frames.iter())))
}

async fn put(content_length: Option<i64>, stream: Option<ByteStream>) -> Result<Seen, CallError> {
    let server = Server::new([ok("")]);
    let request = PutObject {
        bucket: "bucket",
        content_length,
        ..PutObject::default()
    };
    // As they are, without a checksum behind them.
    let config = SdkClientConfig::new()
        .with_request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    let call = Call::new(&credentials(), REGION, &request, stream).client_config(&config);
    call.http_client(server.client()).await?;
    Ok(server.only())
}

#[tokio::test]
async fn nothing_has_a_length_too() {
    let empty = || ByteStream::from_static(b"");
    let live = ByteStream::new(SdkBody::from_body_1_x(SdkBody::from("")));
    for (length, stream) in [
        (None, None),
        (None, Some(empty())),
        (Some(0), Some(empty())),
        (None, Some(live)),
    ] {
        let seen = put(length, stream).await.unwrap();
        assert_eq!(seen.header("content-length"), Some("0"));
        assert_eq!(seen.body, "");
    }
}

#[tokio::test]
async fn a_length_that_is_not_the_streams() {
    for length in [-1, 0, 3, 6] {
        let stream = ByteStream::from_static(b"12345");
        let error = put(Some(length), Some(stream)).await.err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Construction);
        assert_eq!(error.sent(), Sent::No);
        let text = format!("`content_length` is {length}, but the stream has 5 bytes");
        assert!(error.to_string().contains(&text), "{error}");
    }
    let error = put(Some(-1), Some(frames(&["1"]))).await.err().unwrap();
    assert_eq!(error.sent(), Sent::No);
}

#[tokio::test]
async fn a_stream_that_turns_out_to_be_of_another_length() {
    for (length, text) in [
        (3, "`content_length` is 3, but the stream has more"),
        (4, "`content_length` is 4, but the stream has more"),
        (6, "`content_length` is 6, but the stream has 5 bytes"),
    ] {
        let stream = frames(&["12", "", "3", "45"]);
        let error = put(Some(length), Some(stream)).await.err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Construction);
        assert_eq!(error.sent(), Sent::Maybe);
        assert_eq!(error.attempts(), 1);
        assert!(error.to_string().contains(text), "{error}");
    }

    let stream = frames(&["12", "", "3", "45"]);
    let seen = put(Some(5), Some(stream)).await.unwrap();
    assert_eq!(seen.header("content-length"), Some("5"));
    assert_eq!(seen.body, "12345");
}

#[tokio::test]
async fn a_stream_that_fails() {
    let error = put(Some(5), Some(frames(&["12", "!"])))
        .await
        .err()
        .unwrap();

    assert_eq!(error.kind(), ErrorKind::Construction);
    assert_eq!(error.sent(), Sent::Maybe);
    assert!(
        error.to_string().contains("stream cannot be read"),
        "{error}"
    );
}
