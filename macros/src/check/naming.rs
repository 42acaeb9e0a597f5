//! The names of the types that are made, none of them twice.

use std::collections::{BTreeMap, BTreeSet};

use aws_operation_catalog::{Service, ShapeKind};
use proc_macro2::{Ident, Span};

use super::reserved;
use crate::names;
use crate::plan::{Name, Type};

/// The names that are taken, and those that the shapes got.
#[derive(Default)]
pub(crate) struct Names {
    taken: BTreeSet<String>,
    shapes: BTreeMap<&'static str, Name>,
    /// The module that types are made in.
    module: Option<Ident>,
}

impl Names {
    /// Names for types that are made in `module`, or beside the requests.
    pub(crate) fn in_module(module: Option<Ident>) -> Self {
        Self {
            module,
            ..Self::default()
        }
    }

    /// Names for the types that are made for the answer of one operation, in the module of its
    /// function.
    pub(crate) fn of_answer(&self, function: &Ident) -> Self {
        let shared = self.module.is_some();
        Self {
            taken: if shared {
                self.taken.clone()
            } else {
                BTreeSet::new()
            },
            shapes: BTreeMap::new(),
            module: Some(function.clone()),
        }
    }

    /// A name in the module that types are made in.
    pub(crate) fn made(&self, ident: Ident) -> Name {
        Name {
            module: self.module.clone(),
            ident,
        }
    }

    /// Takes a name.
    pub(crate) fn take(&mut self, name: &str) {
        self.taken.insert(name.to_owned());
    }

    /// Takes a name, or one with a number behind it when somebody has it already.
    pub(crate) fn take_unique(&mut self, ident: &Ident) -> Ident {
        let name = unique(&self.taken, ident.to_string());
        self.take(&name);
        names::ident(&name, ident.span())
    }

    /// Lets an item of the user's stand for a shape.
    pub(crate) fn assign(&mut self, shape: &'static str, ident: &Ident) {
        let name = Name {
            module: None,
            ident: ident.clone(),
        };
        self.shapes.insert(shape, name);
    }

    /// Names a type that is made for a shape.
    pub(crate) fn make(&mut self, shape: &'static str) {
        if !self.shapes.contains_key(shape) {
            // An item of the user's may have the name.
            let name = names::pascal_case(shape);
            let name = if self.taken.contains(&name) {
                self.make_another(&format!("{shape}Shape"))
            } else {
                self.make_another(shape)
            };
            self.shapes.insert(shape, name);
        }
    }

    /// Names one more type that is made for a shape.
    pub(crate) fn make_another(&mut self, shape: &str) -> Name {
        let name = unique(&self.taken, reserved::type_name(shape));
        self.take(&name);
        self.made(names::ident(&name, Span::call_site()))
    }

    /// The type of what `target` names. A shape that has not been named is of a type which only its
    /// declaration knows.
    pub(crate) fn ty(&self, service: &Service<'static>, target: &str, streaming: bool) -> Type {
        use crate::plan::Simple;
        let Some(shape) = service.shape(target) else {
            return Type::Simple(Simple::Document);
        };
        let own = || match self.shapes.get(shape.name) {
            Some(name) => name.clone(),
            None => self.made(names::ident(
                &names::pascal_case(shape.name),
                Span::call_site(),
            )),
        };
        match &shape.kind {
            ShapeKind::Blob if streaming || shape.traits.streaming => {
                Type::Simple(Simple::StreamingBlob)
            }
            ShapeKind::Blob => Type::Simple(Simple::Blob),
            ShapeKind::Boolean => Type::Simple(Simple::Boolean),
            ShapeKind::Document => Type::Simple(Simple::Document),
            ShapeKind::Double => Type::Simple(Simple::Double),
            ShapeKind::Enum(_) => Type::Enum(shape.name, own()),
            ShapeKind::Float => Type::Simple(Simple::Float),
            ShapeKind::Integer => Type::Simple(Simple::Integer),
            ShapeKind::List(member) => Type::List(
                Box::new(self.ty(service, member.target, false)),
                shape.traits.sparse,
            ),
            ShapeKind::Long => Type::Simple(Simple::Long),
            ShapeKind::Map { value, .. } => Type::Map(
                Box::new(self.ty(service, value.target, false)),
                shape.traits.sparse,
            ),
            ShapeKind::String => Type::Simple(Simple::String),
            ShapeKind::Structure(_) | ShapeKind::Union(_) => Type::Structure(shape.name, own()),
            ShapeKind::Timestamp => Type::Simple(Simple::Timestamp),
        }
    }
}

/// `name`, or with the first number behind it that makes it one of its kind.
pub(crate) fn unique(taken: &BTreeSet<String>, name: String) -> String {
    if !taken.contains(&name) {
        return name;
    }
    let numbered = (2_u32..).map(|number| format!("{name}{number}"));
    numbered
        .into_iter()
        .find(|name| !taken.contains(name))
        .expect("BUG: there are enough numbers")
}

/// Names for the variants of an enum that has a variant `Unknown` of its own.
pub(crate) fn variants<'n>(wire_names: impl IntoIterator<Item = &'n str>) -> Vec<(Ident, &'n str)> {
    let mut taken = BTreeSet::new();
    let mut values = BTreeSet::new();
    let mut variants = Vec::new();
    for wire_name in wire_names
        .into_iter()
        .filter(|wire_name| values.insert(*wire_name))
    {
        let name = match names::pascal_case(wire_name).as_str() {
            "_" => "Value".to_owned(),
            name @ ("Self" | "Unknown") => format!("{name}Value"),
            name => name.to_owned(),
        };
        let name = unique(&taken, name);
        taken.insert(name.clone());
        variants.push((names::ident(&name, Span::call_site()), wire_name));
    }
    variants
}

/// Names for the variants of an error enum, which has a variant `Other` of its own: the types'.
pub(crate) fn error_variant(shape: &Ident) -> Ident {
    if shape == "Other" {
        Ident::new("OtherError", shape.span())
    } else {
        shape.clone()
    }
}
