//! The settings that say how long a call may take, and how often it is tried.

use std::time::Duration;

use super::{RetryPolicy, SdkClientConfig};

impl SdkClientConfig {
    /// Sets the longest time that a call may take, retries and the waits between them included. It
    /// ends with the answer: what comes as a stream may take longer to read.
    #[must_use]
    pub const fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the longest time that one attempt of a call may take. It ends with the answer, as the
    /// one for the whole call does, and covers what is uploaded before.
    ///
    /// Unset, it is 16 minutes, or a minute more than the answer may take to begin if that is longer,
    /// and for uploads as much more as a slow line needs. What ran into that is not tried again.
    #[must_use]
    pub const fn with_attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// Sets whether and how often a call that failed is tried again.
    #[must_use]
    pub const fn with_retry_policy(mut self, policy: RetryPolicy) -> Self {
        self.retry_policy = Some(policy);
        self
    }

    /// The longest time that a call may take, retries and the waits between them included.
    pub const fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// The longest time that one attempt of a call may take.
    pub const fn attempt_timeout(&self) -> Option<Duration> {
        self.attempt_timeout
    }

    /// Whether and how often a call that failed is tried again.
    pub const fn retry_policy(&self) -> Option<RetryPolicy> {
        self.retry_policy
    }
}
