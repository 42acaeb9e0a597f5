//! Runs AWS operations that the user's own structs name.

mod operation;
pub mod shape;

pub use operation::{AbstractRequest, OperationError};
