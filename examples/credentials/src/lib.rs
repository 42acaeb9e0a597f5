//! AWS on this computer, as far as credentials need it: STS and IAM Roles Anywhere. It verifies every
//! signature.

#![expect(
    clippy::missing_panics_doc,
    reason = "it serves an example and tests, which what is unexpected ends"
)]

pub mod certificates;
mod local_aws;
mod server;
mod sigv4;
pub mod verify;

pub use local_aws::LocalAws;
pub use server::{Answer, Request, Server};
