//! Whether a call that failed is tried again.

use serde::{Deserialize, Serialize};

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
    /// One attempt, no more.
    None,
    /// As [`Standard`](Self::Standard), with this many retries: `Number(2)` means three attempts.
    Number(u32),
    /// AWS's standard mode: two retries, exponential waits with jitter, and fewer retries while
    /// many calls fail.
    Standard,
}
