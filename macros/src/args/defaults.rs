//! The client configuration that an operation has by default: what its author gives it.

use std::num::NonZeroU32;
use std::time::Duration;

use syn::{Expr, ExprLit, Lit, LitStr, Meta};

use super::values::text;
use super::{Slot, key_text};
use crate::ctxt::Ctxt;
use crate::messages;

/// The arguments that are settings of the client.
pub(crate) const KEYS: &[&str] = &["attempt_timeout", "endpoint", "max_attempts", "timeout"];

/// What one attribute says.
#[derive(Clone, Default)]
pub(crate) struct Defaults {
    /// `timeout = "15m"`: for the whole call.
    pub(crate) timeout: Slot<Time>,
    /// `attempt_timeout = "60s"`: for one attempt.
    pub(crate) attempt_timeout: Slot<Time>,
    /// `max_attempts = 5`: the first one included.
    pub(crate) max_attempts: Slot<NonZeroU32>,
    /// `endpoint = "http://localhost:4566"`: where calls go. The runtime checks it, in a constant.
    pub(crate) endpoint: Slot<LitStr>,
}

/// A time, and where it stands.
#[derive(Clone)]
pub(crate) struct Time {
    /// The text.
    pub(crate) literal: LitStr,
    /// What it says.
    pub(crate) duration: Duration,
}

impl Defaults {
    /// Reads one argument. Whether it is one of these was looked up.
    pub(super) fn set(&mut self, cx: &Ctxt, key: &str, meta: &Meta) {
        let path = meta.path();
        match key {
            "attempt_timeout" => {
                let value = time(cx, meta, "attempt_timeout = \"60s\"");
                self.attempt_timeout.set(cx, path, value);
            }
            "endpoint" => {
                let value = text(cx, meta, "endpoint = \"http://localhost:4566\"");
                self.endpoint.set(cx, path, value);
            }
            "max_attempts" => self.max_attempts.set(cx, path, attempts(cx, meta)),
            "timeout" => {
                let value = time(cx, meta, "timeout = \"15m\"");
                self.timeout.set(cx, path, value);
            }
            other => unreachable!("BUG: `{other}` is listed as a setting and not read"),
        }
    }

    /// The attempt's time, if it is longer than the whole call's.
    pub(crate) fn contradiction(&self) -> Option<&Time> {
        let total = self.timeout.get()?;
        let attempt = self.attempt_timeout.get()?;
        (attempt.duration > total.duration).then_some(attempt)
    }

    /// Fills what is not said here from `others`.
    pub(crate) fn or(self, others: &Self) -> Self {
        Self {
            timeout: self.timeout.or(&others.timeout),
            attempt_timeout: self.attempt_timeout.or(&others.attempt_timeout),
            max_attempts: self.max_attempts.or(&others.max_attempts),
            endpoint: self.endpoint.or(&others.endpoint),
        }
    }

    /// Whether nothing is said.
    pub(crate) fn is_empty(&self) -> bool {
        self.timeout.get().is_none()
            && self.attempt_timeout.get().is_none()
            && self.max_attempts.get().is_none()
            && self.endpoint.get().is_none()
    }
}

/// `"15m"`
fn time(cx: &Ctxt, meta: &Meta, form: &str) -> Option<Time> {
    let literal = text(cx, meta, form)?;
    let value = literal.value();
    match duration(&value) {
        Some(Duration::ZERO) => {
            let key = key_text(meta.path());
            cx.error_at(&literal, messages::zero_time(&key));
            None
        }
        Some(duration) => Some(Time { literal, duration }),
        None => {
            cx.error_at(&literal, messages::no_duration(&value));
            None
        }
    }
}

/// A whole number and its unit. The runtime reads settings in the same way.
fn duration(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let number: u64 = number.parse().ok()?;
    match unit {
        "h" => number.checked_mul(3600).map(Duration::from_secs),
        "m" => number.checked_mul(60).map(Duration::from_secs),
        "s" => Some(Duration::from_secs(number)),
        "ms" => Some(Duration::from_millis(number)),
        "us" => Some(Duration::from_micros(number)),
        "ns" => Some(Duration::from_nanos(number)),
        _ => None,
    }
}

/// `5`
fn attempts(cx: &Ctxt, meta: &Meta) -> Option<NonZeroU32> {
    if let Meta::NameValue(pair) = meta
        && let Expr::Lit(ExprLit {
            lit: Lit::Int(number),
            ..
        }) = &pair.value
        && let Ok(most) = number.base10_parse::<u32>()
    {
        let most = NonZeroU32::new(most);
        if most.is_none() {
            cx.error_at(number, messages::NO_ATTEMPTS);
        }
        return most;
    }
    let message = messages::expected_value("max_attempts", "max_attempts = 5");
    cx.error_at(meta, message);
    None
}
