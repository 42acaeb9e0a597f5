//! A document as tokens: tags, text, and references. As much of XML 1.0 as answers have, without
//! copying anything.
//!
//! No names are checked but for being there, and no tags for belonging together. What is not a token
//! is not passed: whoever asks again is told the same.
//! <https://www.w3.org/TR/xml/>

use memchr::{memchr, memchr2, memchr3, memmem};

use super::tag::Tag;

/// A place in a text, and what comes next there.
#[derive(Clone)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

pub(super) enum Token<'a> {
    Start(Tag<'a>),
    /// An end tag, by its name.
    End(&'a [u8]),
    /// Text without references in it. Of a section, it is all of it.
    Text(&'a str),
    /// What stands between `&` and `;`.
    Reference(&'a str),
    /// A comment or a processing instruction.
    Remark,
    /// The declaration of a document type.
    DocType,
}

/// There is something that is no token.
pub(super) struct NoToken;

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Self { text, at: 0 }
    }

    /// Where the next token begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Goes to where another token begins.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = at;
    }

    /// What is not passed yet.
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Passes the end tag of the element with this name, if it comes next.
    #[inline]
    pub(super) fn end(&mut self, name: &[u8]) -> bool {
        let tag = self.text.as_bytes()[self.at..].strip_prefix(b"</");
        let after = tag.and_then(|tag| tag.strip_prefix(name));
        let is_end = after.is_some_and(|after| after.first() == Some(&b'>'));
        if is_end {
            self.at += b"</>".len() + name.len();
        }
        is_end
    }

    /// Passes the next token. `None` at the end.
    #[inline]
    pub(super) fn next(&mut self) -> Result<Option<Token<'a>>, NoToken> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let found = match bytes.first() {
            None => return Ok(None),
            Some(b'<') => self.markup(rest),
            Some(b'&') => match memchr3(b';', b'&', b'<', &bytes[1..]) {
                Some(length) if bytes[1 + length] == b';' => {
                    Some((Token::Reference(&rest[1..=length]), length + 2))
                }
                _ => None,
            },
            Some(_) => {
                let end = memchr2(b'<', b'&', bytes).unwrap_or(bytes.len());
                Some((Token::Text(&rest[..end]), end))
            }
        };
        let (token, length) = found.ok_or(NoToken)?;
        self.at += length;
        Ok(Some(token))
    }

    /// What begins with `<`, and its length.
    #[inline]
    fn markup(&self, rest: &'a str) -> Option<(Token<'a>, usize)> {
        let bytes = rest.as_bytes();
        match bytes.get(1)? {
            b'/' => {
                let close = memchr(b'>', bytes)?;
                let name = bytes[2..close].trim_ascii_end();
                Some((Token::End(name), close + 1))
            }
            b'!' if bytes.starts_with(b"<!--") => Some((Token::Remark, after(bytes, b"-->", 4)?)),
            b'!' if bytes.starts_with(b"<![CDATA[") => {
                let end = after(bytes, b"]]>", 9)?;
                Some((Token::Text(&rest[9..end - 3]), end))
            }
            b'!' => {
                let declares = bytes.get(2..9)?.eq_ignore_ascii_case(b"DOCTYPE");
                declares.then_some((Token::DocType, 9))
            }
            b'?' if bytes
                .get(2)
                .is_some_and(|first| !matches!(first, b'?' | b'>')) =>
            {
                Some((Token::Remark, after(bytes, b"?>", 2)?))
            }
            b'?' => None,
            _ => {
                let (tag, length) = Tag::at(rest, self.at)?;
                Some((Token::Start(tag), length))
            }
        }
    }
}

/// The length of what ends with `end`, after `begin` bytes at the least.
pub(super) fn after(tag: &[u8], end: &[u8], begin: usize) -> Option<usize> {
    let found = memmem::find(tag.get(begin..)?, end)?;
    Some(begin + found + end.len())
}

/// Where the `>` is that closes a start tag. In the values of attributes it closes nothing.
#[inline]
pub(super) fn close(tag: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        at += memchr3(b'>', b'"', b'\'', &tag[at..])?;
        match tag[at] {
            b'>' => return Some(at),
            quote => at += 2 + memchr(quote, &tag[at + 1..])?,
        }
    }
}
