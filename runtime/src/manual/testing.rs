//! How to test what calls AWS, without AWS. All of it needs the feature `test-util`, which belongs
//! among the `[dev-dependencies]`.
//!
//! # Answers by operation
//! Code that takes a [`Connector`](crate::Connector) takes a mock's: [`MockConnector`] answers by the
//! request's type, with typed answers, with errors, or with what would come over the line. Code that
//! calls the functions of the macro takes its credentials.
//!
//! ```
//! use aws_operation::{Connector, Error, MockConnector, aws_operation};
//!
//! #[aws_operation(service = "lambda", response = { payload, function_error })]
//! struct InvokeRequest<'a> {
//!     function_name: &'a str,
//! }
//! use invoke::InvokeResponse;
//!
//! async fn run(connector: &Connector) -> Result<bool, Error> {
//!     let answer = connector.call(&InvokeRequest { function_name: "hello" }).await?;
//!     Ok(answer.function_error.is_none())
//! }
//!
//! # futures_util::FutureExt::now_or_never(async {
//! let mock = MockConnector::new();
//! mock.on::<InvokeRequest<'_>>()
//!     .answer(InvokeResponse::default())
//!     .error("TooManyRequestsException", "slow down");
//! assert_eq!(run(&mock.connector()).await.unwrap(), true);
//! assert!(run(&mock.connector()).await.unwrap_err().is_throttling());
//! # }).expect("a mock answers at once");
//! ```
//!
//! Each answer is given once, in order; `answer_with` stands behind them and is given as often as it
//! takes. Without any, the call fails and says so: nothing leaves the process. Typed answers and errors
//! need no runtime; raw ones, which AWS's engine judges and reads, need Tokio's.
//!
//! ```
//! # use aws_operation::{MockConnector, aws_operation};
//! # #[aws_operation(service = "lambda")]
//! # struct InvokeRequest<'a> {
//! #     function_name: &'a str,
//! # }
//! let mock = MockConnector::new();
//! mock.on::<InvokeRequest<'_>>()
//!     .raw(200, [("x-amz-function-error", "Unhandled")], r#"{"errorMessage":"oh"}"#)
//!     .raw(502, [("content-type", "text/html")], "<html>");
//! ```
//!
//! # What was sent
//! [`MockConnector::sent`] has the requests as their protocol writes them: method, URI, headers, body;
//! [`MockConnector::sent_by`] those of one operation. A mock reads no environment, and tries raw answers again
//! only when a client configuration says so.
//! A request that cannot be written fails as it does in earnest.
//!
//! # Recordings
//! [`Connector::http_client`](crate::Connector::http_client) takes any HTTP client of AWS's SDK: those
//! of `aws-smithy-http-client`'s own `test-util` record calls and give them again.
//!
//! # Emulators
//! LocalStack, moto, MinIO and others take calls by
//! [endpoint](crate::SdkClientConfig::with_endpoint), or, without a line of code, by
//! `AWS_ENDPOINT_URL`. In code, one on another computer without TLS, in a container say, is an
//! [`EndpointUrl::insecure_http`](crate::EndpointUrl::insecure_http).
//!
//! [`MockConnector`]: crate::MockConnector
//! [`MockConnector::sent`]: crate::MockConnector::sent
//! [`MockConnector::sent_by`]: crate::MockConnector::sent_by
