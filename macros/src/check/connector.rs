//! Many requests of one service: the union of the shapes that they reach, each made once.

use std::collections::{BTreeMap, BTreeSet};

use aws_operation_catalog::{HttpBinding, Service, ShapeKind};
use proc_macro2::Ident;
use syn::{ItemStruct, LitStr, Path};

use super::bind::{self, Bound, Place};
use super::clashes;
use super::naming::{self, Names};
use super::reach::{Containment, Directions, Reached};
use super::request::Request;
use super::{schema, shapes, words};
use crate::ctxt::Ctxt;
use crate::item::{Role, Struct};
use crate::messages;
use crate::plan::{Binding, ConfigField, ErrorVariant, Home, Operation, Plan, Shape};

/// All that a plan is made from.
pub(crate) struct Source {
    /// Where the runtime is.
    pub(crate) krate: Path,
    /// Where the made types go.
    pub(crate) home: Home,
    /// The service.
    pub(crate) service: &'static Service<'static>,
    /// What the made types derive.
    pub(crate) derives: Vec<Path>,
    /// The requests that were checked.
    pub(crate) requests: Vec<Request>,
    /// The user's structs that stand for shapes.
    pub(crate) user_structs: Vec<UserStruct>,
    /// Names of the user's own items among types, which are taken.
    pub(crate) types: Vec<Ident>,
    /// Names of the user's own items among functions, which are taken.
    pub(crate) functions: Vec<Ident>,
}

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

/// Plans a connector.
pub(crate) fn connector(cx: &Ctxt, mut source: Source) -> Plan {
    let service = source.service;
    let (stand_ins, rejected) = stand_ins(cx, service, source.user_structs);
    let reached = reached(service, &source.requests, &stand_ins);
    check_written(
        cx,
        service,
        &reached,
        &stand_ins,
        source.requests.iter().any(|request| request.broken),
    );
    clashes::functions(cx, &source.functions, &mut source.requests);
    let names = clashes::types(
        cx,
        &source.types,
        &mut source.requests,
        &reached,
        &stand_ins,
    );
    let containment = Containment::of(service, &reached);
    let maker = shapes::Maker {
        service,
        names: &names,
        containment: &containment,
    };

    let mut stand_ins = stand_ins;
    let mut shapes: Vec<Shape> = Vec::new();
    for (name, directions) in &reached.0 {
        shapes.push(match stand_ins.remove(name) {
            Some(stand_in) => maker.user(stand_in, *directions),
            None => maker.made(name, *directions),
        });
    }
    let unreached = stand_ins.into_values().map(|stand_in| stand_in.item.item);
    let leftover = rejected.into_iter().chain(unreached).collect();
    let mut operations = Vec::new();
    for request in source.requests {
        let (response, stream) = maker.response(&request);
        shapes.push(response);
        operations.push(operation(service, &names, request, stream));
    }
    Plan {
        krate: source.krate,
        home: source.home,
        service,
        derives: source.derives,
        operations,
        shapes,
        leftover,
    }
}

/// Finds the shapes that the user's structs stand for, and the members that their fields do. The
/// structs that stand for none come back as they are.
fn stand_ins(
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

/// All shapes with a type of their own that the requests reach.
fn reached(
    service: &'static Service<'static>,
    requests: &[Request],
    stand_ins: &BTreeMap<&'static str, StandIn>,
) -> Reached {
    let follow = |name: &'static str| {
        let stand_in = stand_ins.get(name)?;
        let members: Vec<_> = stand_in.shape.kind.members().collect();
        Some(
            stand_in
                .bound
                .iter()
                .map(|bound| members[bound.index].target)
                .collect(),
        )
    };
    let written = Directions {
        written: true,
        read: false,
    };
    let read = Directions {
        written: false,
        read: true,
    };
    let mut reached = Reached::default();
    for request in requests {
        let members = request
            .input
            .iter()
            .flat_map(|shape| shape.kind.members())
            .enumerate();
        for (index, member) in members {
            if request.broken || request.bound.iter().any(|bound| bound.index == index) {
                reached.add(service, member.target, written, &follow);
            }
        }
        let output = request
            .found
            .operation
            .output
            .and_then(|name| service.shape(name));
        for member in output.iter().flat_map(|shape| shape.kind.members()) {
            reached.add(service, member.target, read, &follow);
        }
        for error in &request.found.operation.errors {
            reached.add(service, error, read, &follow);
        }
    }
    reached
}

