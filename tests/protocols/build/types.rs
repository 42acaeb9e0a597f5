//! What the macro makes of shapes, as far as code that uses it must know.

use std::collections::BTreeSet;

use aws_operation_catalog::{HttpBinding, Member, Service, Shape, ShapeKind};
use proc_macro2::Span;

use crate::names;
use crate::reserved::type_name;

/// A service whose shapes are looked up.
#[derive(Clone, Copy)]
pub(crate) struct Types(pub(crate) &'static Service<'static>);

impl Types {
    pub(crate) fn shape(self, name: &str) -> &'static Shape<'static> {
        let found = self.0.shape(name);
        found.unwrap_or_else(|| panic!("{}: no shape `{name}`", self.0.name))
    }

    /// The members of an operation's input that a request has a field for.
    pub(crate) fn input(self, input: Option<&str>) -> Vec<Member<'static>> {
        let shape = input.map(|input| self.shape(input));
        let members = shape.iter().flat_map(|shape| shape.kind.members());
        members
            .filter(|member| !member.traits.sdk_extra)
            .cloned()
            .collect()
    }

    /// The type of a field.
    pub(crate) fn of(self, target: &str) -> String {
        let shape = self.shape(target);
        let simple = match &shape.kind {
            ShapeKind::Blob if shape.traits.streaming => "ByteStream",
            ShapeKind::Blob => "Blob",
            ShapeKind::Boolean => "bool",
            ShapeKind::Document => "Document",
            ShapeKind::Double => "f64",
            ShapeKind::Float => "f32",
            ShapeKind::Integer => "i32",
            ShapeKind::Long => "i64",
            ShapeKind::String => "String",
            ShapeKind::Timestamp => "DateTime",
            ShapeKind::List(member) => {
                let element = self.sparse(shape, member.target);
                return format!("Vec<{element}>");
            }
            ShapeKind::Map { value, .. } => {
                let value = self.sparse(shape, value.target);
                return format!("HashMap<String, {value}>");
            }
            ShapeKind::Enum(_) | ShapeKind::Structure(_) | ShapeKind::Union(_) => {
                return type_name(shape.name);
            }
        };
        simple.to_owned()
    }

    fn sparse(self, collection: &Shape<'_>, target: &str) -> String {
        let element = self.of(target);
        if collection.traits.sparse {
            format!("Option<{element}>")
        } else {
            element
        }
    }

    /// The path of the type that is made for a shape.
    pub(crate) fn path(self, target: &str) -> String {
        format!("connector::{}", type_name(self.shape(target).name))
    }

    /// The path of a union's variant.
    pub(crate) fn variant(self, target: &str, member: &str) -> String {
        let name = names::pascal_case(member);
        let name = match name.as_str() {
            "Self" | "Unknown" => format!("{name}Value"),
            _ => name,
        };
        format!("{}::{name}", self.path(target))
    }

    /// How the keys and the values of the maps are called that a shape holds.
    pub(crate) fn entries(self, shape: Option<&'static str>) -> Vec<(&'static str, &'static str)> {
        let (mut waiting, mut seen) = (Vec::from_iter(shape), BTreeSet::new());
        let mut entries = Vec::new();
        while let Some(name) = waiting.pop() {
            if !seen.insert(name) {
                continue;
            }
            let kind = &self.shape(name).kind;
            if let ShapeKind::Map { key, value } = &kind {
                entries.push((
                    key.traits.xml_name.unwrap_or("key"),
                    value.traits.xml_name.unwrap_or("value"),
                ));
            }
            waiting.extend(kind.members().map(|member| member.target));
        }
        entries.sort_unstable();
        entries.dedup();
        entries
    }

    /// Whether it is a live stream.
    pub(crate) fn is_stream(self, member: &Member<'_>) -> bool {
        let payload = member.traits.http == Some(HttpBinding::Payload);
        let shape = self.shape(member.target);
        matches!(shape.kind, ShapeKind::Blob)
            && (shape.traits.streaming || (member.traits.streaming && payload))
    }

    /// Whether the field for a member of a structure that is made is an `Option`. Answers and errors
    /// have empty collections where there are none.
    pub(crate) fn is_optional(self, member: &Member<'_>, root: bool) -> bool {
        let kind = &self.shape(member.target).kind;
        let collection = matches!(kind, ShapeKind::List(_) | ShapeKind::Map { .. });
        !(member.required || self.is_stream(member) || (collection && root))
    }
}

/// The name of the field for a member.
pub(crate) fn field(member: &Member<'_>) -> String {
    names::ident(&names::snake_case(member.name), Span::call_site()).to_string()
}
