//! Credentials, region and configuration together, for those who make many calls.

use aws_smithy_runtime_api::client::interceptors::SharedInterceptor;
use aws_smithy_types::byte_stream::ByteStream;

use crate::config::{ClientConfig, SdkClientConfig};
use crate::interceptors::Intercept;
use crate::operation::{AbstractRequest, Repeatable};
use crate::{Call, Credentials, Region};

/// Makes calls with the same credentials, to the same region, with the same configuration.
///
/// It is a handle, cheap to clone, and opens nothing: connections and caches belong to the
/// credentials and to the process.
///
/// ```no_run
/// use aws_operation::{Connector, Region, StaticCredentials, aws_operation};
///
/// #[aws_operation(service = "sqs", operation = "SendMessage")]
/// struct SendMessageRequest<'a> {
///     queue_url: &'a str,
///     message_body: &'a str,
/// }
///
/// # async fn run(queue_url: &str) -> Result<(), Box<dyn std::error::Error>> {
/// let connector = Connector::new(StaticCredentials::new("AKIA…", "…"), Region::EuWest1);
/// for message_body in ["one", "two"] {
///     connector.call(&SendMessageRequest { queue_url, message_body }).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Connector {
    credentials: Credentials,
    region: Region,
    config: SdkClientConfig,
    interceptors: Vec<SharedInterceptor>,
    #[cfg(any(test, feature = "test-util"))]
    http_client: Option<aws_smithy_runtime_api::client::http::SharedHttpClient>,
}

impl Connector {
    /// Makes a connector.
    pub fn new(credentials: impl Into<Credentials>, region: Region) -> Self {
        Self {
            credentials: credentials.into(),
            region,
            config: SdkClientConfig::default(),
            interceptors: Vec::new(),
            #[cfg(any(test, feature = "test-util"))]
            http_client: None,
        }
    }

    /// Sets what is used where neither the call nor its request says anything. What was set
    /// before and is not set now stays.
    #[must_use]
    pub fn client_config(mut self, config: &(impl ClientConfig + ?Sized)) -> Self {
        self.config = config.settings().or(&self.config);
        self
    }

    /// Adds an interceptor of AWS's SDK, which sees all calls at their stages, and may change their
    /// requests until they are signed. They come in the order in which they were added.
    #[must_use]
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.interceptors.push(SharedInterceptor::new(interceptor));
        self
    }

    /// Sends calls with another HTTP client than the process's own: one that records, or that gives
    /// again what was recorded, in tests.
    #[cfg(any(test, feature = "test-util"))]
    #[must_use]
    pub fn http_client(
        mut self,
        http_client: aws_smithy_runtime_api::client::http::SharedHttpClient,
    ) -> Self {
        self.http_client = Some(http_client);
        self
    }

    /// The credentials that calls are signed with.
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// The region that is called.
    pub fn region(&self) -> Region {
        self.region
    }

    /// What is used where neither the call nor its request says anything.
    pub fn settings(&self) -> &SdkClientConfig {
        &self.config
    }

    /// Makes a call. Nothing is sent before it is awaited.
    pub fn call<Q: Repeatable>(&self, request: &Q) -> Call<Q::Response, Q::Error> {
        self.new_call(request, None)
    }

    /// Makes a call of a request that has a stream in it, which can be sent only once.
    pub fn call_owned<Q: AbstractRequest>(&self, mut request: Q) -> Call<Q::Response, Q::Error> {
        let stream = request.take_stream();
        self.new_call(&request, stream)
    }

    fn new_call<Q: AbstractRequest>(
        &self,
        request: &Q,
        body: Option<ByteStream>,
    ) -> Call<Q::Response, Q::Error> {
        let mut call = Call::new(&self.credentials, self.region, request, body);
        call.go_through(&self.config, &self.interceptors);
        #[cfg(any(test, feature = "test-util"))]
        if let Some(http_client) = &self.http_client {
            return call.http_client(http_client.clone());
        }
        call
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{BasicClientConfig, RetryPolicy, StaticCredentials};

    #[test]
    fn what_is_not_set_now_stays() {
        let timeout = Duration::from_secs(5);
        let connector = Connector::new(StaticCredentials::new("AKIA", "secret"), Region::EuWest1)
            .client_config(&SdkClientConfig::new().with_retry_policy(RetryPolicy::None))
            .client_config(&BasicClientConfig::new().with_timeout(timeout));

        assert_eq!(connector.settings().timeout(), Some(timeout));
        assert_eq!(connector.settings().retry_policy(), Some(RetryPolicy::None));
    }
}
