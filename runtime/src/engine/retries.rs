//! Whether there is another attempt.

use std::time::Duration;

use aws_smithy_runtime::client::retries::classifiers::HttpStatusCodeClassifier;
use aws_smithy_runtime::client::retries::strategy::StandardRetryStrategy;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::retries::classifiers::{
    ClassifyRetry, RetryAction, RetryClassifierPriority,
};
use aws_smithy_runtime_api::client::retries::{RetryStrategy, SharedRetryStrategy, ShouldAttempt};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::{RetryConfig, RetryMode};

use super::long_calls;
use super::progress::Progress;
use crate::config::{RetryPolicy, SdkClientConfig};
use crate::operation::{Operation, Service};

/// How often a call of this service is tried, and after what waits.
pub(crate) fn retries(service: &Service, policy: Option<RetryPolicy>) -> RetryConfig {
    let standard = standard(service);
    let adaptive = || standard.clone().with_retry_mode(RetryMode::Adaptive);
    match policy.unwrap_or(RetryPolicy::Standard) {
        RetryPolicy::Adaptive => adaptive(),
        RetryPolicy::Custom(custom) => {
            let mut retries = if custom.adaptive() {
                adaptive()
            } else {
                standard
            };
            if let Some(most) = custom.max_attempts() {
                retries = retries.with_max_attempts(most.get());
            }
            if let Some(wait) = custom.initial_backoff() {
                retries = retries.with_initial_backoff(wait);
            }
            if let Some(wait) = custom.max_backoff() {
                retries = retries.with_max_backoff(wait);
            }
            retries
        }
        RetryPolicy::None => RetryConfig::disabled(),
        RetryPolicy::Number(retries) => standard.with_max_attempts(retries.saturating_add(1)),
        RetryPolicy::Standard => standard,
    }
}

/// AWS's standard mode. DynamoDB answers in milliseconds, and waits are shorter there, but one more.
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>
fn standard(service: &Service) -> RetryConfig {
    let standard = RetryConfig::standard();
    if matches!(service.name, "dynamodb" | "dynamodbstreams") {
        standard
            .with_max_attempts(4)
            .with_initial_backoff(Duration::from_millis(25))
    } else {
        standard
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
pub(crate) struct OnceIsEnough {
    progress: Progress,
    /// Whether the default is one attempt's own, and nobody set another.
    attempt: bool,
    /// Whether the operation is one of those that answer late, and nobody said how late.
    read: bool,
}

impl OnceIsEnough {
    pub(crate) fn new(operation: &Operation, config: &SdkClientConfig, progress: Progress) -> Self {
        Self {
            progress,
            attempt: config.attempt_timeout().is_none(),
            read: config.http().read_timeout().is_none() && long_calls::wait(operation).is_some(),
        }
    }
}

impl ClassifyRetry for OnceIsEnough {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let Some(Err(error)) = context.output_or_error() else {
            return RetryAction::NoActionIndicated;
        };
        let is_slow = error
            .as_connector_error()
            .is_some_and(|error| error.is_timeout() && self.progress.is_connected());
        if self.attempt && error.is_timeout_error() || self.read && is_slow {
            RetryAction::RetryForbidden
        } else {
            RetryAction::NoActionIndicated
        }
    }

    fn name(&self) -> &'static str {
        "OnceIsEnough"
    }
}

/// Tells by its status that a service, or what stands before it, is called too often. AWS's codes
/// for that are known without.
#[derive(Debug)]
pub(crate) struct TooManyRequests;

impl ClassifyRetry for TooManyRequests {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.response() {
            Some(response) if response.status().as_u16() == 429 => RetryAction::throttling_error(),
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "TooManyRequests"
    }

    fn priority(&self) -> RetryClassifierPriority {
        HttpStatusCodeClassifier::priority()
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;
    use crate::config::CustomRetries;
    use crate::engine::tests::operations::GetObject;
    use crate::operation::AbstractRequest as _;

    fn s3() -> &'static Service {
        GetObject::operation().service
    }

    #[test]
    fn what_is_not_said_is_as_in_the_standard_mode() {
        let standard = RetryConfig::standard();
        assert_eq!(retries(s3(), None), standard);
        assert_eq!(
            retries(s3(), Some(RetryPolicy::Adaptive)),
            RetryConfig::adaptive()
        );
        let nothing = RetryPolicy::Custom(CustomRetries::new());
        assert_eq!(retries(s3(), Some(nothing)), standard);
        let attempts = retries(s3(), Some(RetryPolicy::Number(2))).max_attempts();
        assert_eq!(attempts, 3);

        let (initial, most) = (Duration::from_millis(7), Duration::from_millis(9));
        let all = CustomRetries::new()
            .with_adaptive(true)
            .with_max_attempts(NonZeroU32::new(9).expect("nine"))
            .with_initial_backoff(initial)
            .with_max_backoff(most);
        let expected = RetryConfig::adaptive()
            .with_max_attempts(9)
            .with_initial_backoff(initial)
            .with_max_backoff(most);
        assert_eq!(retries(s3(), Some(RetryPolicy::Custom(all))), expected);
    }
}
