//! Code that looks at every member of an answer.

use std::fmt::Write as _;

use aws_operation_catalog::{Member, ShapeKind};
use serde_json::{Map, Value};

use crate::types::{Types, field};
use crate::values;

/// Writes statements that tell `seen` what is expected where.
pub(crate) struct Checker {
    pub(crate) types: Types,
    pub(crate) text: String,
}

impl Checker {
    /// Looks at the members of the structure called `at`.
    pub(crate) fn structure(
        &mut self,
        path: &str,
        members: &[Member<'static>],
        root: bool,
        expected: &Value,
    ) {
        for member in members {
            let field = field(member);
            let path = if path.is_empty() {
                member.name.to_owned()
            } else {
                format!("{path}.{}", member.name)
            };
            let optional = self.types.is_optional(member, root);
            let value = expected.get(member.name).filter(|value| !value.is_null());
            if self.types.is_stream(member) {
                let bytes = value.and_then(Value::as_str).unwrap_or_default();
                let _ = writeln!(
                    self.text,
                    "seen.stream({path:?}, std::mem::take(&mut at.{field}), {bytes:?}).await;"
                );
                continue;
            }
            match value {
                Some(value) => self.value(
                    &path,
                    &format!("at.{field}"),
                    optional,
                    member.target,
                    value,
                ),
                None => self.absent(&path, &format!("at.{field}"), optional, member.target),
            }
        }
    }

    /// Looks for a member that is not there. What is required is empty then.
    fn absent(&mut self, path: &str, place: &str, optional: bool, target: &str) {
        if optional {
            let _ = writeln!(self.text, "seen.absent({path:?}, {place}.as_ref());");
            return;
        }
        match &self.types.shape(target).kind {
            ShapeKind::Structure(members) => {
                let _ = writeln!(self.text, "{{ let at = &{place};");
                self.structure(path, members, false, &Value::Object(Map::new()));
                self.text += "}\n";
            }
            ShapeKind::Union(_) => {
                let ty = self.types.path(target);
                let _ = writeln!(
                    self.text,
                    "seen.is({path:?}, matches!({place}, {ty}::Unknown), \"absent\");"
                );
            }
            _ => {
                let _ = writeln!(self.text, "seen.empty({path:?}, &{place});");
            }
        }
    }

    /// Looks at a value that is there. `place` is an `Option` if `optional`.
    fn value(&mut self, path: &str, place: &str, optional: bool, target: &str, expected: &Value) {
        let shape = self.types.shape(target);
        let found = if optional {
            format!("{place}.as_ref()")
        } else {
            format!("Some(&{place})")
        };
        if let ShapeKind::Enum(_) = shape.kind {
            let expected = expected.as_str().unwrap_or_default();
            let _ = writeln!(self.text, "seen.text({path:?}, {found}, {expected:?});");
            return;
        }
        if let Some(expected) = values::simple(&shape.kind, expected) {
            let _ = writeln!(self.text, "seen.same({path:?}, {found}, &{expected});");
            return;
        }
        match &shape.kind {
            ShapeKind::Union(members) => self.union(path, place, target, members, expected),
            ShapeKind::List(element) => {
                let values = expected.as_array().map(Vec::as_slice).unwrap_or_default();
                let length = values.len();
                let _ = writeln!(
                    self.text,
                    "if let Some(at) = seen.list({path:?}, {found}, {length}) {{"
                );
                for (at, value) in values.iter().enumerate() {
                    let (path, place) = (format!("{path}[{at}]"), format!("at[{at}]"));
                    self.element(&path, &place, shape.traits.sparse, element.target, value);
                }
                self.text += "}\n";
            }
            ShapeKind::Map { value: element, .. } => {
                let values = expected.as_object();
                let length = values.map_or(0, Map::len);
                let _ = writeln!(
                    self.text,
                    "if let Some(at) = seen.map({path:?}, {found}, {length}) {{"
                );
                for (key, value) in values.into_iter().flatten() {
                    let path = format!("{path}.{key}");
                    let _ = writeln!(
                        self.text,
                        "if let Some(at) = seen.entry({path:?}, at, {key:?}) {{"
                    );
                    self.element(&path, "(*at)", shape.traits.sparse, element.target, value);
                    self.text += "}\n";
                }
                self.text += "}\n";
            }
            kind => {
                let members: Vec<_> = kind.members().cloned().collect();
                let _ = writeln!(
                    self.text,
                    "if let Some(at) = seen.present({path:?}, {found}) {{"
                );
                self.structure(path, &members, false, expected);
                self.text += "}\n";
            }
        }
    }

    fn element(&mut self, path: &str, place: &str, sparse: bool, target: &str, value: &Value) {
        if sparse && value.is_null() {
            let _ = writeln!(self.text, "seen.absent({path:?}, {place}.as_ref());");
        } else {
            self.value(path, place, sparse, target, value);
        }
    }

    fn union(
        &mut self,
        path: &str,
        place: &str,
        target: &str,
        members: &[Member<'static>],
        expected: &Value,
    ) {
        let mut set = expected.as_object().into_iter().flatten();
        let (name, value) = set.find(|(_, value)| !value.is_null()).expect("a member");
        let member = members.iter().find(|member| member.name == name);
        let member = member.unwrap_or_else(|| panic!("{target}: no `{name}`"));
        let (ty, variant) = (self.types.path(target), self.types.variant(target, name));
        let path = format!("{path}.{name}");
        let _ = writeln!(
            self.text,
            "match crate::values::look::<{ty}>(&{place}) {{ Some({variant}(inner)) => {{"
        );
        self.value(&path, "(*inner)", false, member.target, value);
        let _ = writeln!(
            self.text,
            "}} other => seen.is({path:?}, false, &format!(\"{{other:?}}\")) }}"
        );
    }
}
