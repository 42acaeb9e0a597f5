//! How calls are made: timeouts, retries, and where to.

mod account_id_endpoint_mode;
mod addressing;
mod basic;
mod duration_text;
mod endpoint_url;
mod http;
mod invalid;
mod payload;
mod retry_policy;
mod s3;
#[cfg(test)]
mod tests;

use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize};

pub use account_id_endpoint_mode::AccountIdEndpointMode;
pub use basic::BasicClientConfig;
pub(crate) use duration_text::parse as parse_duration;
pub use endpoint_url::{EndpointFromData, EndpointUrl, InvalidEndpointUrl};
pub use http::{HttpConfig, InvalidProxy, InvalidRootCertificates, Proxy, RootCertificates};
pub use invalid::InvalidClientConfig;
pub use payload::{RequestChecksumCalculation, ResponseChecksumValidation};
pub use retry_policy::RetryPolicy;
pub use s3::S3Config;

/// What calls can be configured with.
///
/// [`BasicClientConfig`] and [`SdkClientConfig`] implement it. So can a type of your own that
/// stands in for them, for example one that knows your emulators.
///
/// ```
/// use std::time::Duration;
///
/// use aws_operation::{ClientConfig, SdkClientConfig};
///
/// struct Batch;
///
/// impl ClientConfig for Batch {
///     fn settings(&self) -> SdkClientConfig {
///         SdkClientConfig::new().with_timeout(Duration::from_secs(900))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no client configuration",
    label = "no client configuration",
    note = "take `BasicClientConfig` or `SdkClientConfig`, or implement `aws_operation::ClientConfig` for a type of your own"
)]
pub trait ClientConfig {
    /// The settings to make the call with. What is unset here is taken from the next place in the
    /// order of precedence: the call, the request's field, the connector, the defaults.
    fn settings(&self) -> SdkClientConfig;
}

impl<T: ClientConfig + ?Sized> ClientConfig for &T {
    fn settings(&self) -> SdkClientConfig {
        (**self).settings()
    }
}

impl<T: ClientConfig + ?Sized> ClientConfig for Box<T> {
    fn settings(&self) -> SdkClientConfig {
        (**self).settings()
    }
}

impl<T: ClientConfig + ?Sized> ClientConfig for std::sync::Arc<T> {
    fn settings(&self) -> SdkClientConfig {
        (**self).settings()
    }
}

/// The settings of a call through AWS's engine: those of [`BasicClientConfig`], the time that one
/// attempt may take, the retry policy, what becomes of bodies (checksums and compression), and how
/// connections are made and kept.
///
/// ```
/// use std::time::Duration;
///
/// use aws_operation::{RetryPolicy, SdkClientConfig};
///
/// const PATIENT: SdkClientConfig = SdkClientConfig::new()
///     .with_timeout(Duration::from_secs(15 * 60))
///     .with_attempt_timeout(Duration::from_secs(60))
///     .with_retry_policy(RetryPolicy::Number(5));
/// ```
///
/// As data, timeouts are text such as `15m`. An endpoint is written but not read: see
/// [`EndpointFromData`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SdkClientConfig {
    #[serde(with = "duration_text")]
    timeout: Option<Duration>,
    #[serde(deserialize_with = "no_endpoint")]
    endpoint: Option<EndpointUrl>,
    #[serde(with = "duration_text")]
    attempt_timeout: Option<Duration>,
    retry_policy: Option<RetryPolicy>,
    fips: Option<bool>,
    dual_stack: Option<bool>,
    account_id_endpoint_mode: Option<AccountIdEndpointMode>,
    s3: S3Config,
    request_checksum_calculation: Option<RequestChecksumCalculation>,
    response_checksum_validation: Option<ResponseChecksumValidation>,
    disable_request_compression: Option<bool>,
    request_min_compression_size_bytes: Option<u32>,
    http: HttpConfig,
}

impl SdkClientConfig {
    /// Settings of which none is set.
    pub const fn new() -> Self {
        Self::with(None, None)
    }

    /// Settings with an endpoint. Unlike [`with_endpoint`](Self::with_endpoint), for constants too.
    pub const fn at(endpoint: EndpointUrl) -> Self {
        Self::with(None, Some(endpoint))
    }

    const fn with(timeout: Option<Duration>, endpoint: Option<EndpointUrl>) -> Self {
        Self {
            timeout,
            endpoint,
            attempt_timeout: None,
            retry_policy: None,
            fips: None,
            dual_stack: None,
            account_id_endpoint_mode: None,
            s3: S3Config::new(),
            request_checksum_calculation: None,
            response_checksum_validation: None,
            disable_request_compression: None,
            request_min_compression_size_bytes: None,
            http: HttpConfig::new(),
        }
    }

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
    /// Unset, it is 16 minutes, a minute more than AWS's longest operation may take, and for
    /// uploads as much more as a slow line needs. What ran into that is not tried again.
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

    /// Fills what is unset here from `fallback`.
    #[must_use]
    pub fn or(self, fallback: &Self) -> Self {
        Self {
            timeout: self.timeout.or(fallback.timeout),
            endpoint: self.endpoint.or_else(|| fallback.endpoint.clone()),
            attempt_timeout: self.attempt_timeout.or(fallback.attempt_timeout),
            retry_policy: self.retry_policy.or(fallback.retry_policy),
            fips: self.fips.or(fallback.fips),
            dual_stack: self.dual_stack.or(fallback.dual_stack),
            account_id_endpoint_mode: self
                .account_id_endpoint_mode
                .or(fallback.account_id_endpoint_mode),
            s3: self.s3.or(&fallback.s3),
            request_checksum_calculation: self
                .request_checksum_calculation
                .or(fallback.request_checksum_calculation),
            response_checksum_validation: self
                .response_checksum_validation
                .or(fallback.response_checksum_validation),
            disable_request_compression: self
                .disable_request_compression
                .or(fallback.disable_request_compression),
            request_min_compression_size_bytes: self
                .request_min_compression_size_bytes
                .or(fallback.request_min_compression_size_bytes),
            http: self.http.or(&fallback.http),
        }
    }

    /// Checks that a call can be made with these settings. Every call does this first; in a
    /// `const _: () = …` the compiler does.
    ///
    /// # Errors
    /// When a timeout is zero. An attempt timeout above the total is none: the two may come from
    /// different places, and the total one then ends the attempt.
    pub const fn check(&self) -> Result<(), InvalidClientConfig> {
        if matches!(self.timeout, Some(timeout) if timeout.is_zero()) {
            return Err(InvalidClientConfig { field: "timeout" });
        }
        if matches!(self.attempt_timeout, Some(timeout) if timeout.is_zero()) {
            return Err(InvalidClientConfig {
                field: "attempt_timeout",
            });
        }
        self.http.check()
    }
}

impl From<BasicClientConfig> for SdkClientConfig {
    fn from(basic: BasicClientConfig) -> Self {
        let (timeout, endpoint) = basic.into_parts();
        Self::with(timeout, endpoint)
    }
}

impl ClientConfig for SdkClientConfig {
    fn settings(&self) -> SdkClientConfig {
        self.clone()
    }
}

/// Reads an endpoint's absence.
fn no_endpoint<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<EndpointUrl>, D::Error> {
    match Option::<serde::de::IgnoredAny>::deserialize(deserializer)? {
        None => Ok(None),
        Some(_) => Err(serde::de::Error::custom(
            "`endpoint` is not read from data, which could redirect signed requests; read an \
             `EndpointFromData` where the data is trusted, and attach it with `with_endpoint`",
        )),
    }
}
