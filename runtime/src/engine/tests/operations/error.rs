//! The form of an operation's error enum.

use std::fmt;
use std::ops::Deref;

use aws_smithy_schema::serde::ShapeDeserializer;

use crate::operation::MadeError;
use crate::schema::LazySchema;
use crate::{Error, Modeled};

/// The members of the one modelled error.
#[derive(Debug)]
pub(in crate::engine) struct NoSuchKey {
    pub(in crate::engine) key: Option<String>,
}

static NO_SUCH_KEY: LazySchema = LazySchema::new(
    "Structure test#NoSuchKey
 String Key",
);

/// The form of every operation's error enum.
#[derive(Debug)]
pub(in crate::engine) enum CallError {
    NoSuchKey(Modeled<NoSuchKey>),
    Other(Error),
}

impl MadeError for CallError {
    fn read(code: &str, error: Error, reader: &mut dyn ShapeDeserializer) -> Self {
        match code {
            "NoSuchKey" => {
                let mut key = None;
                let read = reader.read_struct(&NO_SUCH_KEY, &mut |member, reader| {
                    if member.member_index() == Some(0) {
                        key = Some(reader.read_string(member)?);
                    }
                    Ok(())
                });
                match read {
                    Ok(()) => Self::NoSuchKey(Modeled::new(error, NoSuchKey { key })),
                    Err(reason) => Self::Other(error.because(reason)),
                }
            }
            _ => Self::Other(error),
        }
    }

    fn into_error(self) -> Error {
        match self {
            Self::NoSuchKey(modeled) => modeled.into(),
            Self::Other(error) => error,
        }
    }
}

impl Deref for CallError {
    type Target = Error;

    fn deref(&self) -> &Error {
        match self {
            Self::NoSuchKey(modeled) => modeled.error(),
            Self::Other(error) => error,
        }
    }
}

impl From<Error> for CallError {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl std::error::Error for CallError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        (**self).source()
    }
}
