//! Structures, lists and maps.
//!
//! The cursor moves through the document once. Only two things are looked for further on, and the
//! cursor then put back: a flattened list or map whose elements stand apart, and a map's key that
//! stands after its value.

use aws_smithy_schema::serde::SerdeError;
use aws_smithy_schema::{Schema, ShapeType};

use super::super::document::Document;
use super::super::tag::Tag;
use super::{EachEntry, EachMember, Value, XmlReader};

impl<'a> XmlReader<'a> {
    pub(super) fn members(
        &mut self,
        tag: &Tag<'a>,
        schema: &Schema<'_>,
        each: EachMember<'_>,
    ) -> Result<(), SerdeError> {
        let depth = self.document.depth();
        if tag.has_attributes() {
            for member in schema.members().iter().filter(|m| m.xml_attribute()) {
                if let Some(text) = tag.attribute(element_name(member))? {
                    let text = Value::Text(text.into());
                    self.give(text, depth, |this| each(member, this))?;
                }
            }
        }
        let mut collected: Vec<usize> = Vec::new();
        let mut next = 0;
        while let Some(tag) = self.document.child()? {
            let Some(index) = self.find(schema, tag.name(), next) else {
                self.document.leave_to(depth)?;
                continue;
            };
            next = index + 1;
            let member = schema.members()[index];
            let value = match member.shape_type() {
                ShapeType::List | ShapeType::Map if member.xml_flattened() => {
                    if collected.contains(&index) {
                        self.document.leave_to(depth)?;
                        continue;
                    }
                    collected.push(index);
                    Value::Siblings(tag)
                }
                shape if shape.is_aggregate() => Value::Element(tag),
                ShapeType::Blob | ShapeType::String => Value::Element(tag),
                _ => {
                    let text = self.document.text()?;
                    // There is no number, boolean or moment that is written as nothing.
                    if text.trim_ascii().is_empty() {
                        continue;
                    }
                    Value::Text(text)
                }
            };
            self.give(value, depth, |this| each(member, this))?;
        }
        Ok(())
    }

    /// Calls `each` for every element that a list or map has, and reads to the end of the list or
    /// map.
    pub(super) fn elements(
        &mut self,
        mut each: impl FnMut(&mut Self, Tag<'a>) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        if let Value::Siblings(_) = &self.value {
            return self.element(|this, tag| this.siblings(tag, each));
        }
        self.element(|this, _| {
            let depth = this.document.depth();
            while let Some(tag) = this.document.child()? {
                each(this, tag)?;
                this.value = Value::Nothing;
                this.document.leave_to(depth)?;
            }
            Ok(())
        })
    }

    /// Calls `each` for an element and for all with its name that stand beside it, and puts the
    /// cursor before the first that has another name.
    fn siblings(
        &mut self,
        first: Tag<'a>,
        mut each: impl FnMut(&mut Self, Tag<'a>) -> Result<(), SerdeError>,
    ) -> Result<(), SerdeError> {
        let depth = self.document.depth() - 1;
        let name = first.name();
        let mut resume: Option<Document<'a>> = None;
        let mut next = Some(first);
        while let Some(tag) = next {
            if tag.name() == name {
                each(self, tag)?;
                self.value = Value::Nothing;
            } else if resume.is_none() {
                let mut here = self.document.clone();
                here.unread(tag);
                resume = Some(here);
            }
            self.document.leave_to(depth)?;
            next = self.document.child()?;
        }
        match resume {
            Some(here) => self.document = here,
            None => self.document.unread_end(),
        }
        Ok(())
    }

    /// Reads an entry of a map, which is open.
    pub(super) fn entry(
        &mut self,
        schema: &Schema<'_>,
        each: EachEntry<'_>,
    ) -> Result<(), SerdeError> {
        let key_name = entry_name(schema.key(), "key").as_bytes();
        let value_name = entry_name(schema.member(), "value").as_bytes();
        let depth = self.document.depth();
        let mut key = None;
        let mut passed = None;
        while let Some(tag) = self.document.child()? {
            if tag.name() == key_name {
                key = Some(self.document.text()?.into_owned());
            } else if tag.name() == value_name {
                if let Some(key) = key {
                    return self.give(Value::Element(tag), depth - 1, |this| each(key, this));
                }
                passed = Some((self.document.clone(), tag));
            }
            self.document.leave_to(depth)?;
        }
        let key = key.ok_or_else(|| SerdeError::invalid_input("an entry of a map has no key"))?;
        let Some((before, tag)) = passed else {
            return self.give(Value::Null, depth - 1, |this| each(key, this));
        };
        self.document = before;
        self.give(Value::Element(tag), depth - 1, |this| each(key, this))
    }

    /// The member of an element. Services write members in the model's order, mostly: `next` is
    /// where to look first.
    pub(super) fn find(&self, schema: &Schema<'_>, name: &[u8], next: usize) -> Option<usize> {
        let members = schema.members();
        let is_it = |member: &&Schema<'_>| {
            element_name(member).as_bytes() == name && !member.xml_attribute()
        };
        if members.get(next).is_some_and(is_it) {
            return Some(next);
        }
        let found = members.iter().position(is_it);
        if found.is_some() || !self.any_case {
            return found;
        }
        members.iter().position(|member| {
            element_name(member).as_bytes().eq_ignore_ascii_case(name) && !member.xml_attribute()
        })
    }
}

/// The name of a member's element or attribute.
fn element_name<'s>(member: &'s Schema<'_>) -> &'s str {
    match member.xml_name() {
        Some(name) => name.value(),
        None => member.member_name().unwrap_or_default(),
    }
}

/// The name of a key's or value's element.
fn entry_name<'s>(schema: Option<&'s Schema<'_>>, default: &'static str) -> &'s str {
    let name = schema.and_then(Schema::xml_name);
    name.map_or(default, |name| name.value())
}