/// A struct that stands for a shape nobody reaches is a mistake; one that is sent needs what is
/// required.
fn check_written(
    cx: &Ctxt,
    service: &'static Service<'static>,
    reached: &Reached,
    stand_ins: &BTreeMap<&'static str, StandIn>,
    broken: bool,
) {
    for (name, stand_in) in stand_ins {
        match reached.0.get(name) {
            // A request with mistakes may be the one that reaches it.
            None if broken => {}
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

/// Puts a request together with the names of its types.
fn operation(
    service: &'static Service<'static>,
    names: &Names,
    request: Request,
    response_stream: Option<Ident>,
) -> Operation {
    let Request {
        found,
        input,
        item,
        bound,
        function,
        response,
        error,
        ..
    } = request;
    let present: Vec<usize> = bound.iter().map(|bound| bound.index).collect();
    let input_schema = schema::input(service, input.as_ref(), &found.operation, |index| {
        present.contains(&index)
    });
    let members: Vec<_> = input
        .iter()
        .flat_map(|shape| shape.kind.members())
        .collect();
    let tokens = (0..members.len())
        .filter(|index| members[*index].traits.idempotency_token && !present.contains(index))
        .collect();
    // The model lists some of them twice.
    let distinct: BTreeSet<_> = found.operation.errors.iter().collect();
    let errors = distinct
        .into_iter()
        .filter_map(|error| error_variant(service, names, error));
    let client_config = item.client_config().map(|field| ConfigField {
        field: field.ident.clone(),
        ty: crate::item::option_inner(&field.ty)
            .unwrap_or(&field.ty)
            .clone(),
        optional: crate::item::option_inner(&field.ty).is_some(),
    });
    Operation {
        bindings: bindings(service, names, &members, bound),
        tokens,
        client_config,
        errors: errors.collect(),
        item: item.item,
        model: found.operation,
        protocol: found.protocol,
        auth: found.auth,
        function,
        input: input_schema,
        response,
        response_stream,
        error,
    }
}

/// Fields with what their members are made of.
pub(crate) fn bindings(
    service: &'static Service<'static>,
    names: &Names,
    members: &[&aws_operation_catalog::Member<'static>],
    bound: Vec<Bound>,
) -> Vec<Binding> {
    let binding = |bound: Bound| {
        let member = members[bound.index];
        let payload = member.traits.http == Some(HttpBinding::Payload);
        Binding {
            target: names.ty(service, member.target, member.traits.streaming && payload),
            token: member.traits.idempotency_token,
            deprecated: member.traits.deprecated.map(|deprecated| {
                messages::deprecated(&format!("the member `{}`", member.name), deprecated.message)
            }),
            field: bound.field,
            ty: bound.ty,
            optional: bound.optional,
            index: bound.index,
            stream: bound.stream,
        }
    };
    bound.into_iter().map(binding).collect()
}

/// An error of the model as a variant.
fn error_variant(
    service: &'static Service<'static>,
    names: &Names,
    error: &str,
) -> Option<ErrorVariant> {
    let shape = service.shape(error)?;
    let crate::plan::Type::Structure(ident) = names.ty(service, error, false) else {
        return None;
    };
    let alias = shape.traits.aws_query_error.map(|query| query.code);
    let mut codes = vec![shape.name];
    codes.extend(alias.filter(|alias| *alias != shape.name));
    Some(ErrorVariant {
        variant: naming::error_variant(&ident),
        shape: ident,
        codes,
        retryable: shape.traits.retryable,
    })
}
