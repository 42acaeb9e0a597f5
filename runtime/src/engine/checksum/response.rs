//! The checksum of an answer's body: asked for, and validated while the body is read.

use std::error::Error as StdError;
use std::fmt;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::{
    Intercept, SharedInterceptor, dyn_dispatch_hint,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::base64;
use aws_smithy_types::body::{Error as BodyError, SdkBody};
use aws_smithy_types::config_bag::ConfigBag;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use super::algorithm::{Algorithm, Hasher};
use super::{HttpChecksum, header_of};
use crate::config::ResponseChecksumValidation;
use crate::engine::body::Sending;

/// Asks for the checksum, unless the caller wants none.
pub(super) fn apply(trait_: &HttpChecksum, sending: &mut Sending<'_>) -> Option<SharedInterceptor> {
    let algorithms = trait_.response_algorithms;
    if algorithms.is_empty() {
        return None;
    }
    let mode = header_of(sending.operation, trait_.request_validation_mode_member);
    let is_asked_for = mode
        .and_then(|mode| sending.request.headers().get(mode))
        .is_some_and(|mode| mode == "ENABLED");
    let validation = sending.config.response_checksum_validation();
    if !is_asked_for && validation == Some(ResponseChecksumValidation::WhenRequired) {
        return None;
    }
    if let Some(mode) = mode {
        let mode = mode.to_ascii_lowercase();
        sending.request.headers_mut().insert(mode, "ENABLED");
    }
    Some(SharedInterceptor::new(Validation { algorithms }))
}

/// Has a body validated, if the answer says its checksum.
#[derive(Debug)]
struct Validation {
    algorithms: &'static [&'static str],
}

#[dyn_dispatch_hint]
impl Intercept for Validation {
    fn name(&self) -> &'static str {
        "Validation"
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response_mut();
        let headers = response.headers();
        if let Some((algorithm, expected)) = announced(headers, self.algorithms) {
            let length = headers
                .get("content-length")
                .and_then(|text| text.parse().ok());
            let inner = mem::replace(response.body_mut(), SdkBody::taken());
            *response.body_mut() = SdkBody::from_body_1_x(Validated {
                inner,
                algorithm,
                hasher: Some(algorithm.hasher()),
                expected,
                left: length,
            });
        }
        Ok(())
    }
}

/// The checksum that the answer announces: of several, the one that is computed fastest.
fn announced(headers: &Headers, algorithms: &[&str]) -> Option<(Algorithm, String)> {
    let modeled = |algorithm: &Algorithm| {
        algorithms
            .iter()
            .any(|name| name.eq_ignore_ascii_case(algorithm.name()))
    };
    Algorithm::ALL
        .into_iter()
        .filter(modeled)
        .find_map(|algorithm| {
            let checksum = headers.get(algorithm.header())?;
            is_of_the_whole(checksum).then(|| (algorithm, checksum.to_owned()))
        })
}

/// Whether the checksum is the body's, in base64. That of an object in parts may be one of the parts'
/// checksums, with a hyphen and the number of parts behind it: it cannot be told from the whole.
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html#large-object-checksums>
fn is_of_the_whole(checksum: &str) -> bool {
    base64::decode(checksum).is_ok()
}

/// A body that fails at its end, instead of giving its last bytes, when its checksum is another than
/// the one that was announced.
struct Validated {
    inner: SdkBody,
    algorithm: Algorithm,
    /// `None` when the checksum was looked at.
    hasher: Option<Hasher>,
    expected: String,
    /// How many bytes are still to come, where the answer said that.
    left: Option<u64>,
}

impl Validated {
    fn finish(&mut self) -> Result<(), ChecksumMismatch> {
        match self.hasher.take().map(Hasher::finish) {
            Some(found) if found != self.expected => Err(ChecksumMismatch {
                algorithm: self.algorithm.name(),
                expected: mem::take(&mut self.expected),
                found,
            }),
            _ => Ok(()),
        }
    }
}

impl Body for Validated {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        let Some(frame) = ready!(Pin::new(&mut this.inner).poll_frame(cx)).transpose()? else {
            this.finish()?;
            return Poll::Ready(None);
        };
        if let (Some(bytes), Some(hasher)) = (frame.data_ref(), &mut this.hasher) {
            hasher.update(bytes);
            this.left = this
                .left
                .map(|left| left.saturating_sub(bytes.len() as u64));
            if this.left == Some(0) {
                this.finish()?;
            }
        }
        Poll::Ready(Some(Ok(frame)))
    }

    fn is_end_stream(&self) -> bool {
        self.hasher.is_none() && self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// An answer's body is not what the service says that it is: something changed it on its way.
///
/// It is among the sources of the error that reading the stream ends with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecksumMismatch {
    algorithm: &'static str,
    expected: String,
    found: String,
}

impl ChecksumMismatch {
    /// The checksum's algorithm, for example `CRC32`.
    pub fn algorithm(&self) -> &str {
        self.algorithm
    }

    /// The checksum that the service announced, in base64.
    pub fn expected(&self) -> &str {
        &self.expected
    }

    /// The checksum of what came, in base64.
    pub fn found(&self) -> &str {
        &self.found
    }
}

impl fmt::Display for ChecksumMismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            algorithm,
            expected,
            found,
        } = self;
        write!(
            f,
            "the body's {algorithm} is `{found}`, but the service announced `{expected}`"
        )
    }
}

impl StdError for ChecksumMismatch {}
