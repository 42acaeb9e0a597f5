//! How calls are made: limits, retries, endpoints, connections.
//!
//! A configuration is a [`BasicClientConfig`](crate::BasicClientConfig) (how long, where to), an
//! [`SdkClientConfig`](crate::SdkClientConfig) (all of it), or a type of your own with the trait
//! [`ClientConfig`](crate::ClientConfig). It is put together from several places, setting by setting:
//!
//! | first to last | how |
//! | --- | --- |
//! | the call | [`Call::client_config`](crate::Call::client_config) |
//! | the request's field | `#[aws(client_config)]`, with or without `Option` |
//! | the connector | [`Connector::client_config`](crate::Connector::client_config) |
//! | environment variables | `AWS_ENDPOINT_URL_SQS`, `AWS_ENDPOINT_URL`, `AWS_MAX_ATTEMPTS`, … |
//! | the profile | `endpoint_url`, `max_attempts`, … in `~/.aws/config` |
//! | the operation's attribute | `timeout = "5s"`; what it leaves out, its connector module's |
//! | the model | what is told below |
//!
//! ```
//! use std::time::Duration;
//!
//! use aws_operation::{AppName, Connector, Region, SdkClientConfig, StaticCredentials, aws_operation};
//!
//! #[aws_operation(service = "lambda", timeout = "15m", max_attempts = 1)]
//! struct InvokeRequest<'a> {
//!     function_name: &'a str,
//!     #[aws(client_config)]
//!     client_config: Option<SdkClientConfig>,
//! }
//!
//! const SHORT: SdkClientConfig = SdkClientConfig::new()
//!     .with_timeout(Duration::from_secs(10))
//!     .with_attempt_timeout(Duration::from_secs(4))
//!     .checked();
//!
//! let config = SdkClientConfig::new().with_app_name(AppName::from_static("billing"));
//! let connector = Connector::new(StaticCredentials::new("AKIA…", "…"), Region::EuWest1)
//!     .client_config(&config);
//! let request = InvokeRequest { function_name: "hello", client_config: Some(SHORT) };
//! let call = connector.call(&request);
//! ```
//!
//! What is known while compiling is checked then: the attribute's `timeout`, `attempt_timeout`,
//! `max_attempts` and `endpoint`, and constants that end with
//! [`checked`](crate::SdkClientConfig::checked). The rest is checked when the call is made, with the
//! same words.
//!
//! # When nothing is set
//! - A connection is made within 3.1 seconds, and an answer begins within a minute. Operations that
//!   take longer by AWS's own words are not cut off: Lambda's `Invoke` (31 minutes), Bedrock's and
//!   Neptune's (an hour), S3's copies and multipart completions (16 minutes), Step Functions' and
//!   SWF's polls, and some more. Who sets a longer `timeout` or `attempt_timeout` waits as long for the
//!   answer's beginning, too; `http.read_timeout` says it by itself.
//! - An attempt ends after 16 minutes, or a minute after the longest wait for its answer; uploads have
//!   as much more as a slow line needs. What ran into such a limit of a long operation is not tried
//!   again: it is still being done.
//! - A stream that stands still for five seconds is given up, where it is the network that brings it.
//!   Cameras, agents, and your own live uploads may pause; and where connections are limited, calls
//!   wait for each other's.
//! - What may pass is tried three times (DynamoDB: four) with growing waits; a service that asks for
//!   calls to come more slowly gets its `x-amz-retry-after`. A stream that can be read only once is
//!   never sent again.
//!
//! # Retries
//! [`RetryPolicy`](crate::RetryPolicy) is `None`, a `Number`, `Standard`, `Adaptive` (the client slows down when
//! the service asks for it), or `Custom`: [`CustomRetries`](crate::CustomRetries) with a number and waits of
//! your own.
//!
//! # Connections
//! ```
//! use std::num::NonZeroU32;
//! use std::time::Duration;
//!
//! use aws_operation::{HttpConfig, Proxy, RootCertificates, SdkClientConfig};
//!
//! fn behind_a_proxy(authority: &str) -> Result<SdkClientConfig, Box<dyn std::error::Error>> {
//!     let proxy = Proxy::new("http://proxy.example.com:3128")?
//!         .with_basic_auth("name", "password")
//!         .except("10.0.0.0/8,.internal.example.com");
//!     let http = HttpConfig::new()
//!         .with_connect_timeout(Duration::from_secs(10))
//!         .with_max_connections_per_host(NonZeroU32::new(50).ok_or("none")?)
//!         .with_proxy(proxy)
//!         .with_root_certificates(RootCertificates::from_pem(authority)?);
//!     Ok(SdkClientConfig::new().with_http(http))
//! }
//! ```
//!
//! Unset, a connection that nobody uses is kept for 90 seconds, one that is silent is asked after a minute
//! whether it is still there, there are as many as there are calls, and the proxy is the one of
//! `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, and none on the way to this computer
//! ([`Proxy::direct`](crate::Proxy::direct) is none at all). All configurations with equal settings share
//! their connections.
//!
//! # AWS's variables and the profile
//! They are read at a service's first call, without `aws-config`, and whatever the credentials are:
//! endpoints (also of single services, in a `services` section; `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`
//! switches them off), retry mode and attempts, FIPS, dual stack, account endpoints, S3's ARNs and
//! multi-region access points, checksums, compression, and the application's name. A value that cannot
//! be is an error which names its place. They may send calls to plain `http` anywhere, as in AWS's own
//! tools. [`with_environment(false)`](crate::SdkClientConfig::with_environment) does without them.
//! <https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html>
//!
//! # From data
//! Configurations are read and written with serde: `{"timeout": "15m", "retry_policy": {"number": 5}}`.
//! What would let data redirect or change signed requests is not: endpoints (but for
//! [`EndpointFromData`](crate::EndpointFromData)), proxies, certificates, headers.
