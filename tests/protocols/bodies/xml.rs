//! XML as a tree: names, attributes and text, without the blanks around elements.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    children: Vec<Element>,
}

/// Reads a document; `None` when it is none. The entries of maps, whose keys and values are called as
/// in `entries`, are in the order of their keys.
pub(super) fn read(document: &[u8], entries: &[(&str, &str)]) -> Option<Element> {
    let mut reader = Reader::from_str(std::str::from_utf8(document).ok()?);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => {
                let element = element(&start)?;
                open.last_mut()?.children.push(element);
            }
            Event::End(_) => {
                let mut element = open.pop()?;
                // Between elements there are blanks to look at.
                if !element.children.is_empty() {
                    let text = element.text.trim().to_owned();
                    element.text = text;
                }
                open.last_mut()?.children.push(element);
            }
            Event::Text(text) => open.last_mut()?.text += &text.xml10_content().ok()?,
            Event::CData(text) => open.last_mut()?.text += &text.xml10_content().ok()?,
            Event::GeneralRef(reference) => {
                let text = if let Some(character) = reference.resolve_char_ref().ok()? {
                    character.to_string()
                } else {
                    let name = reference.xml10_content().ok()?;
                    quick_xml::escape::resolve_xml_entity(&name)?.to_owned()
                };
                open.last_mut()?.text += &text;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let mut root = open.pop().filter(|_| open.is_empty())?;
    let mut root = root.children.pop().filter(|_| root.children.is_empty())?;
    root.sort_entries(entries);
    Some(root)
}

impl Element {
    /// Sorts what is called alike and is an entry of a map.
    fn sort_entries(&mut self, entries: &[(&str, &str)]) {
        for child in &mut self.children {
            child.sort_entries(entries);
        }
        let alike = self
            .children
            .chunk_by_mut(|one, next| one.name == next.name);
        for children in alike {
            if children.iter().all(|child| child.key(entries).is_some()) {
                children.sort_by_cached_key(|child| child.key(entries).map(str::to_owned));
            }
        }
    }

    /// The key, if this is an entry of a map.
    fn key(&self, entries: &[(&str, &str)]) -> Option<&str> {
        let (key, rest) = self.children.split_first()?;
        let is_entry = |(key_name, value_name): &(&str, &str)| {
            key.name == *key_name && rest.iter().all(|value| value.name == *value_name)
        };
        (rest.len() <= 1 && entries.iter().any(is_entry)).then_some(key.text.as_str())
    }
}

fn element(start: &BytesStart<'_>) -> Option<Element> {
    let text = |bytes: &[u8]| Some(std::str::from_utf8(bytes).ok()?.to_owned());
    let mut element = Element {
        name: text(start.name().as_ref())?,
        ..Element::default()
    };
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        let value = value.ok()?.into_owned();
        element
            .attributes
            .insert(text(attribute.key.as_ref())?, value);
    }
    Some(element)
}
