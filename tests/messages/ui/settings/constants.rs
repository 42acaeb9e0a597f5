//! Settings that stand in the program are checked by the compiler, with the words of a call.

use std::num::NonZeroU32;
use std::time::Duration;

use aws_operation::{AppName, CustomRetries, EndpointUrl, RetryPolicy, SdkClientConfig};

const NOTHING: SdkClientConfig = SdkClientConfig::new()
    .with_timeout(Duration::ZERO)
    .checked();

const LONGER: SdkClientConfig = SdkClientConfig::new()
    .with_timeout(Duration::from_secs(1))
    .with_attempt_timeout(Duration::from_secs(2))
    .checked();

const RETRIES: SdkClientConfig = SdkClientConfig::new()
    .with_retry_policy(RetryPolicy::Custom(
        CustomRetries::new()
            .with_max_attempts(NonZeroU32::MIN)
            .with_initial_backoff(Duration::from_secs(30))
            .with_max_backoff(Duration::from_secs(20)),
    ))
    .checked();

const NAME: AppName = AppName::from_static("my app");
const ENDPOINT: EndpointUrl = EndpointUrl::from_static("https://user:password@example.com");

fn main() {
    let _ = (&NOTHING, &LONGER, &RETRIES, &NAME, &ENDPOINT);
}
