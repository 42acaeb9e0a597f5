//! A struct stands for an operation's input, and a function calls it.
//!
//! ```compile_fail
//! use aws_operation::aws_operation;
//!
//! /// Turns text into speech.
//! #[aws_operation(service = "polly", operation = "SynthesizeSpeech")]
//! pub struct SpeakRequest<'a> {
//!     pub text: &'a str,
//!     pub output_format: &'a str,
//!     pub voice_id: &'a str,
//!     pub sample_rate: Option<u32>,
//! }
//! ```
//!
//! That does not compile, and the compiler says why: `SampleRate` is a string to AWS. With
//! `Option<&'a str>` it does.
//!
//! # What is made
//!
//! The struct stays as it is. Beside it come an implementation of [`AbstractRequest`], a function
//! and, in a module of the function's name, the answer and the error:
//!
//! ```
//! # use aws_operation::{Credentials, Region, aws_operation};
//! #[aws_operation(service = "sqs")]
//! pub struct SendMessageRequest<'a> {
//!     pub queue_url: &'a str,
//!     pub message_body: &'a str,
//! }
//!
//! async fn send(
//!     credentials: &Credentials,
//!     request: &SendMessageRequest<'_>,
//! ) -> Result<send_message::SendMessageResponse, send_message::SendMessageError> {
//!     send_message(credentials, Region::EuWest1, request).await
//! }
//! ```
//!
//! - The **operation** is what the struct's name says, with or without `Request` behind it, or
//!   `operation = "…"`.
//! - The **function** is called like the struct, without `Request`, or as `function = …` says. It
//!   is as visible as the struct.
//! - A **field** stands for the member whose name in snake case it has, as in the official Rust
//!   SDK; [`#[aws(member = "…")]`](crate::aws_operation) names another. Members without a field are
//!   not sent. Those that the model requires need one, and no `Option`.
//! - An **idempotency token** is filled with a random one where it is unset.
//! - **Generics and lifetimes** work, and so do structs inside functions.
//!
//! # Calls
//!
//! The function writes the request at once and returns a [`Call`], which borrows nothing: it can be
//! given away, spawned, or get a [configuration](crate::Call::client_config) of its own. Nothing is
//! sent before it is awaited; a request that cannot be written is an error then, too.
//!
//! A [`Connector`](crate::Connector) holds credentials, region and configuration together:
//! `connector.call(&request)`.
//!
//! # Streams
//!
//! A payload that streams is a [`ByteStream`](crate::ByteStream), or bytes. A request with a
//! `ByteStream` in it goes by value: see [streams](super::streams).
//!
//! # Protocols
//!
//! All seven of AWS's protocols are spoken. Of a service that offers several, rpcv2Cbor is taken
//! before awsJson, and that before awsQuery: in this order they cost a caller the least. Another is
//! named by `protocol = "awsJson1_1"`.
//!
//! # Surroundings
//!
//! What is expanded names everything by its full path: whatever your scope calls `Option`, `Result`
//! or `String` does no harm. A renamed dependency is named with `crate = path`. Under
//! `#![no_implicit_prelude]` write `no_implicit_prelude` among the arguments: the words for types
//! that do not fit need a tool which is in a prelude.
//!
//! [`AbstractRequest`]: crate::AbstractRequest
//! [`Call`]: crate::Call
