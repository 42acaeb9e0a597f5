//! What failed, and what to do about it.
//!
//! Every operation has an error enum: a variant for each error that the model lists, with its
//! members, and `Other`. All of them dereference to [`Error`](crate::Error), and turn into one with
//! `?`.
//!
//! ```
//! use aws_operation::{Connector, Error, ErrorKind, Sent, aws_operation};
//!
//! #[aws_operation(service = "lambda")]
//! pub struct InvokeRequest<'a> {
//!     pub function_name: &'a str,
//! }
//!
//! async fn run(connector: &Connector) -> Result<(), Error> {
//!     use invoke::InvokeError::{ResourceNotFoundException, TooManyRequestsException};
//!
//!     match connector.call(&InvokeRequest { function_name: "hello" }).await {
//!         Ok(answer) => println!("status {:?}", answer.status_code),
//!         Err(ResourceNotFoundException(error)) => println!("no such function: {error}"),
//!         Err(TooManyRequestsException(error)) => println!("{:?}", error.retry_after_seconds),
//!         Err(other) if other.kind() == ErrorKind::Timeout && other.sent() == Sent::No => {
//!             println!("nothing has happened");
//!         }
//!         Err(other) => return Err(other.into()),
//!     }
//!     Ok(())
//! }
//! ```
//!
//! - [`kind`](crate::Error::kind) tells whose turn it is, [`sent`](crate::Error::sent) whether the
//!   request reached AWS ([`may_have_been_sent`](crate::Error::may_have_been_sent) counts what is not
//!   known), [`attempts`](crate::Error::attempts) how often it was tried.
//! - [`limit`](crate::Error::limit) is the time limit that was reached: the setting that changes it, and
//!   how long it was.
//! - [`code`](crate::Error::code), [`message`](crate::Error::message) and
//!   [`request_id`](crate::Error::request_id) are AWS's own words, also of errors that the model does
//!   not list.
//! - [`is_throttling`](crate::Error::is_throttling), [`is_not_found`](crate::Error::is_not_found),
//!   [`is_access_denied`](crate::Error::is_access_denied) and
//!   [`is_invalid_credentials`](crate::Error::is_invalid_credentials) know the codes that services have for that.
//! - [`host`](crate::Error::host), [`elapsed`](crate::Error::elapsed) and
//!   [`header`](crate::Error::header) tell where it went, how long it took, and what else came back.
//! - It turns into an [`std::io::Error`] of the same kind, and the official SDK's `ProvideErrorMetadata`
//!   is implemented for it.
//! - `Display` is one line and never repeats what [`source`](std::error::Error::source) says.
//! - Neither secrets nor bodies are in errors, in `Debug`, or in logs.
//!
//! Errors that the model or AWS's lists call transient are retried, with back-off, before anybody
//! sees them: the [`RetryPolicy`](crate::RetryPolicy) says how often.
