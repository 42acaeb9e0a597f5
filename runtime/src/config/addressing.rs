//! The settings that say where calls go.

use super::{AccountIdEndpointMode, EndpointUrl, S3Config, SdkClientConfig};

impl SdkClientConfig {
    /// Sets where calls go instead of the service's own endpoint.
    #[must_use]
    pub fn with_endpoint(mut self, endpoint: impl Into<EndpointUrl>) -> Self {
        self.endpoint = Some(endpoint.into());
        self
    }

    /// Sets whether calls go to endpoints with FIPS 140 cryptography. Unset, they do not. It is an
    /// error where AWS has none, or together with an endpoint of one's own.
    #[must_use]
    pub const fn with_fips(mut self, fips: bool) -> Self {
        self.fips = Some(fips);
        self
    }

    /// Sets whether calls go to endpoints that have IPv6 addresses, too. Unset, they do where a
    /// service has no others. It is an error where AWS has none, or together with an endpoint of
    /// one's own.
    #[must_use]
    pub const fn with_dual_stack(mut self, dual_stack: bool) -> Self {
        self.dual_stack = Some(dual_stack);
        self
    }

    /// Sets whether calls go to the account's own endpoint, where a service has such.
    #[must_use]
    pub const fn with_account_id_endpoint_mode(mut self, mode: AccountIdEndpointMode) -> Self {
        self.account_id_endpoint_mode = Some(mode);
        self
    }

    /// Sets how S3 is addressed.
    #[must_use]
    pub const fn with_s3(mut self, s3: S3Config) -> Self {
        self.s3 = s3;
        self
    }

    /// Where calls go instead of the service's own endpoint.
    pub const fn endpoint(&self) -> Option<&EndpointUrl> {
        self.endpoint.as_ref()
    }

    /// Whether calls go to endpoints with FIPS 140 cryptography.
    pub const fn fips(&self) -> Option<bool> {
        self.fips
    }

    /// Whether calls go to endpoints that have IPv6 addresses, too.
    pub const fn dual_stack(&self) -> Option<bool> {
        self.dual_stack
    }

    /// Whether calls go to the account's own endpoint, where a service has such.
    pub const fn account_id_endpoint_mode(&self) -> Option<AccountIdEndpointMode> {
        self.account_id_endpoint_mode
    }

    /// How S3 is addressed.
    pub const fn s3(&self) -> &S3Config {
        &self.s3
    }
}
