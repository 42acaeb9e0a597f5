//! What AWS's environment variables and the profile say, which all of AWS's tools read.
//! <https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html>

mod found;
#[cfg(test)]
mod tests;
mod values;

use std::sync::Arc;

use aws_types::os_shim_internal::{Env, Fs};

use super::{S3Config, SdkClientConfig};
use crate::operation::Service;
use crate::recent::Recent;
use found::Settings;

impl SdkClientConfig {
    /// Sets whether AWS's environment variables and the profile are asked for what is unset
    /// elsewhere. Unset, they are; for tests, and for programs that serve many, it may be better if
    /// they are not.
    #[must_use]
    pub const fn with_environment(mut self, environment: bool) -> Self {
        self.environment = Some(environment);
        self
    }

    /// Whether AWS's environment variables and the profile are asked for what is unset elsewhere.
    pub const fn environment(&self) -> Option<bool> {
        self.environment
    }
}

/// What they say for this service: read once, at the service's first call.
///
/// # Errors
/// In words for the user, when they say what cannot be.
pub(crate) async fn settings(service: &Service) -> Arc<Result<SdkClientConfig, String>> {
    // More than a program has services.
    static READ: Recent<&'static str, Arc<Result<SdkClientConfig, String>>> = Recent::new(64);

    if let Some(known) = READ.get(&service.name) {
        return known;
    }
    let read = Arc::new(read(service.sdk_id, &Env::real(), &Fs::real()).await);
    READ.get_or_make(service.name, |_| read)
}

async fn read(sdk_id: &str, env: &Env, fs: &Fs) -> Result<SdkClientConfig, String> {
    let settings = Settings::load(env, fs).await?;
    let mut config = SdkClientConfig::new();
    config.endpoint = settings.endpoint(sdk_id)?;
    config.retry_policy = values::retry_policy(
        settings.get("AWS_RETRY_MODE", "retry_mode", values::RETRY_MODE)?,
        settings.get("AWS_MAX_ATTEMPTS", "max_attempts", values::ATTEMPTS)?,
    );
    config.fips = settings.get(
        "AWS_USE_FIPS_ENDPOINT",
        "use_fips_endpoint",
        values::BOOLEAN,
    )?;
    config.dual_stack = settings.get(
        "AWS_USE_DUALSTACK_ENDPOINT",
        "use_dualstack_endpoint",
        values::BOOLEAN,
    )?;
    config.account_id_endpoint_mode = settings.get(
        "AWS_ACCOUNT_ID_ENDPOINT_MODE",
        "account_id_endpoint_mode",
        values::ACCOUNT_ID_ENDPOINT_MODE,
    )?;
    config.s3 = s3(&settings)?;
    config.request_checksum_calculation = settings.get(
        "AWS_REQUEST_CHECKSUM_CALCULATION",
        "request_checksum_calculation",
        values::REQUEST_CHECKSUM_CALCULATION,
    )?;
    config.response_checksum_validation = settings.get(
        "AWS_RESPONSE_CHECKSUM_VALIDATION",
        "response_checksum_validation",
        values::RESPONSE_CHECKSUM_VALIDATION,
    )?;
    config.disable_request_compression = settings.get(
        "AWS_DISABLE_REQUEST_COMPRESSION",
        "disable_request_compression",
        values::BOOLEAN,
    )?;
    config.request_min_compression_size_bytes = settings.get(
        "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
        "request_min_compression_size_bytes",
        values::COMPRESSION_SIZE,
    )?;
    config.app_name = settings.get("AWS_SDK_UA_APP_ID", "sdk_ua_app_id", values::APP_NAME)?;
    Ok(config)
}

fn s3(settings: &Settings<'_>) -> Result<S3Config, String> {
    let mut s3 = S3Config::new();
    if let Some(arn_region) = settings.get(
        "AWS_S3_USE_ARN_REGION",
        "s3_use_arn_region",
        values::BOOLEAN,
    )? {
        s3 = s3.with_arn_region(arn_region);
    }
    if let Some(disable) = settings.get(
        "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS",
        "s3_disable_multiregion_access_points",
        values::BOOLEAN,
    )? {
        s3 = s3.with_multi_region_access_points(!disable);
    }
    Ok(s3)
}
