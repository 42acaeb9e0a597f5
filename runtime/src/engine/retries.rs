//! Whether there is another attempt.

use aws_smithy_runtime::client::retries::strategy::StandardRetryStrategy;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
use aws_smithy_runtime_api::client::retries::{RetryStrategy, SharedRetryStrategy, ShouldAttempt};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;

use super::progress::Progress;
use crate::config::RetryPolicy;

pub(crate) fn retries(policy: Option<RetryPolicy>) -> RetryConfig {
    match policy.unwrap_or(RetryPolicy::Standard) {
        RetryPolicy::Adaptive => RetryConfig::adaptive(),
        RetryPolicy::None => RetryConfig::disabled(),
        RetryPolicy::Number(retries) => {
            RetryConfig::standard().with_max_attempts(retries.saturating_add(1))
        }
        RetryPolicy::Standard => RetryConfig::standard(),
    }
}

/// The standard strategy, watched: when it says no, the last attempt's failure is the call's.
///
/// It holds the permit of the retry under way, so there is one for each call.
#[derive(Debug)]
pub(crate) struct Watched {
    standard: StandardRetryStrategy,
    progress: Progress,
    /// Whether the request's body can be sent again.
    is_replayable: bool,
}

impl Watched {
    pub(crate) fn shared(progress: Progress, is_replayable: bool) -> SharedRetryStrategy {
        SharedRetryStrategy::new(Self {
            standard: StandardRetryStrategy::new(),
            progress,
            is_replayable,
        })
    }
}

impl RetryStrategy for Watched {
    fn should_attempt_initial_request(
        &self,
        components: &RuntimeComponents,
        cfg: &ConfigBag,
    ) -> Result<ShouldAttempt, BoxError> {
        self.standard
            .should_attempt_initial_request(components, cfg)
    }

    fn should_attempt_retry(
        &self,
        context: &InterceptorContext,
        components: &RuntimeComponents,
        cfg: &ConfigBag,
    ) -> Result<ShouldAttempt, BoxError> {
        let answer = self
            .standard
            .should_attempt_retry(context, components, cfg)?;
        // A stream that is read only once is gone. The engine would notice that, too, but the call's
        // failure would not say that nothing was to come.
        let answer = if self.is_replayable {
            answer
        } else {
            ShouldAttempt::No
        };
        if matches!(answer, ShouldAttempt::No) {
            self.progress.give_up();
        }
        Ok(answer)
    }
}

/// Does not do again what took as long as the default lets it: it is still being done, or is never
/// done in time. Whoever sets a limit of their own knows better.
#[derive(Debug)]
pub(crate) struct OnceIsEnough;

impl ClassifyRetry for OnceIsEnough {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.output_or_error() {
            Some(Err(error)) if error.is_timeout_error() => RetryAction::RetryForbidden,
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "OnceIsEnough"
    }
}
