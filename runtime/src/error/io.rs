//! For code that speaks of `io::Error`s.

use std::io;

use super::{Error, ErrorKind};
use crate::engine::find;

impl From<Error> for io::Error {
    /// Keeps the error as what is inside, and says in the words of `io::ErrorKind` what kind it is.
    fn from(error: Error) -> Self {
        Self::new(kind(&error), error)
    }
}

fn kind(error: &Error) -> io::ErrorKind {
    match error.kind() {
        ErrorKind::Configuration | ErrorKind::Construction => io::ErrorKind::InvalidInput,
        ErrorKind::Connect => of_source(error).unwrap_or(io::ErrorKind::NotConnected),
        ErrorKind::Credentials => io::ErrorKind::PermissionDenied,
        ErrorKind::Response => io::ErrorKind::InvalidData,
        ErrorKind::Service if error.is_not_found() => io::ErrorKind::NotFound,
        ErrorKind::Service if error.is_access_denied() || error.is_invalid_credentials() => {
            io::ErrorKind::PermissionDenied
        }
        ErrorKind::Service if error.is_throttling() => io::ErrorKind::ResourceBusy,
        ErrorKind::Service => io::ErrorKind::Other,
        ErrorKind::Timeout => io::ErrorKind::TimedOut,
        ErrorKind::Transport => of_source(error).unwrap_or(io::ErrorKind::ConnectionAborted),
    }
}

/// What the operating system said.
fn of_source(error: &Error) -> Option<io::ErrorKind> {
    find::<io::Error>(error).map(io::Error::kind)
}

#[cfg(test)]
mod tests {
    use std::io;

    use crate::Region;
    use crate::error::{Builder, Error, ErrorKind, Sent};

    #[test]
    fn the_kind_is_that_of_the_cause() {
        let error = |kind| Builder::new(kind, Sent::No, "s3:GetObject", Region::EuWest1);
        let refused = io::Error::from(io::ErrorKind::ConnectionRefused);
        for (error, kind) in [
            (
                error(ErrorKind::Connect).source(refused),
                io::ErrorKind::ConnectionRefused,
            ),
            (error(ErrorKind::Connect), io::ErrorKind::NotConnected),
            (error(ErrorKind::Timeout), io::ErrorKind::TimedOut),
            (
                error(ErrorKind::Service).status(404),
                io::ErrorKind::NotFound,
            ),
            (
                error(ErrorKind::Service).status(403),
                io::ErrorKind::PermissionDenied,
            ),
            (
                error(ErrorKind::Service).status(429),
                io::ErrorKind::ResourceBusy,
            ),
            (error(ErrorKind::Service).status(500), io::ErrorKind::Other),
        ] {
            let error = io::Error::from(error.build());
            assert_eq!(error.kind(), kind);
            let inside = error
                .get_ref()
                .and_then(|inside| inside.downcast_ref::<Error>());
            assert_eq!(inside.map(Error::operation), Some("s3:GetObject"));
        }
    }
}
