//! What is wrong with settings.

use std::fmt;

/// Settings that no call can be made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidClientConfig {
    pub(super) field: &'static str,
}

impl InvalidClientConfig {
    /// The name of the setting at fault.
    pub const fn field(&self) -> &'static str {
        self.field
    }
}

impl fmt::Display for InvalidClientConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is zero: no call can end in time; leave it unset for the default",
            self.field
        )
    }
}

impl std::error::Error for InvalidClientConfig {}
