//! The settings that any HTTP client has.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{ClientConfig, EndpointUrl, SdkClientConfig, duration_text, no_endpoint};

/// The settings that any HTTP client has: how long a call may take, and where it goes.
///
/// ```
/// use std::time::Duration;
///
/// use aws_operation::{BasicClientConfig, EndpointUrl};
///
/// const LOCAL: BasicClientConfig =
///     BasicClientConfig::at(EndpointUrl::from_static("http://localhost:4566"))
///         .with_timeout(Duration::from_secs(5));
/// ```
///
/// As data, timeouts are text such as `15m`. An endpoint is written but not read: see
/// [`EndpointFromData`](super::EndpointFromData).
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BasicClientConfig {
    #[serde(with = "duration_text")]
    timeout: Option<Duration>,
    #[serde(deserialize_with = "no_endpoint")]
    endpoint: Option<EndpointUrl>,
}

impl BasicClientConfig {
    /// Settings of which none is set.
    pub const fn new() -> Self {
        Self {
            timeout: None,
            endpoint: None,
        }
    }

    /// Settings with an endpoint. Unlike [`with_endpoint`](Self::with_endpoint), for constants too.
    pub const fn at(endpoint: EndpointUrl) -> Self {
        Self {
            timeout: None,
            endpoint: Some(endpoint),
        }
    }

    /// Sets the longest time that a call may take, retries and the waits between them included. It
    /// ends with the answer: what comes as a stream may take longer to read.
    #[must_use]
    pub const fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets where calls go instead of the service's own endpoint.
    #[must_use]
    pub fn with_endpoint(mut self, endpoint: impl Into<EndpointUrl>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    pub(super) fn into_parts(self) -> (Option<Duration>, Option<EndpointUrl>) {
        (self.timeout, self.endpoint)
    }

    /// The longest time that a call may take, retries and the waits between them included.
    pub const fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// Where calls go instead of the service's own endpoint.
    pub const fn endpoint(&self) -> Option<&EndpointUrl> {
        self.endpoint.as_ref()
    }
}

impl ClientConfig for BasicClientConfig {
    fn settings(&self) -> SdkClientConfig {
        self.clone().into()
    }
}
