//! Reads shapes out of CBOR.
//!
//! AWS's own reader takes a number only in the type that its shape has. But services may send an
//! integer for a float or double, in whatever width, and `undefined` for null:
//! <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#numeric-type-serialization>

mod shapes;

use std::borrow::Cow;

use aws_smithy_schema::serde::SerdeError;

use super::number::Number;

/// How deep values may lie in each other.
const MAX_DEPTH: usize = 128;

type Outcome = Result<(), SerdeError>;

/// A body that is being read.
pub(super) struct CborReader<'a> {
    rest: &'a [u8],
    depth: usize,
}

/// What an item begins with: <https://www.rfc-editor.org/rfc/rfc8949#section-3>
#[derive(Clone, Copy)]
struct Head {
    major: u8,
    info: u8,
    /// A value or a length; `None` where the length is open.
    argument: Option<u64>,
}

impl<'a> CborReader<'a> {
    pub(super) fn new(body: &'a [u8]) -> Self {
        Self {
            rest: body,
            depth: 0,
        }
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], SerdeError> {
        let length = usize::try_from(length).ok();
        let split = length.and_then(|length| self.rest.split_at_checked(length));
        let (taken, rest) = split.ok_or_else(|| invalid("the document breaks off"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn head(&mut self) -> Result<Head, SerdeError> {
        let first = self.take(1)?[0];
        let (major, info) = (first >> 5, first & 0x1f);
        let argument = match info {
            0..=23 => Some(info.into()),
            24..=27 => {
                let bytes = self.take(1 << (info - 24))?.iter();
                Some(bytes.fold(0, |all, byte| (all << 8) | u64::from(*byte)))
            }
            31 => None,
            _ => return Err(invalid("a head that CBOR does not have")),
        };
        Ok(Head {
            major,
            info,
            argument,
        })
    }

    /// Reads the head of an item of a certain type.
    fn open(&mut self, major: u8, what: &str) -> Result<Head, SerdeError> {
        let head = self.head()?;
        if head.major == major {
            Ok(head)
        } else {
            Err(invalid(&format!("there is no {what}")))
        }
    }

    /// Calls `each` for every item in an array, or for every entry of a map.
    fn items(
        &mut self,
        length: Option<u64>,
        each: &mut dyn FnMut(&mut Self) -> Outcome,
    ) -> Outcome {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(invalid("values lie too deep in each other"));
        }
        if let Some(length) = length {
            for _ in 0..length {
                each(self)?;
            }
        } else {
            while self.rest.first() != Some(&BREAK) {
                each(self)?;
            }
            self.take(1)?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// Reads a byte string or a text, in one piece or in several.
    fn string(&mut self, major: u8, what: &str) -> Result<Cow<'a, [u8]>, SerdeError> {
        let head = self.open(major, what)?;
        if let Some(length) = head.argument {
            return self.take(length).map(Cow::Borrowed);
        }
        let mut whole = Vec::new();
        self.items(None, &mut |this| {
            let piece = this.open(major, what)?.argument;
            let length = piece.ok_or_else(|| invalid("a piece in pieces"))?;
            whole.extend_from_slice(this.take(length)?);
            Ok(())
        })?;
        Ok(Cow::Owned(whole))
    }

    fn text(&mut self) -> Result<Cow<'a, str>, SerdeError> {
        let text = match self.string(TEXT, "text")? {
            Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
            Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
        };
        text.ok_or_else(|| invalid("text that is not UTF-8"))
    }

    fn number(&mut self) -> Result<Number, SerdeError> {
        let head = self.head()?;
        let number = match (head.major, head.info, head.argument) {
            (0, _, Some(value)) => Some(Number::Integer(value.into())),
            (1, _, Some(value)) => Some(Number::Integer(-1 - i128::from(value))),
            (SIMPLE, width, Some(bits)) => Number::float(width, bits),
            _ => None,
        };
        number.ok_or_else(|| invalid("there is no number"))
    }

    fn integer<T: TryFrom<i128>>(&mut self) -> Result<T, SerdeError> {
        match self.number()? {
            Number::Integer(value) => {
                T::try_from(value).map_err(|_| invalid("an integer that does not fit"))
            }
            Number::Float(_) => Err(invalid("there is no integer")),
        }
    }

    fn skip(&mut self) -> Outcome {
        let head = self.head()?;
        match (head.major, head.argument) {
            (BYTES | TEXT, Some(length)) => self.take(length).map(|_| ()),
            (BYTES | TEXT | ARRAY, length) => self.items(length, &mut Self::skip),
            (MAP, length) => self.items(length, &mut |this| {
                this.skip()?;
                this.skip()
            }),
            // A tag is before one item.
            (TAG, _) => self.items(Some(1), &mut Self::skip),
            (_, Some(_)) => Ok(()),
            (_, None) => Err(invalid("there is no item")),
        }
    }

    /// Calls `each` for the entries of a map that are text.
    pub(super) fn texts(&mut self, mut each: impl FnMut(&str, &str)) -> Outcome {
        let length = self.open(MAP, "map")?.argument;
        self.items(length, &mut |this| {
            let key = this.text()?;
            if this.rest.first().is_some_and(|head| head >> 5 == TEXT) {
                each(&key, &this.text()?);
                return Ok(());
            }
            this.skip()
        })
    }

    /// Calls `each`, and skips what `each` does not read.
    fn give(&mut self, each: impl FnOnce(&mut Self) -> Outcome) -> Outcome {
        let before = self.rest.len();
        each(self)?;
        if self.rest.len() == before {
            self.skip()?;
        }
        Ok(())
    }
}

// Major types, and the byte that ends what has no length.
pub(super) const BYTES: u8 = 2;
pub(super) const TEXT: u8 = 3;
pub(super) const ARRAY: u8 = 4;
pub(super) const MAP: u8 = 5;
pub(super) const TAG: u8 = 6;
pub(super) const SIMPLE: u8 = 7;
pub(super) const BREAK: u8 = 0xff;

fn invalid(message: &str) -> SerdeError {
    SerdeError::invalid_input(message.to_owned())
}
