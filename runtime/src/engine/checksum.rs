//! Checksums of bodies: of requests, for the service to validate, and of answers, to validate here.
//!
//! Nothing here is named by the rest of the engine: an operation that has checksums names it, so
//! that the linker drops it, and the algorithms with it, from all other programs.
//! <https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait>

mod algorithm;
mod request;
mod response;
mod trailer;

use aws_sigv4::http_request::SignableBody;
use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;

pub use response::ChecksumMismatch;

use super::body::Sending;
use crate::operation::Operation;

/// What `aws.protocols#httpChecksum` says of an operation. Members go by their names in the model.
#[derive(Debug, Clone, Copy)]
pub struct HttpChecksum {
    /// The input's member that names the algorithm of the request's checksum. Without one, and
    /// without `request_checksum_required`, requests have no checksum.
    pub request_algorithm_member: Option<&'static str>,
    /// Whether the service refuses requests without a checksum.
    pub request_checksum_required: bool,
    /// The input's member that asks for the answer's checksum.
    pub request_validation_mode_member: Option<&'static str>,
    /// The algorithms that an answer's checksum can have. None: answers have no checksum.
    pub response_algorithms: &'static [&'static str],
}

/// The checksums of an operation's bodies.
#[derive(Debug, Clone, Copy)]
pub struct Checksum {
    trait_: HttpChecksum,
    apply: fn(&HttpChecksum, &mut Sending<'_>) -> Result<Applied, String>,
}

impl Checksum {
    /// Those of an operation with `aws.protocols#httpChecksum`.
    pub const fn flexible(trait_: HttpChecksum) -> Self {
        Self {
            trait_,
            apply: |trait_, sending| {
                let mut applied = request::apply(trait_, sending)?;
                applied.response = response::apply(trait_, sending);
                Ok(applied)
            },
        }
    }

    /// That of an operation with `smithy.api#httpChecksumRequired`: MD5 in `Content-MD5`.
    pub const fn md5() -> Self {
        Self {
            trait_: HttpChecksum {
                request_algorithm_member: None,
                request_checksum_required: true,
                request_validation_mode_member: None,
                response_algorithms: &[],
            },
            apply: |_, sending| {
                request::add_md5(sending.request)?;
                Ok(Applied::default())
            },
        }
    }

    /// Adds to the request what its checksum and the answer's need.
    ///
    /// # Errors
    /// In words for the user: when a checksum is asked for that cannot be made.
    pub(super) fn apply(&self, sending: &mut Sending<'_>) -> Result<Applied, String> {
        (self.apply)(&self.trait_, sending)
    }
}

/// What is left to do while the request is sent and its answer comes.
#[derive(Debug, Default)]
pub(super) struct Applied {
    /// How to sign the body, if the checksum changes that.
    pub(super) payload: Option<SignableBody<'static>>,
    /// Sends the checksum of a stream behind it.
    pub(super) request: Option<SharedInterceptor>,
    /// Validates the answer.
    pub(super) response: Option<SharedInterceptor>,
}

/// The header that a member of the input is bound to.
fn header_of(operation: &'static Operation, member: Option<&str>) -> Option<&'static str> {
    let member = member?;
    let mut members = operation.input.members().iter();
    let schema = members.find(|schema| schema.member_name() == Some(member))?;
    Some(schema.http_header()?.value())
}
