//! A live stream as the payload, and its length: what is announced is what is sent.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_schema::serde::SerdeError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use crate::operation::Operation;

const LENGTH: &str = "content-length";

/// Makes `stream` the request's body.
///
/// # Errors
/// When the length that the caller gave is not the stream's. A server would take what is missing
/// from the next request on the connection, or leave out what is too much.
pub(crate) fn attach(request: &mut HttpRequest, stream: ByteStream) -> Result<(), SerdeError> {
    let mut body = stream.into_inner();
    let given = request.headers().get(LENGTH).map(str::to_owned);
    match (given, body.content_length()) {
        (Some(given), Some(length)) if given != length.to_string() => {
            return Err(SerdeError::invalid_input(format!(
                "`content_length` is {given}, but the stream has {length} bytes"
            )));
        }
        (Some(given), None) => {
            let length = given.parse().map_err(|_| {
                SerdeError::invalid_input(format!("`content_length` is {given}: no length"))
            })?;
            body = body.map_preserve_contents(move |body| {
                SdkBody::from_body_1_x(Counted::new(body, length, "content_length"))
            });
        }
        // Empty ones too: S3 takes nothing that does not say its length.
        (None, Some(length)) => {
            request.headers_mut().insert(LENGTH, length.to_string());
        }
        (Some(_), Some(_)) | (None, None) => {}
    }
    *request.body_mut() = body;
    // https://smithy.io/2.0/spec/http-bindings.html#httppayload-trait
    if request.headers().get("content-type").is_none() {
        request
            .headers_mut()
            .insert("content-type", "application/octet-stream");
    }
    Ok(())
}

/// Refuses a payload of which nobody knows the length, where the service does not take it:
/// `smithy.api#requiresLength`, and S3 (`MissingContentLength`).
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList>
///
/// # Errors
/// In words for the user.
pub(crate) fn check_length(operation: &Operation, request: &HttpRequest) -> Result<(), String> {
    let is_known =
        request.body().content_length().is_some() || request.headers().get(LENGTH).is_some();
    let service = operation.service.name;
    if is_known || !(operation.requires_length || service == "s3") {
        return Ok(());
    }
    let mut headers = operation.input.members().iter();
    let has_member = headers.any(|member| {
        member
            .http_header()
            .is_some_and(|header| header.value().eq_ignore_ascii_case(LENGTH))
    });
    let way_out = if has_member {
        "set `content_length`"
    } else {
        "give one that knows its own, as those of files do"
    };
    Err(format!(
        "`{service}` needs to know how long the stream is; {way_out}"
    ))
}

/// A stream that fails unless it has the length that was announced.
pub(crate) struct Counted {
    /// `None` when it has ended.
    inner: Option<SdkBody>,
    length: u64,
    /// Where the length was given.
    given_as: &'static str,
    read: u64,
    /// The end of what was announced: kept back until it is clear that nothing follows. With it,
    /// the server would have a whole request.
    last: Option<Bytes>,
}

impl Counted {
    pub(crate) fn new(inner: SdkBody, length: u64, given_as: &'static str) -> Self {
        Self {
            inner: Some(inner),
            length,
            given_as,
            read: 0,
            last: None,
        }
    }
}

impl Body for Counted {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        while let Some(inner) = &mut this.inner {
            let Some(frame) = ready!(Pin::new(inner).poll_frame(cx)) else {
                this.inner = None;
                break;
            };
            let bytes = frame?.into_data().unwrap_or_default();
            this.read = this.read.saturating_add(bytes.len() as u64);
            if this.read > this.length {
                break;
            }
            if this.read == this.length && !bytes.is_empty() {
                this.last = Some(bytes);
            } else if !bytes.is_empty() {
                return Poll::Ready(Some(Ok(Frame::data(bytes))));
            }
        }
        if this.read == this.length {
            return Poll::Ready(this.last.take().map(Frame::data).map(Ok));
        }
        Poll::Ready(Some(Err(WrongLength {
            announced: this.length,
            given_as: this.given_as,
            ended_after: this.inner.is_none().then_some(this.read),
        }
        .into())))
    }

    fn size_hint(&self) -> SizeHint {
        let kept_back = self.last.as_ref().map_or(0, |last| last.len() as u64);
        SizeHint::with_exact(self.length.saturating_sub(self.read) + kept_back)
    }
}

/// A stream does not have the length that was announced.
#[derive(Debug)]
pub(crate) struct WrongLength {
    announced: u64,
    given_as: &'static str,
    /// `None` when more came.
    ended_after: Option<u64>,
}

impl fmt::Display for WrongLength {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            announced,
            given_as,
            ..
        } = self;
        write!(f, "`{given_as}` is {announced}, but the stream ")?;
        match self.ended_after {
            Some(bytes) => write!(f, "has {bytes} bytes"),
            None => f.write_str("has more"),
        }
    }
}

impl StdError for WrongLength {}
