//! What is wrong with settings.

use std::fmt;

/// Settings that no call can be made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidClientConfig {
    pub(super) field: &'static str,
    pub(super) text: &'static str,
}

impl InvalidClientConfig {
    /// The name of the setting at fault.
    pub const fn field(&self) -> &'static str {
        self.field
    }

    /// What is wrong with it: a constant, for the compiler to say.
    pub const fn text(&self) -> &'static str {
        self.text
    }
}

/// The fault of a time that is zero.
macro_rules! zero {
    ($field:literal) => {
        InvalidClientConfig {
            field: $field,
            text: concat!(
                "`",
                $field,
                "` is zero: nothing can be done in that time; leave it unset for the default"
            ),
        }
    };
}

/// The fault of a time that is longer than another, which it is a part of.
macro_rules! longer_than {
    ($field:literal, $other:literal) => {
        InvalidClientConfig {
            field: $field,
            text: concat!(
                "`",
                $field,
                "` is longer than `",
                $other,
                "`, which would end it; make it shorter, or leave it unset"
            ),
        }
    };
}

impl fmt::Display for InvalidClientConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl std::error::Error for InvalidClientConfig {}
