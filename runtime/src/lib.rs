//! Runs AWS operations that the user's own structs name.

mod error;
mod operation;
#[doc(hidden)]
pub mod protocol;
pub mod shape;

pub use error::{Error, ErrorKind, Modeled, Sent};
pub use operation::{AbstractRequest, OperationError};
