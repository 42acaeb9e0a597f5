//! Documents of all kinds, beside a reader of XML that many use: what both read has to be the same.

use std::fmt::Write as _;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use super::super::document::Document;
use super::super::tag::Tag;

/// Written down: `<name attributes>`, `</>` and text.
type Written = Option<String>;

/// What our reader makes of a document; nothing, when it is none.
fn ours(document: &str) -> Written {
    let mut cursor = Document::new(document);
    let mut written = String::new();
    let root = cursor.root().ok()??;
    element(&mut cursor, root, &mut written)?;
    cursor.finish().ok()?;
    Some(written)
}

/// An element has text, or elements. Which of the two, another cursor finds out.
fn element<'a>(cursor: &mut Document<'a>, tag: Tag<'a>, written: &mut String) -> Option<()> {
    let kind = tag.attribute("kind").ok()?;
    write!(written, "<{} {kind:?}>", String::from_utf8_lossy(tag.name)).ok()?;
    let mut ahead = cursor.clone();
    match ahead.text() {
        Ok(text) => {
            *written += &text;
            *cursor = ahead;
        }
        Err(fault) if fault.to_string().contains("an element where") => {
            while let Some(child) = cursor.child().ok()? {
                element(cursor, child, written)?;
            }
        }
        Err(_) => return None,
    }
    *written += "</>";
    Some(())
}

/// What quick-xml makes of it, with what is not text between elements left out.
fn theirs(document: &str) -> Written {
    let mut reader = quick_xml::Reader::from_str(document);
    let mut written = String::new();
    // The text of each element that is open, if all of it means something, and whether there is an
    // element in it.
    let mut open: Vec<(Option<String>, bool)> = Vec::new();
    let mut roots = 0;
    loop {
        let event = reader.read_event().ok()?;
        let text = match &event {
            Event::Start(start) | Event::Empty(start) => {
                if let Some((_, has_elements)) = open.last_mut() {
                    *has_elements = true;
                } else {
                    roots += 1;
                }
                let mut kind = None;
                for attribute in start.attributes().with_checks(false) {
                    let attribute = attribute.ok()?;
                    let is_declaration = attribute.key.as_namespace_binding().is_some();
                    if !is_declaration && attribute.key.local_name().as_ref() == b"kind" {
                        kind = Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?);
                        break;
                    }
                }
                let name = String::from_utf8_lossy(start.name().into_inner()).into_owned();
                write!(written, "<{name} {kind:?}>").ok()?;
                if matches!(event, Event::Empty(_)) {
                    written += "</>";
                } else {
                    open.push((Some(String::new()), false));
                }
                continue;
            }
            Event::End(_) => {
                let (text, has_elements) = open.pop()?;
                if !has_elements {
                    written += &text?;
                }
                written += "</>";
                continue;
            }
            Event::Text(text) => text.xml10_content().ok().map(Into::into),
            Event::CData(text) => text.xml10_content().ok().map(Into::into),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(character)) => Some(character.to_string()),
                Ok(None) => resolve_predefined_entity(&name.decode().ok()?).map(str::to_owned),
                Err(_) => None,
            },
            Event::DocType(_) => return None,
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
        };
        let text: Option<String> = text;
        match open.last_mut() {
            Some((all, _)) => *all = all.take().zip(text).map(|(all, text)| all + &text),
            None if text?.trim_ascii().is_empty() => {}
            None => return None,
        }
    }
    (open.is_empty() && roots == 1).then_some(written)
}

const DOCUMENT: &str = "\u{feff}<?xml version='1.0'?><!-- c --><r:R a='1' n:kind = \"a&lt;\t>b\">\r\n \
    <a>x &amp;&#x2014;&#65; <![CDATA[<y> &amp; ]]]> z\r\n</a><b kind=''/><c><d></d ><?p d?></c>&gt;</r:R>\n";

#[test]
fn what_both_read_is_the_same() {
    let expected = theirs(DOCUMENT);
    assert!(expected.is_some());
    assert_eq!(ours(DOCUMENT), expected);
}

/// One place is another character, is missing, or has one more before it. What is read differently is
/// no XML: names that are missing, and equal signs too many.
#[test]
fn so_are_faults() {
    let mut stricter = 0;
    for (place, here) in DOCUMENT.char_indices() {
        let (before, rest) = DOCUMENT.split_at(place);
        let after = &rest[here.len_utf8()..];
        let mut changes = vec![format!("{before}{after}")];
        for change in "<>&;/\"'=!?[]-#x: \r\n1\u{e4}".chars() {
            changes.push(format!("{before}{change}{after}"));
            changes.push(format!("{before}{change}{rest}"));
        }
        for change in changes {
            let (ours, theirs) = (ours(&change), theirs(&change));
            if ours != theirs {
                assert_eq!(ours, None, "{change}");
                stricter += 1;
            }
        }
    }
    assert_eq!(stricter, 17);
}
