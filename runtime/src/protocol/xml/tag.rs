//! The tag that opens an element, and its attributes.

use aws_smithy_schema::serde::SerdeError;

use super::text;

#[derive(Clone, Copy)]
pub(super) struct Tag<'a> {
    /// The whole name, with its prefix.
    pub(super) name: &'a str,
    /// What stands behind it.
    attributes: &'a str,
    /// Whether the element ends with it: `<a/>`.
    pub(super) empty: bool,
    /// Where it begins.
    pub(super) start: usize,
}

impl<'a> Tag<'a> {
    /// Takes it apart: what is between `<` and `>`. `None` when it has no name.
    #[inline]
    pub(super) fn new(inside: &'a str, start: usize) -> Option<Self> {
        let (inside, empty) = match inside.strip_suffix('/') {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let end = inside.bytes().position(|byte| byte.is_ascii_whitespace());
        let (name, attributes) = inside.split_at(end.unwrap_or(inside.len()));
        (!name.is_empty()).then_some(Self {
            name,
            attributes,
            empty,
            start,
        })
    }

    /// The element's name without a prefix: AWS's answers have one namespace.
    pub(super) fn name(&self) -> &'a [u8] {
        local(self.name).as_bytes()
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
