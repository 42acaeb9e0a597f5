//! Payloads from whatever gives its bytes bit by bit. None of it is held in memory.
//!
//! A file is [`ByteStream::from_path`]: it knows its length, and is read again when a call has to
//! be tried again. What is made here is read once only, so that a call with it is not tried again.
//! See [the manual](https://docs.rs/aws-operation/latest/aws_operation/manual/streams/).

use std::error::Error as StdError;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use futures_util::Stream;
use http_body::{Body, Frame};

use crate::ByteStream;
use crate::engine::Counted;

/// Makes a payload of a stream of bytes.
///
/// With `length`, what is sent says how long it is, and a stream of another length is an error.
/// Without, an operation whose service needs to know it has a member for it, as S3's have
/// `content_length`.
///
/// ```
/// use aws_operation::stream;
/// use futures_util::stream::iter;
///
/// let chunks = iter(["one ", "two"].map(|chunk| Ok::<_, std::io::Error>(chunk.into())));
/// let payload = stream::from_stream(chunks, Some(7));
/// ```
pub fn from_stream<S, E>(stream: S, length: Option<u64>) -> ByteStream
where
    S: Stream<Item = Result<Bytes, E>> + Send + 'static,
    E: Into<Box<dyn StdError + Send + Sync>> + 'static,
{
    let body = SdkBody::from_body_1_x(Streamed(Mutex::new(Box::pin(stream))));
    ByteStream::new(match length {
        Some(length) => SdkBody::from_body_1_x(Counted::new(body, length, "length")),
        None => body,
    })
}

/// Makes a payload of what a reader reads: a socket, the output of a process, a decoder.
///
/// `length` is as for [`from_stream`].
#[cfg(feature = "rt-tokio")]
pub fn from_reader(
    reader: impl tokio::io::AsyncRead + Send + 'static,
    length: Option<u64>,
) -> ByteStream {
    // As much as the chunks hold that a checksum is sent with.
    const BUFFER: usize = 64 * 1024;
    from_stream(
        tokio_util::io::ReaderStream::with_capacity(reader, BUFFER),
        length,
    )
}

/// A stream as a body. The mutex is never locked: it makes of what can be sent to another thread
/// something that can be shared, which bodies have to be.
struct Streamed<S>(Mutex<Pin<Box<S>>>);

impl<S, E> Body for Streamed<S>
where
    S: Stream<Item = Result<Bytes, E>>,
{
    type Data = Bytes;
    type Error = E;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, E>>> {
        let stream = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        let next = stream.as_mut().poll_next(cx);
        next.map(|next| next.map(|bytes| bytes.map(Frame::data)))
    }
}
