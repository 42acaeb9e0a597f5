//! A document as a cursor: elements that are entered one after the other, and their text.

use std::borrow::Cow;

use aws_smithy_schema::serde::SerdeError;
use memchr::memchr;

use super::tag::Tag;
use super::tokens::{Token, Tokens};
use super::{skip, text};

/// How deep elements may be nested. Readers of nested shapes call each other, on stacks of 2 MiB in
/// Tokio's threads. AWS's deepest answers have a quarter of it.
pub(super) const MAX_DEPTH: usize = 64;

/// A document, and how far it has been read.
///
/// Cloning it is cheap and keeps the place.
#[derive(Clone)]
pub(super) struct Document<'a> {
    tokens: Tokens<'a>,
    /// The names of the elements that are open.
    open: Vec<&'a [u8]>,
    /// The end of the element that was opened last comes next, and is not written here: the element is
    /// `<a/>`, or has been left before.
    ends: bool,
    /// The text breaks off, or worse: looking for ends once more would be in vain, and would take as
    /// long each time.
    endless: bool,
}

/// What means something.
enum Event<'a> {
    Start(Tag<'a>),
    End,
    Text(&'a str),
    Reference(&'a str),
    /// The end of the document. No element is open.
    Eof,
}

impl<'a> Document<'a> {
    /// Puts the cursor before the root element.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            tokens: Tokens::new(text),
            open: Vec::new(),
            ends: false,
            endless: false,
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Enters the root element. `None` when there is no document at all.
    ///
    /// # Errors
    /// When it is a page, of a proxy's or a portal's: it would be an answer without any member.
    pub(super) fn root(&mut self) -> Result<Option<Tag<'a>>, SerdeError> {
        let is_blank = self.tokens.rest().trim_ascii().is_empty();
        match self.next()? {
            Event::Start(tag) if tag.name.eq_ignore_ascii_case(b"html") => {
                Err(SerdeError::invalid_input("it is a page of HTML"))
            }
            Event::Start(tag) => Ok(Some(tag)),
            _ if is_blank => Ok(None),
            _ => Err(broken_off()),
        }
    }

    /// Enters the next element in the one that is open, or leaves that one when there is none
    /// left.
    pub(super) fn child(&mut self) -> Result<Option<Tag<'a>>, SerdeError> {
        loop {
            match self.next()? {
                Event::Start(tag) => return Ok(Some(tag)),
                Event::End | Event::Eof => return Ok(None),
                Event::Text(_) | Event::Reference(_) => {}
            }
        }
    }

    /// Reads the text of the element that is open, and leaves it.
    ///
    /// # Errors
    /// When there is an element in it: its text would be lost.
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, SerdeError> {
        let mut text = Cow::Borrowed("");
        loop {
            match self.next()? {
                Event::Text(part) if text.is_empty() => text = text::line_ends(part),
                Event::Text(part) => self.own(&mut text).push_str(&text::line_ends(part)),
                Event::Reference(name) => {
                    let character = text::reference(name).ok_or_else(|| self.malformed())?;
                    self.own(&mut text).push(character);
                }
                Event::End | Event::Eof => return Ok(text),
                Event::Start(_) => {
                    return Err(SerdeError::invalid_input(
                        "there is an element where text should be",
                    ));
                }
            }
        }
    }

    /// The text, with room for what is left of it.
    fn own<'t>(&self, text: &'t mut Cow<'a, str>) -> &'t mut String {
        if let Cow::Borrowed(begin) = *text {
            let rest = self.tokens.rest().as_bytes();
            let rest = memchr(b'<', rest).unwrap_or_default();
            let mut owned = String::with_capacity(begin.len() + char::MAX.len_utf8() + rest);
            owned.push_str(begin);
            *text = Cow::Owned(owned);
        }
        text.to_mut()
    }

    /// Leaves elements until so many are open. What is in them is not looked at, but for where it
    /// ends.
    pub(super) fn leave_to(&mut self, depth: usize) -> Result<(), SerdeError> {
        while self.depth() > depth {
            if !self.ends && !self.endless {
                match skip::end_tag(self.tokens.rest().as_bytes()) {
                    Some(end) => self.tokens.go_to(self.tokens.at() + end),
                    None => self.endless = true,
                }
            }
            self.next()?;
        }
        Ok(())
    }

    /// Reads to the end, for what is wrong there.
    pub(super) fn finish(&mut self) -> Result<(), SerdeError> {
        self.leave_to(0)?;
        match self.next()? {
            Event::Eof => Ok(()),
            _ => Err(self.malformed()),
        }
    }

    /// Goes back to before the element that was just entered.
    pub(super) fn unread(&mut self, tag: Tag<'a>) {
        self.open.pop();
        self.ends = false;
        self.tokens.go_to(tag.start);
    }

    /// Goes back to before the end of the element that was just left.
    pub(super) fn unread_end(&mut self) {
        self.open.push(b"");
        self.ends = true;
    }

    #[inline]
    fn next(&mut self) -> Result<Event<'a>, SerdeError> {
        // Nearly all end tags have nothing but the name of what they end: none is looked at twice.
        let ends = std::mem::take(&mut self.ends);
        if ends || self.open.last().is_some_and(|name| self.tokens.end(name)) {
            self.open.pop();
            return Ok(Event::End);
        }
        loop {
            let token = self.tokens.next().map_err(|_| self.malformed())?;
            match token {
                Some(Token::Start(tag)) => {
                    if self.open.len() == MAX_DEPTH {
                        return Err(SerdeError::invalid_input(format!(
                            "more than {MAX_DEPTH} elements are nested"
                        )));
                    }
                    self.open.push(tag.name);
                    self.ends = tag.empty;
                    return Ok(Event::Start(tag));
                }
                Some(Token::End(name)) if self.open.last() == Some(&name) => {
                    self.open.pop();
                    return Ok(Event::End);
                }
                Some(Token::Remark) => {}
                // No answer has one; a page of HTML has.
                Some(Token::DocType) => {
                    return Err(SerdeError::invalid_input("there is a document type"));
                }
                Some(Token::Text(text)) if self.open.is_empty() && is_blank(text) => {}
                Some(Token::Text(text)) if !self.open.is_empty() => return Ok(Event::Text(text)),
                Some(Token::Reference(name)) if !self.open.is_empty() => {
                    return Ok(Event::Reference(name));
                }
                Some(Token::End(_) | Token::Text(_) | Token::Reference(_)) => {
                    return Err(self.malformed());
                }
                None if self.open.is_empty() => return Ok(Event::Eof),
                None => return Err(broken_off()),
            }
        }
    }

    /// Says where, and nothing of what is there.
    fn malformed(&self) -> SerdeError {
        let place = self.tokens.at();
        SerdeError::invalid_input(format!("the XML is not well-formed near byte {place}"))
    }
}

fn broken_off() -> SerdeError {
    SerdeError::invalid_input("the XML breaks off")
}

fn is_blank(text: &str) -> bool {
    text.trim_ascii().is_empty()
}
