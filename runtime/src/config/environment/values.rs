//! What settings may say.

use std::num::NonZeroU32;

use crate::config::{
    AccountIdEndpointMode, AppName, CustomRetries, EndpointUrl, RequestChecksumCalculation,
    ResponseChecksumValidation, RetryPolicy,
};

/// A kind of value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<T> {
    parse: fn(&str) -> Option<T>,
    /// What it may be, for those who wrote something else.
    expected: &'static str,
}

impl<T> Value<T> {
    /// Reads a text from this place. The text itself is not told: one that is in the wrong place may
    /// be a secret.
    pub(super) fn read(self, text: &str, place: impl Fn() -> String) -> Result<T, String> {
        (self.parse)(text.trim()).ok_or_else(|| format!("{} has to be {}", place(), self.expected))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RetryMode {
    Adaptive,
    Standard,
}

pub(super) const ACCOUNT_ID_ENDPOINT_MODE: Value<AccountIdEndpointMode> = Value {
    parse: |text| match lower(text).as_str() {
        "disabled" => Some(AccountIdEndpointMode::Disabled),
        "preferred" => Some(AccountIdEndpointMode::Preferred),
        "required" => Some(AccountIdEndpointMode::Required),
        _ => None,
    },
    expected: "`preferred`, `required` or `disabled`",
};

pub(super) const APP_NAME: Value<AppName> = Value {
    parse: |text| AppName::new(text.to_owned()).ok(),
    expected: "1 to 50 letters, digits, and characters of !#$%&'*+-.^_`|~",
};

pub(super) const ATTEMPTS: Value<NonZeroU32> = Value {
    parse: |text| text.parse().ok(),
    expected: "a whole number, 1 or more",
};

pub(super) const BOOLEAN: Value<bool> = Value {
    parse: |text| lower(text).parse().ok(),
    expected: "`true` or `false`",
};

/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-compression.html>
pub(super) const COMPRESSION_SIZE: Value<u32> = Value {
    parse: |text| text.parse().ok().filter(|bytes| *bytes <= 10_485_760),
    expected: "a number of bytes, 10485760 at most",
};

/// Plain `http` may go to any computer, as in all of AWS's tools: who sets the environment of a
/// process has its credentials, too. A container beside this one has no certificate.
pub(super) const ENDPOINT: Value<EndpointUrl> = Value {
    parse: |text| EndpointUrl::insecure_http(text.to_owned()).ok(),
    expected: "a URL that begins with `https://` or `http://` and has a host, without user name, query or fragment",
};

pub(super) const REQUEST_CHECKSUM_CALCULATION: Value<RequestChecksumCalculation> = Value {
    parse: |text| match lower(text).as_str() {
        "when_required" => Some(RequestChecksumCalculation::WhenRequired),
        "when_supported" => Some(RequestChecksumCalculation::WhenSupported),
        _ => None,
    },
    expected: CHECKSUMS,
};

pub(super) const RESPONSE_CHECKSUM_VALIDATION: Value<ResponseChecksumValidation> = Value {
    parse: |text| match lower(text).as_str() {
        "when_required" => Some(ResponseChecksumValidation::WhenRequired),
        "when_supported" => Some(ResponseChecksumValidation::WhenSupported),
        _ => None,
    },
    expected: CHECKSUMS,
};

const CHECKSUMS: &str = "`when_supported` or `when_required`";

/// `legacy` is what AWS's older tools had before `standard`; no newer one has it.
pub(super) const RETRY_MODE: Value<RetryMode> = Value {
    parse: |text| match lower(text).as_str() {
        "adaptive" => Some(RetryMode::Adaptive),
        "legacy" | "standard" => Some(RetryMode::Standard),
        _ => None,
    },
    expected: "`standard` or `adaptive`",
};

/// What mode and number come to together.
pub(super) fn retry_policy(
    mode: Option<RetryMode>,
    attempts: Option<NonZeroU32>,
) -> Option<RetryPolicy> {
    match (mode, attempts) {
        (None, None) => None,
        (Some(RetryMode::Adaptive), None) => Some(RetryPolicy::Adaptive),
        (Some(RetryMode::Adaptive), Some(most)) => Some(RetryPolicy::Custom(
            CustomRetries::new()
                .with_adaptive(true)
                .with_max_attempts(most),
        )),
        (Some(RetryMode::Standard), None) => Some(RetryPolicy::Standard),
        (Some(RetryMode::Standard) | None, Some(most)) => Some(RetryPolicy::Number(most.get() - 1)),
    }
}

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}
