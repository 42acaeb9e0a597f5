//! How long a call may take.

use std::time::Duration;

use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::timeout::TimeoutConfig;

use super::long_calls;
use crate::config::SdkClientConfig;
use crate::operation::Operation;

/// The request's body, as far as it matters how long it takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Upload {
    pub(crate) length: Option<u64>,
    /// Whether it is a stream that can be read again, a file for example: nobody produces it while it
    /// is sent, and takes their time.
    pub(crate) stored: bool,
}

/// How long an answer may take to begin. As AWS's SDK for Python has it, which nearly all operations
/// are called with; those that answer later are in [`long_calls`].
const READ_TIMEOUT: Duration = Duration::from_mins(1);

/// How long an attempt may take, the reading of its answer included.
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
    pub(crate) connect: Duration,
    /// For the answer's beginning, sending the request included.
    pub(crate) read: Duration,
}

impl Limits {
    pub(crate) fn new(operation: &Operation, config: &SdkClientConfig, upload: Upload) -> Self {
        Self::of(long_calls::wait(operation), config, upload)
    }

    /// `long` is how long the answer may take to begin, if that is longer than others take.
    fn of(long: Option<Duration>, config: &SdkClientConfig, upload: Upload) -> Self {
        let upload = upload.length.map_or(LONGEST_UPLOAD, |length| {
            Duration::from_secs(length / SLOWEST_UPLOAD)
        });
        let read = long.unwrap_or(READ_TIMEOUT).saturating_add(upload);
        // Who gives a call more time than that means the answer.
        let given = config.attempt_timeout().or(config.timeout());
        let read = read.max(given.unwrap_or_default());
        let read = config.http().read_timeout().unwrap_or(read);
        let attempt = ATTEMPT_TIMEOUT.saturating_add(upload);
        let attempt = attempt.max(read.saturating_add(READ_TIMEOUT));
        Self {
            total: config.timeout(),
            attempt: config.attempt_timeout().unwrap_or(attempt),
            connect: config.http().connect_timeout().unwrap_or(CONNECT_TIMEOUT),
            read,
        }
    }

    pub(crate) fn timeouts(self) -> TimeoutConfig {
        let mut timeouts = TimeoutConfig::builder()
            .connect_timeout(self.connect)
            .read_timeout(self.read)
            .operation_attempt_timeout(self.attempt);
        timeouts.set_operation_timeout(self.total);
        timeouts.build()
    }
}

/// What counts as stalled: bodies that the network should bring through without a pause. An answer
/// that is not a stream may be computed slowly (an S3 copy sends blanks meanwhile), and the producer
/// of a live stream may take its time; they end with the attempt.
///
/// An upload counts from before it has a connection on. What is in memory goes out at once when it
/// has one, so that only the wait would count; and where connections are limited, that wait is as
/// long as the others' calls.
pub(crate) fn stalls(
    operation: &Operation,
    upload: Upload,
    config: &SdkClientConfig,
) -> StalledStreamProtectionConfig {
    let waits = config.http().max_connections_per_host().is_some();
    StalledStreamProtectionConfig::enabled()
        .download_enabled(operation.streaming_output && !long_calls::is_live(operation))
        .upload_enabled(upload.stored && !waits)
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
        let stalls = |operation, stored, config: &SdkClientConfig| {
            let length = None;
            let config = stalls(operation, Upload { length, stored }, config);
            (config.download_enabled(), config.upload_enabled())
        };
        let nothing = SdkClientConfig::new();
        assert_eq!(
            stalls(GetObject::operation(), false, &nothing),
            (true, false)
        );
        assert_eq!(
            stalls(PutObject::operation(), true, &nothing),
            (false, true)
        );
        assert_eq!(
            stalls(PutObject::operation(), false, &nothing),
            (false, false)
        );
        let one = std::num::NonZeroU32::MIN;
        let one = crate::HttpConfig::new().with_max_connections_per_host(one);
        let one = SdkClientConfig::new().with_http(one);
        assert_eq!(stalls(PutObject::operation(), true, &one), (false, false));
    }

    fn limits(operation: &Operation, config: &SdkClientConfig, length: Option<u64>) -> Limits {
        Limits::new(
            operation,
            config,
            Upload {
                length,
                stored: false,
            },
        )
    }

    #[test]
    fn no_answer_is_waited_for_longer_than_a_minute() {
        let nothing = SdkClientConfig::new();
        let limits = limits(GetObject::operation(), &nothing, Some(0));
        assert_eq!(
            (limits.read, limits.attempt),
            (READ_TIMEOUT, ATTEMPT_TIMEOUT)
        );
        // But for sending it: 1 MiB at the slowest.
        let upload = self::limits(PutObject::operation(), &nothing, Some(1024 * 1024));
        assert_eq!(upload.read, READ_TIMEOUT + Duration::from_secs(64));
        let live = self::limits(PutObject::operation(), &nothing, None);
        assert_eq!(live.read, READ_TIMEOUT + LONGEST_UPLOAD);
    }

    #[test]
    fn who_sets_a_longer_limit_means_the_answer() {
        let hour = Duration::from_hours(1);
        let read = |config: SdkClientConfig| limits(GetObject::operation(), &config, Some(0)).read;
        assert_eq!(read(SdkClientConfig::new().with_timeout(hour)), hour);
        assert_eq!(
            read(SdkClientConfig::new().with_attempt_timeout(hour)),
            hour
        );
        let second = Duration::from_secs(1);
        assert_eq!(
            read(SdkClientConfig::new().with_timeout(second)),
            READ_TIMEOUT
        );
        let http = crate::HttpConfig::new().with_read_timeout(second);
        assert_eq!(
            read(SdkClientConfig::new().with_timeout(hour).with_http(http)),
            second
        );
    }

    /// The attempt that waits for it does not end before.
    #[test]
    fn an_attempt_outlasts_the_wait_for_its_answer() {
        let hour = Duration::from_hours(1);
        let attempt = |config| limits(GetObject::operation(), &config, Some(0)).attempt;
        let timeout = SdkClientConfig::new().with_timeout(hour);
        assert_eq!(attempt(timeout.clone()), hour + READ_TIMEOUT);
        let read = crate::HttpConfig::new().with_read_timeout(hour);
        let read = SdkClientConfig::new().with_http(read);
        assert_eq!(attempt(read), hour + READ_TIMEOUT);
        // But when it is told to.
        assert_eq!(
            attempt(timeout.with_attempt_timeout(READ_TIMEOUT)),
            READ_TIMEOUT
        );
    }

    #[test]
    fn no_long_call_is_cut_off() {
        for (service, operation, minutes) in [
            ("lambda", "Invoke", 30),
            ("bedrock-runtime", "InvokeModel", 59),
            ("stepfunctions", "StartSyncExecution", 5),
            ("s3", "CompleteMultipartUpload", 15),
        ] {
            let upload = Upload {
                length: Some(0),
                stored: false,
            };
            let long = long_calls::find(service, operation);
            let limits = Limits::of(long, &SdkClientConfig::new(), upload);
            let takes = Duration::from_mins(minutes);
            assert!(
                limits.read > takes && limits.attempt > takes,
                "{service}:{operation}"
            );
        }
    }
}
