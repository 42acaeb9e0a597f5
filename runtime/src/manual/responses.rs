//! All of an answer, a part of it, or a type of your own.
//!
//! # All of it
//!
//! Unless the request says otherwise, the answer has every member of the operation's output.
//! Required members are there (filled with the type's default where a service leaves them out, as
//! AWS's own clients do), lists and maps of the answer itself are empty when absent, everything else
//! is an `Option`.
//!
//! # A part of it
//!
//! `response = { … }` chooses members by their fields' names, at any depth. The rest is skipped while
//! reading, and has no types:
//!
//! ```
//! use aws_operation::{Credentials, Region, aws_operation};
//!
//! #[aws_operation(
//!     service = "ec2",
//!     response = { reservations { instances { instance_id, state { name } } }, next_token }
//! )]
//! pub struct DescribeInstancesRequest {
//!     pub max_results: Option<i32>,
//! }
//!
//! async fn list(credentials: &Credentials) -> Result<(), describe_instances::DescribeInstancesError> {
//!     let request = DescribeInstancesRequest { max_results: Some(100) };
//!     let answer = describe_instances(credentials, Region::EuWest1, &request).await?;
//!     for reservation in answer.reservations {
//!         for instance in reservation.instances {
//!             println!("{:?} {:?}", instance.instance_id, instance.state);
//!         }
//!     }
//!     Ok(())
//! }
//! ```
//!
//! - A structure with braces is made of what is between them; without braces all of it is read. Braces
//!   behind a list or map choose of what it holds, behind a union some of its variants.
//! - The types of the parts are in the module of the function, also in a connector:
//!   `ec2::describe_instances::Instance`. They have the names of the shapes; when one shape is wanted
//!   in two ways, or all of it is needed beside a part, the second has a number. Their lists and maps are empty when absent.
//! - `response = {}` reads nothing.
//!
//! # A type of your own
//!
//! `response = MyType` reads into a struct marked [`#[aws_shape]`](super::shapes). In a connector the
//! request says which shape it is; elsewhere the struct does:
//!
//! ```
//! use aws_operation::{aws_operation, aws_shape};
//!
//! #[aws_shape(service = "sqs", shape = "ReceiveMessageResult")]
//! pub struct Received {
//!     pub messages: Option<Vec<Message>>,
//! }
//!
//! #[aws_shape(service = "sqs")]
//! pub struct Message {
//!     pub body: String,
//!     pub receipt_handle: String,
//! }
//!
//! #[aws_operation(service = "sqs", response = Received)]
//! pub struct ReceiveMessageRequest<'a> {
//!     pub queue_url: &'a str,
//! }
//! ```
//!
//! It is checked member by member. A member that is absent and has no `Option` is an error which
//! names it, unless it has a [default](super::types#defaults).
