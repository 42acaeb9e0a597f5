//! Whether a call that failed is tried again.

use std::num::NonZeroU32;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{InvalidClientConfig, duration_text, is_zero, longer};

/// Whether and how often a call that failed is tried again, if the failure is one that may pass.
///
/// Where nothing is set, it is [`Standard`](Self::Standard).
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RetryPolicy {
    /// As [`Standard`](Self::Standard), and the client also slows down when the service asks for
    /// it: a call may wait before its first attempt.
    Adaptive,
    /// As one says oneself: how many attempts, and how long the waits between them are.
    Custom(CustomRetries),
    /// One attempt, no more.
    None,
    /// As [`Standard`](Self::Standard), with this many retries: `Number(2)` means three attempts.
    Number(u32),
    /// AWS's standard mode: two retries (DynamoDB: three), exponential waits with jitter, and fewer
    /// retries while many calls fail.
    Standard,
}

/// Retries of which the number and the waits are one's own; what is unset is as in
/// [`RetryPolicy::Standard`].
///
/// ```
/// use std::num::NonZeroU32;
/// use std::time::Duration;
///
/// use aws_operation::{CustomRetries, RetryPolicy, SdkClientConfig};
///
/// const STUBBORN: CustomRetries = CustomRetries::new()
///     .with_max_attempts(NonZeroU32::new(10).unwrap())
///     .with_initial_backoff(Duration::from_millis(100))
///     .with_max_backoff(Duration::from_secs(5));
/// const CONFIG: SdkClientConfig = SdkClientConfig::new()
///     .with_retry_policy(RetryPolicy::Custom(STUBBORN))
///     .checked();
/// ```
///
/// As data, waits are text such as `500ms`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CustomRetries {
    adaptive: bool,
    max_attempts: Option<NonZeroU32>,
    #[serde(with = "duration_text")]
    initial_backoff: Option<Duration>,
    #[serde(with = "duration_text")]
    max_backoff: Option<Duration>,
}

impl CustomRetries {
    /// Retries as in the standard mode.
    pub const fn new() -> Self {
        Self {
            adaptive: false,
            max_attempts: None,
            initial_backoff: None,
            max_backoff: None,
        }
    }

    /// Sets whether the client slows down when the service asks for it, as
    /// [`RetryPolicy::Adaptive`] does.
    #[must_use]
    pub const fn with_adaptive(mut self, adaptive: bool) -> Self {
        self.adaptive = adaptive;
        self
    }

    /// Sets how often the call is tried at most, the first time included.
    #[must_use]
    pub const fn with_max_attempts(mut self, most: NonZeroU32) -> Self {
        self.max_attempts = Some(most);
        self
    }

    /// Sets the longest wait before the second attempt. Before each further one it may be twice as
    /// long; how long it is, is up to chance, so that callers do not come back all at once. Unset, it
    /// is a second (DynamoDB: 25 ms).
    #[must_use]
    pub const fn with_initial_backoff(mut self, longest: Duration) -> Self {
        self.initial_backoff = Some(longest);
        self
    }

    /// Sets the longest wait before any attempt. Unset, it is 20 seconds.
    #[must_use]
    pub const fn with_max_backoff(mut self, longest: Duration) -> Self {
        self.max_backoff = Some(longest);
        self
    }

    /// Whether the client slows down when the service asks for it.
    pub const fn adaptive(&self) -> bool {
        self.adaptive
    }

    /// How often the call is tried at most.
    pub const fn max_attempts(&self) -> Option<NonZeroU32> {
        self.max_attempts
    }

    /// The longest wait before the second attempt.
    pub const fn initial_backoff(&self) -> Option<Duration> {
        self.initial_backoff
    }

    /// The longest wait before any attempt.
    pub const fn max_backoff(&self) -> Option<Duration> {
        self.max_backoff
    }

    pub(super) const fn check(&self) -> Result<(), InvalidClientConfig> {
        if is_zero(self.initial_backoff) {
            return Err(zero!("initial_backoff"));
        }
        if is_zero(self.max_backoff) {
            return Err(zero!("max_backoff"));
        }
        match (self.initial_backoff, self.max_backoff) {
            (Some(initial), Some(most)) if longer(initial, most) => {
                Err(longer_than!("initial_backoff", "max_backoff"))
            }
            _ => Ok(()),
        }
    }
}
