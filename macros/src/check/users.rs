//! The user's own types in the place of shapes, as they are planned.

use aws_operation_catalog::Shape as Model;
use syn::Attribute;

use super::bind::{self, Bound};
use super::reach::Directions;
use super::schema;
use super::shapes::Maker;
use super::stand_in::{StandIn, StandInParts};
use super::variants::{BoundEnum, BoundUnion};
use crate::item::{Enum, Role, Struct};
use crate::plan::{Binding, Body, Default, Name, Shape, UserEnum, UserShape, UserUnion};

impl Maker<'_> {
    /// A type of the user's in the place of a shape.
    pub(crate) fn user(&self, stand_in: StandIn, directions: Directions) -> Shape {
        let StandIn {
            shape,
            ident,
            parts,
        } = stand_in;
        let cfg: Vec<Attribute>;
        let body = match parts {
            StandInParts::Enum(item, bound) => {
                cfg = item.cfg();
                user_enum(item, bound)
            }
            StandInParts::Structure { item, bound, .. } => {
                cfg = item.cfg();
                self.user_structure(shape, item, bound)
            }
            StandInParts::Union(item, bound) => {
                cfg = item.cfg();
                self.user_union(shape, item, bound)
            }
        };
        Shape {
            name: Name {
                module: None,
                ident,
            },
            model: shape.name,
            doc: String::new(),
            cfg,
            written: directions.written,
            read: directions.read,
            body,
        }
    }

    fn user_structure(&self, shape: &Model<'static>, item: Struct, bound: Vec<Bound>) -> Body {
        let (members, others): (Vec<_>, Vec<_>) = item
            .fields
            .iter()
            .partition(|field| matches!(field.role, Role::Member(_)));
        let broken = item.half_typed || members.len() != bound.len();
        let skipped = others.into_iter();
        let skipped = skipped.map(|field| (field.ident.clone(), field.ty.clone()));
        let skipped = skipped.collect();
        let named: Vec<usize> = bound.iter().map(|bound| bound.index).collect();
        let schema = schema::structure(self.service, shape, |index| named.contains(&index));
        let mut bindings = self.bindings(shape, bound);
        if shape.traits.error.is_some() {
            // Filled with what the error says, where the wire writes it in another way.
            let message = bindings.iter_mut().find(|one| one.field == "message");
            if let Some(message) = message.filter(|message| !message.optional) {
                message.default.get_or_insert(Default::OfType);
            }
        }
        let user = UserShape {
            skipped,
            broken,
            bindings,
            item: item.item,
        };
        Body::User(schema, Box::new(user))
    }

    fn user_union(&self, shape: &Model<'static>, item: Enum, bound: BoundUnion) -> Body {
        let named = |index| bound.variants.iter().any(|(.., found)| *found == index);
        let schema = schema::structure(self.service, shape, named);
        let variants = bound.variants.into_iter();
        let variants = variants.map(|(field, ty, index)| Bound {
            field,
            ty,
            optional: false,
            index,
            stream: false,
            default: None,
            with: None,
        });
        let user = UserUnion {
            item: item.item,
            variants: self.bindings(shape, variants.collect()),
            unknown: bound.unknown,
            broken: bound.broken,
        };
        Body::UserUnion(schema, user)
    }

    fn bindings(&self, shape: &Model<'static>, bound: Vec<Bound>) -> Vec<Binding> {
        let members: Vec<_> = shape.kind.members().collect();
        bind::bindings(self.service, self.names, &members, bound)
    }
}

fn user_enum(item: Enum, bound: BoundEnum) -> Body {
    Body::UserEnum(UserEnum {
        item: item.item,
        variants: bound.variants,
        unknown: bound.unknown,
        broken: bound.broken,
    })
}
