//! Services that AWS does not have, and models that are newer than this crate.
//!
//! `model = "path"` takes the service from a file, relative to your `Cargo.toml`. Everything works as
//! with AWS's own: checks, suggestions, connectors, shapes. When the file changes the crate is built
//! again, and a mistake in it is said with its line.
//!
//! - A file that ends in `.json` is a [Smithy JSON AST](https://smithy.io/2.0/spec/json-ast.html), as
//!   `smithy build` writes it and as AWS publishes its models.
//! - Any other is in the text format of `aws-operation-catalog`, which has one line for each member,
//!   in Smithy's words. This is the whole of one:
//!
//! ```text
#![doc = include_str!("thermometer.txt")]
//! ```
//!
//! ```
//! use aws_operation::{Connector, Error, aws_operation};
//!
//! #[aws_operation(model = "src/manual/thermometer.txt")]
//! pub struct ReadRequest<'a> {
//!     pub room: &'a str,
//! }
//!
//! async fn temperature(connector: &Connector) -> Result<f64, Error> {
//!     Ok(connector.call(&ReadRequest { room: "kitchen" }).await?.celsius)
//! }
//! ```
//!
//! `service = "…"` may be left out where the file has one service. A model without endpoints needs one
//! in the [client configuration](crate::SdkClientConfig). A text can also take endpoint rules of AWS's,
//! by a line from the catalog's files: `endpointRules: s3 s3`, the name of the rules and that in the host.
