//! Model and structs together: the only place that knows both. It returns the plan that
//! [`emit`](crate::emit) prints, and reports everything that AWS's model does not allow.
//!
//! What a field's type may be is not decided here: the compiler does that, through the traits that
//! are emitted.

mod bind;
mod clashes;
mod connector;
mod customizations;
mod default;
mod naming;
mod parts;
mod reach;
pub(crate) mod request;
mod reserved;
mod schema;
mod selection;
mod shape;
mod shapes;
mod stand_in;
mod users;
mod variants;
pub(crate) mod words;

pub(crate) use connector::{Source, connector};
pub(crate) use request::Request;
pub(crate) use shape::shape;
pub(crate) use stand_in::{UserItem, UserType};
