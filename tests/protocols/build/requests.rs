//! Code that fills a request.

use std::fmt::Write as _;

use aws_operation_catalog::{Member, ShapeKind};
use serde_json::Value;

use crate::types::{Types, field};
use crate::values;

/// Writes statements.
pub(crate) struct Filler {
    pub(crate) types: Types,
    pub(crate) text: String,
}

impl Filler {
    /// Fills the fields of a request, which is called `request`.
    pub(crate) fn request(&mut self, members: &[Member<'static>], params: &Value) {
        for (name, value) in params.as_object().into_iter().flatten() {
            let member = members.iter().find(|member| member.name == name);
            let member = member.unwrap_or_else(|| panic!("no member `{name}`"));
            if value.is_null() {
                continue;
            }
            let place = format!("request.{}", field(member));
            if self.types.is_stream(member) {
                let bytes = value.as_str().unwrap_or_default();
                let stream = format!("ByteStream::from_static({bytes:?}.as_bytes())");
                self.set(&place, !member.required, &stream);
            } else {
                self.fill(&place, !member.required, member.target, value);
            }
        }
    }

    /// Fills `place`, which is an `Option` if `optional`. Structures may be in boxes: what is done
    /// with them is done with a box as well.
    fn fill(&mut self, place: &str, optional: bool, target: &str, value: &Value) {
        let shape = self.types.shape(target);
        if let Some(value) = values::simple(&shape.kind, value) {
            self.set(place, optional, &value);
            return;
        }
        if let ShapeKind::Union(variants) = &shape.kind {
            self.union(place, target, variants, value);
            return;
        }
        let inside = if optional {
            format!("{place}.get_or_insert_default()")
        } else {
            format!("&mut {place}")
        };
        let _ = writeln!(self.text, "{{ let at = {inside};");
        match &shape.kind {
            ShapeKind::List(element) => {
                for value in value.as_array().into_iter().flatten() {
                    self.text += "at.push(Default::default());\n";
                    let last = "{ let last = at.last_mut().expect(\"one was added\");\n";
                    self.element(last, "last", shape.traits.sparse, element.target, value);
                }
            }
            ShapeKind::Map { value: element, .. } => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    let entry =
                        format!("{{ let entry = at.entry({key:?}.to_owned()).or_default();\n");
                    self.element(&entry, "entry", shape.traits.sparse, element.target, value);
                }
            }
            _ => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let mut members = shape.kind.members();
                    let member = members.find(|member| member.name == name);
                    let member = member.unwrap_or_else(|| panic!("{target}: no `{name}`"));
                    if !value.is_null() {
                        let place = format!("at.{}", field(member));
                        let optional = self.types.is_optional(member, false);
                        self.fill(&place, optional, member.target, value);
                    }
                }
            }
        }
        self.text += "}\n";
    }

    /// Fills an element, which `open` gives a name. It is empty before, as a null is.
    fn element(&mut self, open: &str, name: &str, sparse: bool, target: &str, value: &Value) {
        if sparse && value.is_null() {
            return;
        }
        self.text += open;
        self.fill(&format!("(*{name})"), sparse, target, value);
        self.text += "}\n";
    }

    fn union(&mut self, place: &str, target: &str, members: &[Member<'static>], value: &Value) {
        let mut set = value.as_object().into_iter().flatten();
        let (name, value) = set.find(|(_, value)| !value.is_null()).expect("a member");
        let member = members.iter().find(|member| member.name == name);
        let member = member.unwrap_or_else(|| panic!("{target}: no `{name}`"));
        let (ty, variant) = (self.types.path(target), self.types.variant(target, name));
        let _ = writeln!(
            self.text,
            "{{ let at: &mut {ty} = crate::values::slot(&mut {place}); *at = {variant}(Default::default());
            if let {variant}(inner) = at {{"
        );
        self.fill("(*inner)", false, member.target, value);
        self.text += "} }\n";
    }

    fn set(&mut self, place: &str, optional: bool, value: &str) {
        let value = if optional {
            format!("Some({value})")
        } else {
            value.to_owned()
        };
        let _ = writeln!(self.text, "{place} = {value};");
    }
}
