//! The tag that opens an element, and its attributes.

use aws_smithy_schema::serde::SerdeError;

use super::text;
use super::tokens::close;

#[derive(Clone, Copy)]
pub(super) struct Tag<'a> {
    /// The whole name, with its prefix.
    pub(super) name: &'a [u8],
    /// The length of the prefix, with its colon.
    prefix: usize,
    /// What stands behind the name.
    attributes: &'a str,
    /// Whether the element ends with it: `<a/>`.
    pub(super) empty: bool,
    /// Where it begins.
    pub(super) start: usize,
}

impl<'a> Tag<'a> {
    /// Takes apart what begins with the tag, which begins at `start`, and tells how long it is. `None`
    /// when it has no name, or no end.
    #[inline]
    pub(super) fn at(text: &'a str, start: usize) -> Option<(Self, usize)> {
        let bytes = text.as_bytes();
        let mut end = 1 + part(&bytes[1..])?;
        let mut prefix = 0;
        if bytes[end] == b':' {
            prefix = end;
            while bytes[end] == b':' {
                end += 1 + part(&bytes[end + 1..])?;
            }
        }
        // Nearly all tags have nothing but a name.
        let (close, attributes, empty) = if bytes[end] == b'>' {
            (end, "", false)
        } else {
            let close = close(bytes)?;
            let empty = bytes[close - 1] == b'/';
            let last = close - usize::from(empty);
            let name = bytes[1..last].iter().position(u8::is_ascii_whitespace);
            end = name.map_or(last, |length| 1 + length);
            (close, &text[end..last], empty)
        };
        let tag = Self {
            name: &bytes[1..end],
            prefix,
            attributes,
            empty,
            start,
        };
        (!tag.name.is_empty()).then_some((tag, close + 1))
    }

    /// The element's name without a prefix: AWS's answers have one namespace.
    #[inline]
    pub(super) fn name(&self) -> &'a [u8] {
        &self.name[self.prefix..]
    }

    /// Whether the element has attributes.
    pub(super) fn has_attributes(&self) -> bool {
        !self.attributes.trim_ascii().is_empty()
    }

    /// The value of the attribute with this name. Prefixes count for nothing, in either of the
    /// two.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<String>, SerdeError> {
        self.find(|key| {
            let is_declaration = key == "xmlns" || key.starts_with("xmlns:");
            !is_declaration && local(key) == local(name)
        })
    }

    /// The namespace that the element declares as its default.
    pub(super) fn namespace(&self) -> Result<Option<String>, SerdeError> {
        self.find(|key| key == "xmlns")
    }

    /// The value of the first attribute that is wanted.
    fn find(&self, is_wanted: impl Fn(&str) -> bool) -> Result<Option<String>, SerdeError> {
        let mut rest = self.attributes.trim_ascii_start();
        while !rest.is_empty() {
            let (key, value, after) = attribute(rest).ok_or_else(malformed)?;
            if is_wanted(key) {
                return text::attribute(value).map(Some).ok_or_else(malformed);
            }
            rest = after.trim_ascii_start();
        }
        Ok(None)
    }
}

/// The length of a name, or of a part of it, which is followed by something else.
#[inline]
fn part(text: &[u8]) -> Option<usize> {
    const ENDS: [bool; 256] = {
        let ends = b">:/\"' \t\r\n\x0c";
        let mut table = [false; 256];
        let mut at = 0;
        while at < ends.len() {
            table[ends[at] as usize] = true;
            at += 1;
        }
        table
    };
    text.iter().position(|byte| ENDS[usize::from(*byte)])
}

/// The first attribute, and what comes after it: `key = "value"`, with either quotes.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let (key, rest) = text.split_once('=')?;
    let key = key.trim_ascii_end();
    if key.is_empty() || key.contains(|c: char| c.is_ascii_whitespace() || c == '"' || c == '\'') {
        return None;
    }
    let rest = rest.trim_ascii_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (value, after) = rest[1..].split_once(quote)?;
    Some((key, value, after))
}

/// A name without its prefix.
#[inline]
fn local(name: &str) -> &str {
    match name.split_once(':') {
        Some((_, local)) => local,
        None => name,
    }
}

fn malformed() -> SerdeError {
    SerdeError::invalid_input("an attribute is not well-formed")
}
