//! Credentials at hand, and until when they will do.

use std::time::{Duration, SystemTime};

use super::{NEXT_ATTEMPT, Valid};

/// How long before their end credentials are fetched anew, but for the jitter. While that goes on,
/// and when it fails, calls use the old ones. Short-lived ones are kept for at least two thirds of
/// their time.
const ADVISORY: Duration = Duration::from_mins(5);

/// How long before their end calls wait for the new ones: a signature has to be valid on arrival.
/// Of short-lived ones, it is a sixth of their time.
const MANDATORY: Duration = Duration::from_mins(1);

/// How long credentials without an end are kept: the official SDK's `default_expiration`. The file
/// or variable they came from may have changed.
const NO_EXPIRATION: Duration = Duration::from_mins(15);

/// Credentials at hand. `None` is never.
pub(super) struct Kept {
    pub(super) valid: Valid,
    refresh_at: Option<SystemTime>,
    /// When calls no longer go on with these ones while new ones are fetched.
    enough_until: Option<SystemTime>,
    valid_until: Option<SystemTime>,
}

impl Kept {
    /// What a source gave `now`; `changes` is whether it may give something else later.
    pub(super) fn new(
        valid: Valid,
        now: SystemTime,
        changes: bool,
        jitter: fn(Duration) -> Duration,
    ) -> Self {
        let end = valid.credentials.expiry();
        let left = end.and_then(|end| end.duration_since(now).ok());
        let left = left.filter(|left| !left.is_zero());
        let refresh_at = match (end, left) {
            _ if !changes => None,
            (None, _) => Some(now + NO_EXPIRATION),
            (Some(_), None) => Some(now + NEXT_ATTEMPT),
            (Some(end), Some(left)) => {
                let ahead = ADVISORY.min(left / 3);
                Some(end - ahead + jitter(ahead / 4))
            }
        };
        Self {
            valid,
            refresh_at,
            enough_until: end
                .zip(left)
                .map(|(end, left)| end - MANDATORY.min(left / 6)),
            // By this computer's clock they had ended when they came. Whoever gives such is not
            // asked for every call.
            valid_until: end.map(|end| {
                if left.is_none() {
                    now + NEXT_ATTEMPT
                } else {
                    end
                }
            }),
        }
    }

    pub(super) fn is_valid(&self, now: SystemTime) -> bool {
        self.valid_until.is_none_or(|end| now < end)
    }

    /// Whether nobody has to wait for new ones.
    pub(super) fn is_enough(&self, now: SystemTime) -> bool {
        self.enough_until.is_none_or(|end| now < end)
    }

    /// Whether new ones should be fetched.
    pub(super) fn is_due(&self, now: SystemTime) -> bool {
        !self.is_enough(now) || self.refresh_at.is_some_and(|due| due <= now)
    }

    pub(super) fn put_off(&mut self, until: SystemTime) {
        self.refresh_at = self.refresh_at.map(|_| until);
    }

    /// How long they are still valid, if they end.
    pub(super) fn left(&self, now: SystemTime) -> Option<Duration> {
        self.valid_until?.duration_since(now).ok()
    }
}
