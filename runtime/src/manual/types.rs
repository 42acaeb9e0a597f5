//! Which Rust type can stand for which shape.
//!
//! The types of fields are yours; the compiler decides through [`ToShape`](crate::shape::ToShape) and
//! [`FromShape`](crate::shape::FromShape) whether one fits, and says so under the type itself when it
//! does not. Aliases and newtypes pass.
//!
//! | shape | in requests, and in shapes that are sent | in shapes that are read |
//! | --- | --- | --- |
//! | string | `&str`, `String`, `Box<str>`, `Cow<str>`, `Arc<str>` | `String`, `Box<str>`, `Arc<str>` |
//! | enum | the made enum, any text | the made enum, `String` |
//! | boolean | `bool` | `bool` |
//! | integer | `i32`, and what fits into one: `i8`, `u8`, `i16`, `u16` | `i32` |
//! | long | `i64`, and what fits into one: also `i32`, `u32` | `i64` |
//! | float, double | `f32`; `f32` and `f64` | `f32`; `f64` |
//! | blob | [`Blob`](crate::Blob), `Bytes`, `Vec<u8>`, `&[u8]`, `[u8; N]` | [`Blob`](crate::Blob), `Bytes`, `Vec<u8>` |
//! | streaming blob | [`ByteStream`](crate::ByteStream), or any of a blob's | [`ByteStream`](crate::ByteStream) |
//! | timestamp | [`DateTime`](crate::DateTime), `SystemTime` | the same |
//! | document | [`Document`](crate::Document) | the same |
//! | list | `Vec`, slices, arrays, `VecDeque`, `BTreeSet`, `HashSet` | `Vec`, `VecDeque`, `BTreeSet`, `HashSet` |
//! | map | `HashMap`, `BTreeMap`, with keys that are text | the same |
//! | structure, union | the made type, or [yours](super::shapes) | the same |
//!
//! Elements of sparse lists and values of sparse maps are `Option`s. References, boxes, `Rc`, `Arc`
//! and `Cow` stand for what they point to.
//!
//! # Newtypes
//!
//! A newtype stands for what the type inside of it does, by derive:
//!
//! ```
//! use aws_operation::aws_operation;
//! use aws_operation::shape::{FromShape, ToShape};
//!
//! #[derive(ToShape, FromShape)]
//! pub struct QueueUrl(String);
//!
//! #[aws_operation(service = "sqs")]
//! pub struct PurgeQueueRequest {
//!     pub queue_url: QueueUrl,
//! }
//! ```
//!
//! # Types of other crates
//!
//! An adapter turns them into something that fits: `#[aws(with = path)]` names a module with the
//! function `to_aws` and, where something is read, `from_aws`. The crate [has two](crate::with): for
//! everything that is shown and parsed (UUIDs, URLs, addresses), and for everything that turns into a
//! `SystemTime` and back (the moments of chrono and time).
//!
//! ```
//! use std::net::IpAddr;
//! use std::time::SystemTime;
//!
//! use aws_operation::{aws_operation, aws_shape};
//!
//! #[aws_shape(service = "ec2")]
//! pub struct Instance {
//!     #[aws(with = "aws_operation::with::text")]
//!     pub private_ip_address: Option<IpAddr>,
//!     #[aws(with = "aws_operation::with::system_time")]
//!     pub launch_time: Option<SystemTime>,
//! }
//! ```
//!
//! # Defaults
//!
//! `#[aws(default = …)]` on an `Option` of a request is what is sent when the field is `None`. In a type
//! of your own that is read it is what the field gets when the member is absent; `#[aws(default)]` is
//! the default of the field's type. A value that the model does not allow is refused while compiling:
//! its kind, range, length, pattern and, of an enum, whether it is one of the values. Patterns that look
//! around, or name Unicode's categories, are left to AWS.
//!
//! ```compile_fail
//! use aws_operation::aws_operation;
//!
//! #[aws_operation(service = "dynamodb")]
//! pub struct QueryRequest<'a> {
//!     pub table_name: &'a str,
//!     #[aws(default = 0)] // at least 1
//!     pub limit: Option<i32>,
//! }
//! ```
//!
//! # Serde
//!
//! Your structs are yours, and derive what they like. [`Blob`](crate::Blob) is base64,
//! [`DateTime`](crate::DateTime) RFC 3339 and [`Document`](crate::Document) itself; what is made
//! derives what `derive(…)` names.
