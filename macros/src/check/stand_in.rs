//! The user's own structs in the place of shapes.

use std::collections::BTreeMap;

use aws_operation_catalog::{Service, ShapeKind};
use syn::{ItemStruct, LitStr};

use super::bind::{self, Bound, Place};
use super::reach::Reached;
use super::request::Request;
use super::words;
use crate::ctxt::Ctxt;
use crate::item::{Role, Struct};
use crate::messages;

/// A struct marked `#[aws_shape]`.
pub(crate) struct UserStruct {
    /// The shape's name, when the struct's does not say it.
    pub(crate) shape: Option<LitStr>,
    /// The struct.
    pub(crate) item: Struct,
}

/// A struct of the user's, and the shape that it stands for.
pub(crate) struct StandIn {
    pub(crate) shape: aws_operation_catalog::Shape<'static>,
    pub(crate) item: Struct,
    pub(crate) bound: Vec<Bound>,
    /// The members that fields with an unknown name were probably meant for.
    misspelt: Vec<usize>,
}

impl StandIn {
    /// Whether there are fields of which nobody knows what they stand for.
    pub(crate) fn is_broken(&self) -> bool {
        let members = self.item.fields.iter();
        let members = members.filter(|field| matches!(field.role, Role::Member(_)));
        members.count() != self.bound.len()
    }
}

/// Finds the shapes that the user's structs stand for, and the members that their fields do. The
/// structs that stand for none come back as they are.
pub(crate) fn find(
    cx: &Ctxt,
    service: &'static Service<'static>,
    user_structs: Vec<UserStruct>,
) -> (BTreeMap<&'static str, StandIn>, Vec<ItemStruct>) {
    let mut stand_ins: BTreeMap<&'static str, StandIn> = BTreeMap::new();
    let mut rejected = Vec::new();
    for UserStruct { shape, item } in user_structs {
        let wanted = shape
            .as_ref()
            .map_or_else(|| item.item.ident.to_string(), LitStr::value);
        let place: &dyn quote::ToTokens = match &shape {
            Some(shape) => shape,
            None => &item.item.ident,
        };
        let Some(found) = find_shape(service, &wanted) else {
            let names: Vec<&str> = service.shape_names().collect();
            cx.error_at(
                place,
                messages::unknown_shape(service.name, &wanted, &names),
            );
            rejected.push(item.item);
            continue;
        };
        let ShapeKind::Structure(members) = &found.kind else {
            let kind = words::kind(&found.kind);
            cx.error_at(
                place,
                messages::shape_not_structure(service.name, found.name, &kind),
            );
            rejected.push(item.item);
            continue;
        };
        if let Some(first) = stand_ins.get(found.name) {
            let first = first.item.item.ident.to_string();
            cx.error_at(place, messages::shape_twice(found.name, &first));
            rejected.push(item.item);
            continue;
        }
        let full_name = format!("{}:{}", service.name, found.name);
        let place = Place {
            name: &full_name,
            service,
            members,
            prefix: "",
        };
        let (bound, misspelt) = bind::fields(cx, place, &item);
        stand_ins.insert(
            found.name,
            StandIn {
                shape: found,
                item,
                bound,
                misspelt,
            },
        );
    }
    (stand_ins, rejected)
}

/// By the model's name, or by the name that the type would get.
fn find_shape(
    service: &'static Service<'static>,
    wanted: &str,
) -> Option<aws_operation_catalog::Shape<'static>> {
    service.shape(wanted).or_else(|| {
        let name = service
            .shape_names()
            .find(|name| crate::names::pascal_case(name) == wanted)?;
        service.shape(name)
    })
}

/// A struct that stands for a shape nobody reaches is a mistake; one that is sent needs what is
/// required.
pub(crate) fn check_written(
    cx: &Ctxt,
    service: &'static Service<'static>,
    reached: &Reached,
    stand_ins: &BTreeMap<&'static str, StandIn>,
    requests: &[Request],
) {
    let broken = requests.iter().any(|request| request.broken);
    let is_root = |name: &str| {
        requests.iter().any(|request| {
            let operation = &request.found.operation;
            [operation.input, operation.output].contains(&Some(name))
        })
    };
    for (name, stand_in) in stand_ins {
        match reached.0.get(name) {
            // A request with mistakes may be the one that reaches it.
            None if broken => {}
            None if is_root(name) => {
                let message = messages::shape_is_root(service.name, name);
                cx.error_at(&stand_in.item.item.ident, message);
            }
            None => {
                let message = messages::shape_unused(service.name, name);
                cx.error_at(&stand_in.item.item.ident, message);
            }
            Some(directions) if directions.written => {
                let members: Vec<_> = stand_in.shape.kind.members().cloned().collect();
                let full_name = format!("{}:{name}", service.name);
                let place = Place {
                    name: &full_name,
                    service,
                    members: &members,
                    prefix: "",
                };
                let StandIn {
                    item,
                    bound,
                    misspelt,
                    ..
                } = stand_in;
                bind::required(cx, place, item.item.ident.span(), bound, misspelt);
            }
            Some(_) => {}
        }
    }
}
