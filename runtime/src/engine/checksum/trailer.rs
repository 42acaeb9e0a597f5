//! A stream and its checksum behind it, in chunks: `aws-chunked`.
//! <https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html>

use std::mem;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, ready};

use aws_runtime::content_encoding::header::X_AMZ_TRAILER_SIGNATURE;
use aws_runtime::content_encoding::header_value::AWS_CHUNKED;
use aws_runtime::content_encoding::{AwsChunkedBody, AwsChunkedBodyOptions, DeferredSigner};
use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::{Error as BodyError, SdkBody};
use aws_smithy_types::config_bag::ConfigBag;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use http_body::{Body, Frame, SizeHint};
use tracing::dispatcher::{self, Dispatch};

use super::algorithm::{Algorithm, Hasher};

/// Turns the body of each attempt into chunks, with the checksum behind them.
#[derive(Debug)]
pub(super) struct TrailingChecksum {
    algorithm: Algorithm,
    /// The length of the stream itself.
    length: u64,
    options: AwsChunkedBodyOptions,
    signs_chunks: bool,
    first: First,
}

/// The checksum that the first attempt sent. Later ones send it again: should a file have changed in
/// between, the service sees that it does not fit.
type First = Arc<OnceLock<HeaderValue>>;

impl TrailingChecksum {
    pub(super) fn new(algorithm: Algorithm, length: u64, signs_chunks: bool) -> Self {
        let trailer = algorithm.header().len() + ":".len() + algorithm.encoded_length();
        let mut options = AwsChunkedBodyOptions::new(length, vec![trailer as u64])
            .signed_chunked_encoding(signs_chunks);
        if signs_chunks {
            // 64 hexadecimal digits.
            let signature = X_AMZ_TRAILER_SIGNATURE.len() + ":".len() + 64;
            options = options.with_trailer_len(signature as u64);
        }
        Self {
            algorithm,
            length,
            options,
            signs_chunks,
            first: First::default(),
        }
    }

    /// Says in the request's headers what its body is going to be. Gives back how to sign it.
    pub(super) fn announce(&self, request: &mut HttpRequest) -> SignableBody<'static> {
        let headers = request.headers_mut();
        headers.insert("x-amz-trailer", self.algorithm.header());
        headers.insert("x-amz-decoded-content-length", self.length.to_string());
        headers.insert("content-length", self.options.encoded_length().to_string());
        let encoding = match headers.get("content-encoding") {
            Some(given) => format!("{given},{AWS_CHUNKED}"),
            None => AWS_CHUNKED.to_owned(),
        };
        headers.insert("content-encoding", encoding);
        if self.signs_chunks {
            SignableBody::StreamingSignedPayloadTrailer
        } else {
            SignableBody::StreamingUnsignedPayloadTrailer
        }
    }
}

#[dyn_dispatch_hint]
impl Intercept for TrailingChecksum {
    fn name(&self) -> &'static str {
        "TrailingChecksum"
    }

    fn modify_before_signing(
        &self,
        _context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if self.signs_chunks {
            // The request's signer hands over what signs the chunks, which goes on from its
            // signature.
            let (signer, sender) = DeferredSigner::new();
            cfg.interceptor_state().store_put(signer);
            cfg.interceptor_state().store_put(sender);
        }
        Ok(())
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let body = context.request_mut().body_mut();
        let summed = Summed {
            inner: mem::replace(body, SdkBody::taken()),
            algorithm: self.algorithm,
            hasher: Some(self.algorithm.hasher()),
            first: self.first.clone(),
            log: dispatcher::get_default(Dispatch::clone),
        };
        let mut chunks = AwsChunkedBody::new(summed, self.options.clone());
        if let Some(signer) = cfg.load::<DeferredSigner>() {
            chunks = chunks.with_signer(signer.clone());
        }
        *body = SdkBody::from_body_1_x(Quiet { chunks });
        Ok(())
    }
}

/// Chunks as AWS's own SDKs make them, without a word in the log: the stock encoder prints them at
/// TRACE.
struct Quiet {
    chunks: AwsChunkedBody<Summed>,
}

impl Body for Quiet {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        dispatcher::with_default(&Dispatch::none(), || {
            Pin::new(&mut self.chunks).poll_frame(cx)
        })
    }

    fn is_end_stream(&self) -> bool {
        self.chunks.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.chunks.size_hint()
    }
}

/// A stream and, as its trailer, its checksum.
struct Summed {
    inner: SdkBody,
    algorithm: Algorithm,
    /// `None` when the trailer was given.
    hasher: Option<Hasher>,
    first: First,
    /// What the stream itself says is for the user's log, as without us.
    log: Dispatch,
}

impl Body for Summed {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        let Some(hasher) = &mut this.hasher else {
            return Poll::Ready(None);
        };
        let frame =
            dispatcher::with_default(&this.log, || Pin::new(&mut this.inner).poll_frame(cx));
        // The request's trailers are the checksum's: those of the stream have no place.
        if let Some(frame) = ready!(frame).transpose()?
            && let Ok(bytes) = frame.into_data()
        {
            hasher.update(&bytes);
            return Poll::Ready(Some(Ok(Frame::data(bytes))));
        }
        let Some(hasher) = this.hasher.take() else {
            return Poll::Ready(None);
        };
        let checksum = HeaderValue::try_from(hasher.finish())?;
        let checksum = this.first.get_or_init(|| checksum).clone();
        let name = HeaderName::from_static(this.algorithm.header());
        let trailers = HeaderMap::from_iter([(name, checksum)]);
        Poll::Ready(Some(Ok(Frame::trailers(trailers))))
    }
}
