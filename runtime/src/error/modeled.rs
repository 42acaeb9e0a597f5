//! An error that the service's model describes.

use std::error::Error as StdError;
use std::fmt;
use std::ops::Deref;

use super::Error;

/// An error with the members that the service's model gives it.
///
/// Dereferences to the members; [`error`](Self::error) has the code, the message and the request
/// id that every error has.
pub struct Modeled<T> {
    members: T,
    error: Error,
}

impl<T> Modeled<T> {
    /// Puts an error and its members together.
    #[doc(hidden)]
    pub fn new(error: Error, members: T) -> Self {
        Self { members, error }
    }

    /// The failure: code, message, request id, and so on.
    pub fn error(&self) -> &Error {
        &self.error
    }

    /// The failure without the members.
    pub fn into_error(self) -> Error {
        self.error
    }

    /// The members.
    pub fn into_members(self) -> T {
        self.members
    }
}

impl<T> Deref for Modeled<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.members
    }
}

impl<T: fmt::Debug> fmt::Debug for Modeled<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Modeled")
            .field("members", &self.members)
            .field("error", &self.error)
            .finish()
    }
}

impl<T: fmt::Debug> StdError for Modeled<T> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.error.source()
    }
}

impl<T> From<Modeled<T>> for Error {
    fn from(modeled: Modeled<T>) -> Self {
        modeled.error
    }
}

impl<T> fmt::Display for Modeled<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}
