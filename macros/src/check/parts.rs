//! The types that are made for parts of an answer, when a request says what it wants of it.

use aws_operation_catalog::{Member, Shape as Model, ShapeKind};
use proc_macro2::Ident;

use super::naming::{self, Names};
use super::request::Request;
use super::schema;
use super::selection::{Wanted, structure_in};
use super::shapes::Maker;
use crate::plan::{Body, Field, Name, Shape, Type, UnionVariant};

/// Makes the parts of one answer, in the module of the operation's function.
pub(super) struct Parts<'a> {
    maker: &'a Maker<'a>,
    request: &'a Request,
    names: Names,
    /// What has been made.
    pub(super) shapes: Vec<Shape>,
    /// What was wanted for each of them: twice the same is one type.
    wanted: Vec<(&'static str, &'a Wanted, Name)>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(maker: &'a Maker<'a>, request: &'a Request) -> Self {
        Self {
            maker,
            request,
            names: maker.names.of_answer(&request.function),
            shapes: Vec::new(),
            wanted: Vec::new(),
        }
    }

    /// The fields for what is wanted of a structure. Nothing of it is ever sent, so that lists and
    /// maps need not tell "empty" from "absent".
    pub(super) fn fields(&mut self, shape: &Model<'static>, wanted: &'a Wanted) -> Vec<Field> {
        let targets = self.targets(shape, wanted);
        let targets = targets.into_iter();
        targets
            .map(|(member, target)| self.maker.field_of(None, &member, true, target))
            .collect()
    }

    fn variants(&mut self, shape: &Model<'static>, wanted: &'a Wanted) -> Vec<UnionVariant> {
        let idents: Vec<Ident> = naming::variants(shape.kind.members().map(|member| member.name))
            .into_iter()
            .map(|(ident, _)| ident)
            .collect();
        let targets = self.targets(shape, wanted);
        let members = wanted.members.iter().zip(targets);
        members
            .map(|(wanted, (member, target))| {
                let ident = idents[wanted.index].clone();
                self.maker.variant(None, ident, &member, target)
            })
            .collect()
    }

    /// The members that are wanted, and what they are made of here.
    fn targets(
        &mut self,
        shape: &Model<'static>,
        wanted: &'a Wanted,
    ) -> Vec<(Member<'static>, Type)> {
        let members: Vec<&Member<'static>> = shape.kind.members().collect();
        let mut targets = Vec::new();
        for one in &wanted.members {
            let member = members[one.index];
            let service = self.maker.service;
            let target = self
                .maker
                .names
                .ty(service, member.target, member.traits.streaming);
            let inner = one.inner.as_ref();
            let target = match inner.zip(structure_in(service, member.target)) {
                Some((inner, shape)) => {
                    let name = self.part(shape, inner);
                    with_structure(target, &Type::Structure(shape.name, name))
                }
                None => target,
            };
            targets.push((member.clone(), target));
        }
        targets
    }

    /// The type for what is wanted of a structure or union.
    fn part(&mut self, shape: &Model<'static>, wanted: &'a Wanted) -> Name {
        let known = self.wanted.iter();
        let known = known
            .filter(|(name, known, _)| *name == shape.name && *known == wanted)
            .map(|(.., name)| name);
        if let Some(name) = known.into_iter().next() {
            return name.clone();
        }
        let name = self.names.make_another(shape.name);
        self.wanted.push((shape.name, wanted, name.clone()));
        let service = self.maker.service;
        let schema = schema::part(service, shape, wanted);
        let body = match shape.kind {
            ShapeKind::Union(_) => Body::Union(schema, self.variants(shape, wanted)),
            _ => Body::Structure(schema, self.fields(shape, wanted)),
        };
        self.shapes.push(Shape {
            name: name.clone(),
            model: shape.name,
            cfg: self.request.item.cfg(),
            doc: format!(
                "What is wanted here of the {} `{}` of `{}`.",
                shape.kind.keyword(),
                shape.name,
                service.name
            ),
            written: false,
            read: true,
            body,
        });
        name
    }
}

/// `Vec<Instance>` with another type for the structure in it.
fn with_structure(ty: Type, structure: &Type) -> Type {
    match ty {
        Type::List(element, sparse) => {
            Type::List(Box::new(with_structure(*element, structure)), sparse)
        }
        Type::Map(value, sparse) => Type::Map(Box::new(with_structure(*value, structure)), sparse),
        _ => structure.clone(),
    }
}
