//! The types that are made for shapes.

use aws_operation_catalog::{HttpBinding, Member, Service, ShapeKind};
use proc_macro2::{Ident, Span};

use super::customizations;
use super::naming::{self, Names};
use super::parts::Parts;
use super::reach::{Containment, Directions};
use super::request::Request;
use super::selection::Answer;
use super::{schema, words};
use crate::plan::{Absence, Body, EnumVariant, Field, Response, Shape, Type, UnionVariant};
use crate::{item, names};

/// What is needed to make types.
pub(crate) struct Maker<'a> {
    pub(crate) service: &'static Service<'static>,
    pub(crate) names: &'a Names,
    pub(crate) containment: &'a Containment,
}

impl Maker<'_> {
    /// A type for a shape that has been reached.
    pub(crate) fn made(&self, name: &'static str, directions: Directions) -> Shape {
        let shape = self
            .service
            .shape(name)
            .expect("BUG: a shape was reached that is not there");
        let (Type::Enum(_, ident) | Type::Structure(_, ident)) =
            self.names.ty(self.service, name, false)
        else {
            unreachable!("BUG: `{name}` has no type of its own and was reached as if it had")
        };
        let body = match &shape.kind {
            ShapeKind::Enum(values) => {
                let variants = naming::variants(values.iter().copied()).into_iter();
                Body::Enum(
                    variants
                        .map(|(ident, value)| EnumVariant { ident, value })
                        .collect(),
                )
            }
            ShapeKind::Union(members) => {
                let schema = schema::structure(self.service, shape, |_| true);
                Body::Union(schema, self.variants(name, members))
            }
            _ => {
                let schema = schema::structure(self.service, shape, |_| true);
                let fields = shape
                    .kind
                    .members()
                    .map(|member| self.field(Some(name), member, shape.traits.error.is_some()));
                Body::Structure(schema, fields.collect())
            }
        };
        Shape {
            cfg: Vec::new(),
            doc: format!(
                "The {} `{name}` of `{}`.",
                shape.kind.keyword(),
                self.service.name
            ),
            name: ident,
            model: name,
            written: directions.written,
            read: directions.read,
            body,
        }
    }

    /// The type of an operation's answer. What is made for it is added to `shapes`.
    pub(crate) fn response(&self, request: &Request, shapes: &mut Vec<Shape>) -> Response {
        let operation = &request.found.operation;
        let output = request.found.output();
        if let (Answer::User(path), Some(output)) = (&request.answer, &output) {
            return Response::User {
                path: path.clone(),
                shape: output.name,
            };
        }
        let (schema, fields) = match (&request.answer, &output) {
            (Answer::Selected(wanted), Some(output)) => {
                let mut parts = Parts::new(self, request);
                let fields = parts.fields(output, wanted);
                shapes.append(&mut parts.shapes);
                (schema::answer(self.service, output, wanted), fields)
            }
            (_, Some(output)) => {
                let members = output.kind.members();
                let fields = members.map(|member| self.field(None, member, true));
                let schema = schema::structure(self.service, output, |_| true);
                (schema, fields.collect())
            }
            (_, None) => (schema::empty(), Vec::new()),
        };
        let name = self.names.made(request.response.clone());
        shapes.push(Shape {
            name: name.clone(),
            model: output.map_or(operation.name, |shape| shape.name),
            cfg: request.item.cfg(),
            doc: format!("What `{}:{}` answers.", self.service.name, operation.name),
            written: false,
            read: true,
            body: Body::Structure(schema, fields),
        });
        Response::Made(name)
    }

    /// `root` is for what a caller gets first and never sends: answers and errors.
    fn field(&self, owner: Option<&str>, member: &Member<'static>, root: bool) -> Field {
        let payload = member.traits.http == Some(HttpBinding::Payload);
        let target = self.names.ty(
            self.service,
            member.target,
            member.traits.streaming && payload,
        );
        self.field_of(owner, member, root, target)
    }

    /// The same, of a type that is known.
    pub(super) fn field_of(
        &self,
        owner: Option<&str>,
        member: &Member<'static>,
        root: bool,
        target: Type,
    ) -> Field {
        let collection = matches!(target, Type::List(..) | Type::Map(..));
        let stream = target == Type::Simple(crate::plan::Simple::StreamingBlob);
        // What is sent must tell "empty" from "absent". Deeper shapes are sent by some operations and
        // read by others, and do not change with the operations that a module happens to have.
        let absence = if member.required || stream || (collection && root) {
            Absence::Default
        } else {
            Absence::None
        };
        Field {
            ident: names::ident(&names::snake_case(member.name), Span::call_site()),
            member: member.name,
            boxed: owner.is_some_and(|owner| self.is_boxed(&target, member.target, owner)),
            target,
            absence,
            lenient: customizations::is_lenient(self.service, member),
            sensitive: customizations::is_sensitive(self.service, member),
            constraints: words::constraints(self.service, member),
        }
    }

    fn variants(&self, owner: &str, members: &[Member<'static>]) -> Vec<UnionVariant> {
        let idents = naming::variants(members.iter().map(|member| member.name));
        let variant = |((ident, _), member): ((Ident, &str), &Member<'static>)| {
            let target = self.names.ty(self.service, member.target, false);
            self.variant(Some(owner), ident, member, target)
        };
        idents.into_iter().zip(members).map(variant).collect()
    }

    /// The variant for a member of a union.
    pub(super) fn variant(
        &self,
        owner: Option<&str>,
        ident: Ident,
        member: &Member<'static>,
        target: Type,
    ) -> UnionVariant {
        UnionVariant {
            ident,
            boxed: owner.is_some_and(|owner| self.is_boxed(&target, member.target, owner)),
            target,
            sensitive: customizations::is_sensitive(self.service, member),
        }
    }

    fn is_boxed(&self, target: &Type, name: &str, owner: &str) -> bool {
        matches!(target, Type::Structure(..)) && self.containment.contains(name, owner)
    }
}

impl Field {
    /// Whether it is a live stream.
    pub(crate) fn is_stream(&self) -> bool {
        self.target == Type::Simple(crate::plan::Simple::StreamingBlob)
    }
}

impl Shape {
    /// Whether it has a `String` called `message`.
    pub(crate) fn has_message(&self) -> bool {
        let text = Type::Simple(crate::plan::Simple::String);
        match &self.body {
            Body::Structure(_, fields) => fields
                .iter()
                .any(|field| field.ident == "message" && field.target == text),
            Body::User(_, user) => user.bindings.iter().any(|binding| {
                binding.field == "message"
                    && binding.target == text
                    && item::is_named(&binding.ty, "String")
            }),
            _ => false,
        }
    }
}
