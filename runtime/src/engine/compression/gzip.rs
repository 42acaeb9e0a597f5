//! gzip: of what is in memory at once, of a stream while it is sent.
//! <https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1.3>

use std::io::{self, Write};
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::{Error as BodyError, SdkBody};
use bytes::Bytes;
use flate2::write::GzEncoder;
use http_body::{Body, Frame};

/// Compresses the body.
pub(super) fn apply(request: &mut HttpRequest) {
    let body = mem::replace(request.body_mut(), SdkBody::taken());
    let compressed = match body.bytes().map(compress) {
        // Memory takes whatever is written to it.
        Some(Err(_)) => {
            *request.body_mut() = body;
            return;
        }
        Some(Ok(bytes)) => SdkBody::from(bytes),
        None => body.map(|inner| SdkBody::from_body_1_x(Compressed::new(inner))),
    };
    let headers = request.headers_mut();
    // That of a stream is not known before its end.
    headers.remove("content-length");
    if let Some(length) = compressed.content_length() {
        headers.insert("content-length", length.to_string());
    }
    // What the caller says that the payload is encoded with comes first.
    let encoding = match headers.get("content-encoding") {
        Some(given) => format!("{given}, gzip"),
        None => "gzip".to_owned(),
    };
    headers.insert("content-encoding", encoding);
    *request.body_mut() = compressed;
}

fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = encoder();
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// At the level that AWS's own SDKs take.
fn encoder() -> GzEncoder<Vec<u8>> {
    GzEncoder::new(Vec::new(), flate2::Compression::new(6))
}

/// A stream, compressed.
struct Compressed {
    inner: SdkBody,
    /// `None` when the end was given.
    encoder: Option<GzEncoder<Vec<u8>>>,
}

impl Compressed {
    fn new(inner: SdkBody) -> Self {
        Self {
            inner,
            encoder: Some(encoder()),
        }
    }
}

impl Body for Compressed {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        while let Some(encoder) = &mut this.encoder {
            let frame = ready!(Pin::new(&mut this.inner).poll_frame(cx)).transpose()?;
            let bytes = match frame.map(Frame::into_data) {
                Some(Ok(bytes)) => {
                    encoder.write_all(&bytes)?;
                    mem::take(encoder.get_mut())
                }
                // Trailers have no place in what is one compressed text.
                Some(Err(_)) => Vec::new(),
                None => match this.encoder.take() {
                    Some(encoder) => encoder.finish()?,
                    None => Vec::new(),
                },
            };
            if !bytes.is_empty() {
                return Poll::Ready(Some(Ok(Frame::data(bytes.into()))));
            }
        }
        Poll::Ready(None)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use aws_smithy_types::byte_stream::ByteStream;
    use flate2::read::GzDecoder;

    use super::*;

    async fn decoded(body: SdkBody) -> String {
        let bytes = ByteStream::new(body).collect().await.unwrap().to_vec();
        let mut text = String::new();
        GzDecoder::new(&*bytes).read_to_string(&mut text).unwrap();
        text
    }

    /// Each chunk is written as soon as the encoder has something to say, all of them as one text.
    #[tokio::test]
    async fn a_stream_is_compressed_while_it_is_read() {
        let text = "a long stream ".repeat(100_000);
        let stream = SdkBody::retryable({
            let text = text.clone();
            move || SdkBody::from_body_1_x(SdkBody::from(text.clone()))
        });
        let mut request = HttpRequest::new(stream);
        request.headers_mut().insert("content-encoding", "custom");
        request.headers_mut().insert("content-length", "1400000");
        apply(&mut request);
        assert_eq!(
            request.headers().get("content-encoding"),
            Some("custom, gzip")
        );
        assert_eq!(request.headers().get("content-length"), None);
        assert_eq!(request.body().content_length(), None);

        let again = request.body().try_clone().unwrap();
        for body in [request.take_body(), again] {
            assert!(decoded(body).await == text);
        }
    }
}
