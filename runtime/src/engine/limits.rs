//! How long a call may take, and what happens when it takes longer.

use std::time::Duration;

use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
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

/// No call hangs for ever: each attempt has an end, and their number has.
pub(crate) fn timeouts(config: &SdkClientConfig, upload: Upload) -> TimeoutConfig {
    let upload = upload.length.map_or(LONGEST_UPLOAD, |length| {
        Duration::from_secs(length / SLOWEST_UPLOAD)
    });
    let mut timeouts = TimeoutConfig::builder()
        .connect_timeout(CONNECT_TIMEOUT)
        .operation_attempt_timeout(
            config
                .attempt_timeout()
                .unwrap_or(ATTEMPT_TIMEOUT.saturating_add(upload)),
        );
    if let Some(total) = config.timeout() {
        timeouts = timeouts.operation_timeout(total);
    }
    timeouts.build()
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

/// Does not do again what took as long as the default lets it: it is still being done, or is never
/// done in time. Whoever sets a limit of their own knows better.
#[derive(Debug)]
pub(crate) struct OnceIsEnough;

impl ClassifyRetry for OnceIsEnough {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.output_or_error() {
            Some(Err(error)) if error.is_timeout_error() => RetryAction::RetryForbidden,
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "OnceIsEnough"
    }
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
