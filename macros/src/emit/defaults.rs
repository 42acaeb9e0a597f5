//! The client configuration that an operation has by default.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::args::Defaults;

/// Expands to:
///
/// ```text
/// {
///     static __AWS_DEFAULTS: SdkClientConfig = SdkClientConfig::new().with_timeout(Duration::new(900, 0));
///     &__AWS_DEFAULTS
/// }
/// ```
///
/// if there is one. Whether the endpoint is one is the runtime's to say, in its own words.
pub(super) fn client_config(defaults: &Defaults) -> Option<TokenStream> {
    if defaults.is_empty() {
        return None;
    }
    let mut config = quote!(__aws::SdkClientConfig::new());
    if let Some(url) = defaults.endpoint.get() {
        let url = quote_spanned!(url.span()=> __aws::EndpointUrl::from_static(#url));
        config = quote!(__aws::SdkClientConfig::at(#url));
    }
    let times = [
        (quote!(with_timeout), defaults.timeout.get()),
        (quote!(with_attempt_timeout), defaults.attempt_timeout.get()),
    ];
    for (setter, time) in times {
        if let Some(time) = time {
            let (seconds, rest) = (time.duration.as_secs(), time.duration.subsec_nanos());
            config = quote!(#config.#setter(::core::time::Duration::new(#seconds, #rest)));
        }
    }
    if let Some(most) = defaults.max_attempts.get() {
        let retries = most.get() - 1;
        config = quote!(#config.with_retry_policy(__aws::RetryPolicy::Number(#retries)));
    }
    Some(quote!({
        static __AWS_DEFAULTS: __aws::SdkClientConfig = #config;
        &__AWS_DEFAULTS
    }))
}
