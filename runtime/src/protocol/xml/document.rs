//! A document as a cursor: elements that are entered one after the other, and their text.

use std::borrow::Cow;
use std::io::BufRead as _;

use aws_smithy_schema::serde::SerdeError;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesEnd, BytesRef, BytesStart, Event};

use super::skip;

/// How deep elements may be nested. Readers of nested shapes call each other, on stacks of 2 MiB in
/// Tokio's threads. AWS's deepest answers have a quarter of it.
pub(super) const MAX_DEPTH: usize = 64;

/// A document, and how far it has been read.
///
/// Cloning it is cheap and keeps the place.
#[derive(Clone)]
pub(super) struct Document<'a> {
    reader: Reader<&'a [u8]>,
    /// There is nothing, or white space.
    blank: bool,
    /// How many elements are open.
    depth: usize,
    /// The element that was opened last is written `<a/>`: its end comes next.
    empty: bool,
    /// What was read too far, and comes again.
    again: Option<Event<'a>>,
    /// Nothing is passed over any more. The text breaks off, or worse: looking for its ends once more
    /// would be in vain, and take as long each time. Or the parser met something that is not
    /// well-formed: it goes on from there, if anybody does, but not from elsewhere.
    broken: bool,
}

impl<'a> Document<'a> {
    /// Puts the cursor before the root element.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            reader: Reader::from_str(text),
            blank: is_blank(text.as_bytes()),
            depth: 0,
            empty: false,
            again: None,
            broken: false,
        }
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.depth
    }

    /// Enters the root element. `None` when there is no document at all.
    ///
    /// # Errors
    /// When it is a page, of a proxy's or a portal's: it would be an answer without any member.
    pub(super) fn root(&mut self) -> Result<Option<Tag<'a>>, SerdeError> {
        match self.next()? {
            Event::Start(start) if start.name().as_ref().eq_ignore_ascii_case(b"html") => {
                Err(SerdeError::invalid_input("it is a page of HTML"))
            }
            Event::Start(start) => Ok(Some(Tag(start))),
            _ if self.blank => Ok(None),
            _ => Err(broken_off()),
        }
    }

    /// Enters the next element in the one that is open, or leaves that one when there is none
    /// left.
    pub(super) fn child(&mut self) -> Result<Option<Tag<'a>>, SerdeError> {
        loop {
            match self.next()? {
                Event::Start(start) => return Ok(Some(Tag(start))),
                Event::End(_) => return Ok(None),
                _ => {}
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
            let part = match self.next()? {
                Event::Text(part) => part.xml10_content(),
                Event::CData(part) => part.xml10_content(),
                Event::GeneralRef(reference) => {
                    text.to_mut().push(self.resolve(&reference)?);
                    continue;
                }
                Event::End(_) => return Ok(text),
                _ => {
                    return Err(SerdeError::invalid_input(
                        "there is an element where text should be",
                    ));
                }
            };
            let part = part.map_err(|_| self.breaks())?;
            if text.is_empty() {
                text = part;
            } else {
                text.to_mut().push_str(&part);
            }
        }
    }

    /// Leaves elements until so many are open. What is in them is not looked at, but for where it
    /// ends.
    pub(super) fn leave_to(&mut self, depth: usize) -> Result<(), SerdeError> {
        while self.depth > depth {
            if !self.empty && !self.broken && self.again.is_none() {
                match skip::end_tag(self.reader.get_ref()) {
                    Some(end) => self.reader.stream().consume(end),
                    None => self.broken = true,
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
        self.depth -= 1;
        self.again = Some(Event::Start(tag.0));
    }

    /// Goes back to before the end of the element that was just left.
    pub(super) fn unread_end(&mut self) {
        self.depth += 1;
        self.again = Some(Event::End(BytesEnd::new("")));
    }

    /// The next event, of those that mean something.
    #[inline]
    fn next(&mut self) -> Result<Event<'a>, SerdeError> {
        let event = match self.again.take() {
            Some(event) => event,
            None if self.empty => Event::End(BytesEnd::new("")),
            None => self.read()?,
        };
        match &event {
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(SerdeError::invalid_input(format!(
                        "more than {MAX_DEPTH} elements are nested"
                    )));
                }
            }
            Event::End(_) => {
                self.depth -= 1;
                self.empty = false;
            }
            Event::Eof if self.depth > 0 => {
                return Err(broken_off());
            }
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) if self.depth == 0 => {
                return Err(self.malformed());
            }
            _ => {}
        }
        Ok(event)
    }

    #[inline]
    fn read(&mut self) -> Result<Event<'a>, SerdeError> {
        loop {
            match self.reader.read_event().map_err(|_| self.breaks())? {
                Event::Empty(start) => {
                    self.empty = true;
                    return Ok(Event::Start(start));
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
                Event::Text(text) if self.depth == 0 && is_blank(&text) => {}
                // No answer has one; a page of HTML has.
                Event::DocType(_) => {
                    return Err(SerdeError::invalid_input("there is a document type"));
                }
                event => return Ok(event),
            }
        }
    }

    /// The character that a reference stands for.
    fn resolve(&self, reference: &BytesRef<'_>) -> Result<char, SerdeError> {
        if let Some(character) = reference.resolve_char_ref().map_err(|_| self.malformed())? {
            return Ok(character);
        }
        let name = reference.decode().map_err(|_| self.malformed())?;
        resolve_predefined_entity(&name)
            .and_then(|text| text.chars().next())
            .ok_or_else(|| self.malformed())
    }

    /// What the parser does not read.
    fn breaks(&mut self) -> SerdeError {
        self.broken = true;
        self.malformed()
    }

    /// Says where, and nothing of what is there.
    fn malformed(&self) -> SerdeError {
        let place = self.reader.buffer_position();
        SerdeError::invalid_input(format!("the XML is not well-formed near byte {place}"))
    }
}

fn broken_off() -> SerdeError {
    SerdeError::invalid_input("the XML breaks off")
}

fn is_blank(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_whitespace)
}

/// The tag that opens an element.
#[derive(Clone)]
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The element's name without a prefix: AWS's answers have one namespace.
    pub(super) fn name(&self) -> &[u8] {
        self.0.local_name().into_inner()
    }

    /// Whether the element has attributes.
    pub(super) fn has_attributes(&self) -> bool {
        !is_blank(self.0.attributes_raw())
    }

    /// The value of the attribute with this name. Prefixes count for nothing, in either of the
    /// two.
    pub(super) fn attribute(&self, name: &str) -> Result<Option<String>, SerdeError> {
        let name = name.rsplit(':').next().unwrap_or(name).as_bytes();
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| malformed_attribute())?;
            let is_declaration = attribute.key.as_namespace_binding().is_some();
            if !is_declaration && attribute.key.local_name().into_inner() == name {
                return value(&attribute).map(Some);
            }
        }
        Ok(None)
    }

    /// The namespace that the element declares as its default.
    pub(super) fn namespace(&self) -> Result<Option<String>, SerdeError> {
        let declared = self.0.try_get_attribute("xmlns");
        let declared = declared.map_err(|_| malformed_attribute())?;
        declared.as_ref().map(value).transpose()
    }
}

fn value(attribute: &Attribute<'_>) -> Result<String, SerdeError> {
    attribute
        .normalized_value(XmlVersion::Implicit1_0)
        .map(Cow::into_owned)
        .map_err(|_| malformed_attribute())
}

fn malformed_attribute() -> SerdeError {
    SerdeError::invalid_input("an attribute is not well-formed")
}
