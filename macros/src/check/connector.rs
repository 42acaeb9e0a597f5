//! Many requests of one service: the union of the shapes that they reach, each made once.

use std::collections::{BTreeMap, BTreeSet};

use aws_operation_catalog::Service;
use proc_macro2::Ident;
use syn::Path;

use super::bind;
use super::clashes;
use super::naming::{self, Names};
use super::reach::{Containment, Directions, Reached};
use super::request::Request;
use super::stand_in::{self, StandIn, UserStruct};
use super::{schema, shapes};
use crate::ctxt::Ctxt;
use crate::plan::{ConfigField, ErrorVariant, Home, Operation, Plan, Shape};

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

/// Plans a connector.
pub(crate) fn connector(cx: &Ctxt, mut source: Source) -> Plan {
    let service = source.service;
    let (stand_ins, rejected) = stand_in::find(cx, service, source.user_structs);
    let reached = reached(service, &source.requests, &stand_ins);
    stand_in::check_written(cx, service, &reached, &stand_ins, &source.requests);
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
        operations.push(operation(service, &names, &shapes, request, stream));
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

/// Puts a request together with the names of its types.
fn operation(
    service: &'static Service<'static>,
    names: &Names,
    shapes: &[Shape],
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
        .filter_map(|error| error_variant(service, names, shapes, error));
    let client_config = item.client_config().map(|field| ConfigField {
        field: field.ident.clone(),
        ty: crate::item::option_inner(&field.ty)
            .unwrap_or(&field.ty)
            .clone(),
        optional: crate::item::option_inner(&field.ty).is_some(),
    });
    Operation {
        bindings: bind::bindings(service, names, &members, bound),
        tokens,
        client_config,
        errors: errors.collect(),
        cfg: item.cfg(),
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

/// An error of the model as a variant.
fn error_variant(
    service: &'static Service<'static>,
    names: &Names,
    shapes: &[Shape],
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
        message: shapes
            .iter()
            .any(|made| made.ident == ident && made.has_message()),
        shape: ident,
        codes,
        retryable: shape.traits.retryable,
    })
}
