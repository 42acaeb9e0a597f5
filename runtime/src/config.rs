//! How calls are made: timeouts, retries, and where to.

#[macro_use]
mod invalid;

mod account_id_endpoint_mode;
mod addressing;
mod app_name;
mod basic;
mod duration_text;
mod endpoint_url;
mod environment;
mod headers;
mod http;
mod payload;
mod retry_policy;
mod s3;
#[cfg(test)]
mod tests;
mod timeouts;

use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use account_id_endpoint_mode::AccountIdEndpointMode;
pub use app_name::{AppName, InvalidAppName};
pub use basic::BasicClientConfig;
pub(crate) use duration_text::parse as parse_duration;
pub use endpoint_url::{EndpointFromData, EndpointUrl, InvalidEndpointUrl};
pub(crate) use environment::settings as environment;
pub use headers::{ExtraHeaders, InvalidHeader};
pub use http::{HttpConfig, InvalidProxy, InvalidRootCertificates, Proxy, RootCertificates};
pub use invalid::InvalidClientConfig;
pub use payload::{RequestChecksumCalculation, ResponseChecksumValidation};
pub use retry_policy::{CustomRetries, RetryPolicy};
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
    /// order of precedence: the call, the request's field, the connector, AWS's environment variables
    /// and the profile, the operation's attribute, the defaults.
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
/// attempt may take, the retry policy, what becomes of bodies (checksums and compression), how
/// connections are made and kept, and what is told of the caller.
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
    app_name: Option<AppName>,
    #[serde(
        serialize_with = "headers::serialize",
        deserialize_with = "headers::deserialize"
    )]
    headers: ExtraHeaders,
    environment: Option<bool>,
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
            app_name: None,
            headers: ExtraHeaders::new(),
            environment: None,
        }
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
            app_name: self.app_name.or_else(|| fallback.app_name.clone()),
            headers: self.headers.or(&fallback.headers),
            environment: self.environment.or(fallback.environment),
        }
    }

    /// Checks that a call can be made with these settings.
    ///
    /// # Errors
    /// When a time is zero, when one attempt may take longer than the whole call, or when the first
    /// wait between two attempts is longer than the longest. Settings of a call that come from
    /// several places need not fit so well: there, the shorter limit counts.
    pub const fn check(&self) -> Result<(), InvalidClientConfig> {
        if let Err(fault) = self.check_merged() {
            return Err(fault);
        }
        match (self.timeout, self.attempt_timeout) {
            (Some(total), Some(attempt)) if longer(attempt, total) => {
                Err(longer_than!("attempt_timeout", "timeout"))
            }
            _ => Ok(()),
        }
    }

    /// The same settings, checked: for constants, `const CONFIG: SdkClientConfig = ….checked();`.
    ///
    /// # Panics
    /// Where [`check`](Self::check) fails. In a constant that is an error of the compiler.
    #[must_use]
    pub const fn checked(self) -> Self {
        if let Err(fault) = self.check() {
            panic!("{}", fault.text());
        }
        self
    }

    /// Checks settings that come from several places. Every call does this first.
    pub(crate) const fn check_merged(&self) -> Result<(), InvalidClientConfig> {
        if is_zero(self.timeout) {
            return Err(zero!("timeout"));
        }
        if is_zero(self.attempt_timeout) {
            return Err(zero!("attempt_timeout"));
        }
        if let Some(RetryPolicy::Custom(retries)) = &self.retry_policy
            && let Err(fault) = retries.check()
        {
            return Err(fault);
        }
        self.http.check()
    }
}

const fn is_zero(time: Option<Duration>) -> bool {
    matches!(time, Some(time) if time.is_zero())
}

/// `>` is not for constants.
const fn longer(one: Duration, other: Duration) -> bool {
    one.as_nanos() > other.as_nanos()
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
    absent(
        deserializer,
        "`endpoint` is not read from data, which could redirect signed requests; read an \
         `EndpointFromData` where the data is trusted, and attach it with `with_endpoint`",
    )
}

/// Reads the absence of what data does not get to say.
fn absent<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    otherwise: &'static str,
) -> Result<Option<T>, D::Error> {
    match Option::<serde::de::IgnoredAny>::deserialize(deserializer)? {
        None => Ok(None),
        Some(_) => Err(serde::de::Error::custom(otherwise)),
    }
}

/// Writes nothing: what is not read is not written either.
#[expect(
    clippy::ref_option,
    reason = "serde's `serialize_with` calls it like this"
)]
fn nothing<T, S: Serializer>(_: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_none()
}
