//! The service's clock, where this computer's is wrong.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::date_time::{DateTime, Format};

/// How far the service's clock is ahead of this computer's, as its last answer says.
#[derive(Debug, Clone, Default)]
pub(crate) struct ServiceClock(Arc<AtomicI64>);

impl ServiceClock {
    /// Less than this does not matter: AWS takes signatures that are five minutes off.
    const TOLERATED: u64 = 4 * 60;

    /// The time there when it is `here` on this computer.
    pub(super) fn there(&self, here: SystemTime) -> SystemTime {
        shift(here, self.ahead())
    }

    /// The time on this computer when it is `there` at the service.
    pub(super) fn here(&self, there: SystemTime) -> SystemTime {
        shift(there, -self.ahead())
    }

    /// Seconds.
    pub(super) fn ahead(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    fn learn(&self, date: &str, now: SystemTime) {
        let Ok(date) = DateTime::from_str(date, Format::HttpDate) else {
            return;
        };
        let ahead = date.secs() - DateTime::from(now).secs();
        let counts = ahead.unsigned_abs() > Self::TOLERATED;
        self.0
            .store(if counts { ahead } else { 0 }, Ordering::Relaxed);
    }
}

fn shift(time: SystemTime, seconds: i64) -> SystemTime {
    let by = Duration::from_secs(seconds.unsigned_abs());
    let shifted = if seconds < 0 {
        time.checked_sub(by)
    } else {
        time.checked_add(by)
    };
    shifted.unwrap_or(time)
}

#[dyn_dispatch_hint]
impl Intercept for ServiceClock {
    fn name(&self) -> &'static str {
        "ServiceClock"
    }

    fn read_before_deserialization(
        &self,
        context: &BeforeDeserializationInterceptorContextRef<'_>,
        components: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(date) = context.response().headers().get("date") {
            self.learn(date, components.time_source().unwrap_or_default().now());
        }
        Ok(())
    }
}
