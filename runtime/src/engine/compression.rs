//! Requests that are compressed on their way: `smithy.api#requestCompression`.
//!
//! Nothing here is named by the rest of the engine: an operation that compresses names it, so that
//! the linker drops it from all other programs.
//! <https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait>

#[cfg(feature = "request-compression")]
mod gzip;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use crate::config::SdkClientConfig;

/// Below that, AWS's own SDKs do not compress: it would not be worth it.
const MIN_SIZE: u32 = 10_240;

/// How an operation's requests are compressed.
#[derive(Debug, Clone, Copy)]
pub struct Compression {
    apply: fn(&mut HttpRequest),
}

impl Compression {
    /// With gzip. Without the feature `request-compression` it does nothing: services take what is
    /// not compressed, too.
    pub const fn gzip() -> Self {
        #[cfg(feature = "request-compression")]
        let apply = gzip::apply;
        #[cfg(not(feature = "request-compression"))]
        let apply = |_: &mut HttpRequest| {};
        Self { apply }
    }

    /// Compresses the body, if that is worth it and nobody said not to.
    pub(super) fn apply(self, config: &SdkClientConfig, request: &mut HttpRequest) {
        let is_disabled = config.disable_request_compression() == Some(true);
        let min_size = config.request_min_compression_size_bytes();
        let min_size = u64::from(min_size.unwrap_or(MIN_SIZE));
        // A stream of which nobody knows the length may be a long one.
        let length = request.body().content_length();
        if !is_disabled && length.is_none_or(|length| length >= min_size) {
            (self.apply)(request);
        }
    }
}
