//! Which limit a call ran into.

use std::fmt;
use std::time::Duration;

/// A time limit that a call reached, by the setting that changes it, and how long it was.
///
/// `Display` names it as it stands in a configuration: `` `attempt_timeout` is 2s ``.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Limit {
    /// For one attempt: `attempt_timeout`.
    AttemptTimeout(Duration),
    /// For a new connection: `http.connect_timeout`.
    ConnectTimeout(Duration),
    /// For the beginning of the answer: `http.read_timeout`.
    ReadTimeout(Duration),
    /// For the whole call: `timeout`.
    Timeout(Duration),
}

impl Limit {
    /// The setting's name in a configuration.
    pub fn setting(&self) -> &'static str {
        match self {
            Self::AttemptTimeout(_) => "attempt_timeout",
            Self::ConnectTimeout(_) => "http.connect_timeout",
            Self::ReadTimeout(_) => "http.read_timeout",
            Self::Timeout(_) => "timeout",
        }
    }

    /// How long it was.
    pub fn duration(&self) -> Duration {
        match *self {
            Self::AttemptTimeout(limit)
            | Self::ConnectTimeout(limit)
            | Self::ReadTimeout(limit)
            | Self::Timeout(limit) => limit,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is {:?}", self.setting(), self.duration())
    }
}
