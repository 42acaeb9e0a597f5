//! Many operations of one service in a module, which names the service once.
//!
//! ```
//! use aws_operation::aws_connector;
//!
//! #[aws_connector(service = "sns", derive(Clone, PartialEq))]
//! pub mod sns {
//!     #[aws_operation]
//!     pub struct PublishRequest<'a> {
//!         pub topic_arn: &'a str,
//!         pub message: &'a str,
//!     }
//!
//!     #[aws_operation]
//!     pub struct CreateTopicRequest<'a> {
//!         pub name: &'a str,
//!         pub tags: Option<&'a [Tag]>,
//!     }
//! }
//!
//! use aws_operation::{Connector, Error};
//!
//! async fn announce(connector: &Connector) -> Result<(), Error> {
//!     let tags = [sns::Tag { key: "team".into(), value: "one".into() }];
//!     let request = sns::CreateTopicRequest { name: "news", tags: Some(&tags) };
//!     let topic = connector.call(&request).await?.topic_arn.unwrap_or_default();
//!     let request = sns::PublishRequest { topic_arn: &topic, message: "hello" };
//!     connector.call(&request).await?;
//!     Ok(())
//! }
//! ```
//!
//! The types that the operations reach (`Tag` here, the answers and the errors) are made in the
//! module, each once, and only those. Everything else in the module stays as it is. One bad operation
//! leaves the others standing.
//!
//! - `derive(…)` adds to `Debug` and `Default`, which structures, unions and enums have. With serde's derives
//!   an enum is its value. Each costs build time, so the choice is yours. The enum of an operation's errors has
//!   `Debug` alone, an error with nothing but a message no `Default`; an answer with a live stream can be
//!   neither cloned nor compared, and serde leaves its stream out.
//! - A shape that is called like something everybody means something else by, `Option` say, is made
//!   with `Shape` behind its name. An item of yours that has the name of a made type is an error;
//!   [mark it](super::shapes) to let it stand for the shape instead.
//! - `#[cfg(…)]` on a request goes for all that is made from it alone.
//! - Enums and unions are open: a value that the model does not know is kept in `Unknown`, or at
//!   least known to be one.
//! - What the model calls sensitive does not show in `Debug`; what it calls deprecated is deprecated
//!   to the compiler, too.
