//! Your own structs, enums and unions in the place of AWS's.
//!
//! Inside a connector a type marked `#[aws_shape]` stands for the shape of its name, or of
//! `shape = "…"`, wherever the operations reach it; it is not made then. It is held against the model
//! field by field, with the same attributes as a request's.
//!
//! ```
//! use aws_operation::aws_connector;
//!
//! #[aws_connector(service = "dynamodb")]
//! pub mod dynamodb {
//!     use std::collections::HashMap;
//!
//!     #[aws_operation]
//!     pub struct GetItemRequest<'a> {
//!         pub table_name: &'a str,
//!         pub key: HashMap<&'a str, AttributeValue>,
//!         pub return_consumed_capacity: Option<ReturnConsumedCapacity>,
//!     }
//!
//!     /// Only text and numbers are in this table.
//!     #[aws_shape]
//!     #[derive(Debug)]
//!     pub enum AttributeValue {
//!         S(String),
//!         #[aws(member = "N")]
//!         Number(String),
//!     }
//!
//!     /// What a call cost.
//!     #[aws_shape]
//!     #[derive(Debug)]
//!     pub struct ConsumedCapacity {
//!         pub capacity_units: Option<f64>,
//!     }
//!
//!     #[aws_shape]
//!     #[derive(Debug)]
//!     pub enum ReturnConsumedCapacity {
//!         Total,
//!         #[aws(value = "NONE")]
//!         Nothing,
//!         #[aws(unknown)]
//!         Other(String),
//!     }
//! }
//! ```
//!
//! - A **struct** needs a field for each member that the model requires if it is ever sent. What no
//!   field stands for is skipped while reading; what is absent and no `Option` is an error.
//! - An **enum** has variants named like the model's values, or `#[aws(value = "…")]`. With a variant
//!   that holds a text and is called `Unknown` or marked `#[aws(unknown)]` it is open; without one,
//!   a value that it does not have is an error when it is read.
//! - A **union**'s variants hold one value each and are named like the model's members, or
//!   `#[aws(member = "…")]`. A variant without a value that is called `Unknown` or marked
//!   `#[aws(unknown)]` stands for the members that it does not have; without one they are an error.
//!
//! What is made around your type derives `Debug`, what the connector's `derive(…)` lists, and, where
//! the model requires a member of it, `Default`; so your type needs them, too.
//!
//! When several types stand for one shape, what is made holds the one that is called like the shape.
//!
//! # Outside of connectors
//!
//! `#[aws_shape(service = "…")]` says whose shape it is. Whatever names the shape can hold the type:
//! requests, [answers](super::responses), and other types of your own.
//!
//! ```
//! use aws_operation::{aws_operation, aws_shape};
//!
//! #[aws_shape(service = "secretsmanager")]
//! pub struct Tag {
//!     pub key: String,
//!     pub value: String,
//! }
//!
//! #[aws_operation(service = "secretsmanager")]
//! pub struct TagResourceRequest<'a> {
//!     pub secret_id: &'a str,
//!     pub tags: Vec<Tag>,
//! }
//! ```
