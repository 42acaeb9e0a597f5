//! How long a call may take.

use std::time::Duration;

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::timeout::TimeoutConfig;

use crate::config::SdkClientConfig;
use crate::operation::Operation;

/// The request's body, as far as it matters how long it takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Upload {
    pub(crate) length: Option<u64>,
    /// Whether somebody else produces it while it is sent.
    pub(crate) live: bool,
}

impl Upload {
    pub(crate) fn of(request: &HttpRequest) -> Self {
        Self {
            length: request.body().content_length(),
            live: request.body().bytes().is_none(),
        }
    }
}

/// The longest that an AWS service may take to answer is 15 minutes (Lambda), so one minute more
/// and nothing can come any more. Shorter waits cut off work that goes on, and do it again.
/// <https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html>
const ATTEMPT_TIMEOUT: Duration = Duration::from_mins(16);

/// What the slowest upload brings through in a second. One that stalls altogether is cut off
/// earlier, by the stalled stream protection.
const SLOWEST_UPLOAD: u64 = 16 * 1024;

/// An upload of which nobody knows the length ends after a day.
const LONGEST_UPLOAD: Duration = Duration::from_hours(24);

/// As AWS's own SDKs have it.
const CONNECT_TIMEOUT: Duration = Duration::from_millis(3100);

/// The limits of one call. None hangs for ever: each attempt has an end, and their number has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// For the whole call.
    pub(crate) total: Option<Duration>,
    /// For one attempt.
    pub(crate) attempt: Duration,
    /// For a new connection.
    connect: Duration,
    /// For the answer's beginning, once the request is sent.
    pub(crate) read: Option<Duration>,
}

impl Limits {
    pub(crate) fn new(config: &SdkClientConfig, upload: Upload) -> Self {
        let default = || {
            let upload = upload.length.map_or(LONGEST_UPLOAD, |length| {
                Duration::from_secs(length / SLOWEST_UPLOAD)
            });
            ATTEMPT_TIMEOUT.saturating_add(upload)
        };
        Self {
            total: config.timeout(),
            attempt: config.attempt_timeout().unwrap_or_else(default),
            connect: config.http().connect_timeout().unwrap_or(CONNECT_TIMEOUT),
            read: config.http().read_timeout(),
        }
    }

    pub(crate) fn timeouts(self) -> TimeoutConfig {
        let mut timeouts = TimeoutConfig::builder()
            .connect_timeout(self.connect)
            .operation_attempt_timeout(self.attempt);
        timeouts.set_operation_timeout(self.total);
        timeouts.set_read_timeout(self.read);
        timeouts.build()
    }
}

/// What counts as stalled: bodies that the network should bring through without a pause. An answer
/// that is not a stream may be computed slowly, and the producer of a live upload may take its
/// time; they end with the attempt.
pub(crate) fn stalls(operation: &Operation, upload: Upload) -> StalledStreamProtectionConfig {
    StalledStreamProtectionConfig::enabled()
        .download_enabled(operation.streaming_output)
        .upload_enabled(!upload.live)
        // As AWS's own SDKs have it.
        .grace_period(Duration::from_secs(5))
        .build()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::tests::operations::{GetObject, PutObject};
    use crate::operation::AbstractRequest;

    #[test]
    fn only_what_the_network_brings_can_stall() {
        let stalls = |operation, live| {
            let length = None;
            let config = stalls(operation, Upload { length, live });
            (config.download_enabled(), config.upload_enabled())
        };
        assert_eq!(stalls(GetObject::operation(), false), (true, true));
        assert_eq!(stalls(PutObject::operation(), false), (false, true));
        assert_eq!(stalls(PutObject::operation(), true), (false, false));
    }
}
