//! Many requests of one service: the union of the shapes that they reach, each made once.

use std::collections::{BTreeMap, BTreeSet};

use aws_operation_catalog::{Member, Service, ShapeKind};
use proc_macro2::Ident;

use super::bind;
use super::clashes;
use super::customizations;
use super::naming::{self, Names};
use super::reach::{Containment, Directions, Reached};
use super::request::Request;
use super::selection::Answer;
use super::stand_in::{self, StandIns, UserType};
use super::{schema, shapes};
use crate::args::Defaults;
use crate::ctxt::Ctxt;
use crate::messages;
use crate::plan::{
    Body, ConfigField, ErrorVariant, Operation, Plan, Response, Settings, Shape, Type,
};

/// All that a plan is made from.
pub(crate) struct Source {
    /// What the attribute says of everything that is made.
    pub(crate) settings: Settings,
    /// Whether it is a single operation, whose types go into a module of their own.
    pub(crate) single: bool,
    /// The service.
    pub(crate) service: &'static Service<'static>,
    /// The requests that were checked.
    pub(crate) requests: Vec<Request>,
    /// The user's types that stand for shapes.
    pub(crate) user_types: Vec<UserType>,
    /// Names of the user's own items among types, which are taken.
    pub(crate) types: Vec<Ident>,
    /// Names of the user's own items among functions, which are taken.
    pub(crate) functions: Vec<Ident>,
    /// Names of types that were to stand for shapes and cannot: taken, and reported already.
    pub(crate) refused: Vec<Ident>,
}

/// Plans a connector.
pub(crate) fn connector(cx: &Ctxt, mut source: Source) -> Plan {
    let service = source.service;
    let answers = answers(&source.requests);
    let (stand_ins, rejected) = stand_in::find(cx, service, source.user_types, &answers);
    let reached = reached(service, &source.requests, &stand_ins);
    stand_in::check_directions(cx, service, &reached, &stand_ins, &source.requests);
    clashes::functions(cx, &source.functions, &mut source.requests);
    let function = source.requests.first().map(|request| &request.function);
    let module = function.filter(|_| source.single).cloned();
    source
        .refused
        .extend(rejected.iter().map(|(ident, _)| ident.clone()));
    let names = clashes::types(
        cx,
        &source.types,
        &source.refused,
        &mut source.requests,
        &reached,
        &stand_ins,
        module,
    );
    let containment = Containment::of(service, &reached);
    let maker = shapes::Maker {
        service,
        names: &names,
        containment: &containment,
    };

    let mut shapes: Vec<Shape> = Vec::new();
    for (name, directions) in &reached.inside {
        if stand_ins.held(name).is_none() {
            shapes.push(maker.made(name, *directions));
        }
    }
    let mut leftover: Vec<_> = rejected.into_iter().map(|(_, item)| item).collect();
    for stand_in in stand_ins.into_iter() {
        let directions = reached.of(&stand_in);
        if directions == Directions::default() {
            leftover.push(stand_in.tokens());
        } else {
            shapes.push(maker.user(stand_in, directions));
        }
    }
    let mut operations = Vec::new();
    for mut request in source.requests {
        request.defaults = defaults(cx, request.defaults, &source.settings.defaults);
        let response = maker.response(&request, &mut shapes);
        operations.push(operation(service, &names, &shapes, request, response));
    }
    Plan {
        settings: source.settings,
        single: source.single,
        service,
        operations,
        shapes,
        leftover,
    }
}

/// The types that requests name as their answers, and the output shapes.
fn answers(requests: &[Request]) -> BTreeMap<String, &'static str> {
    let answer = |request: &Request| match &request.answer {
        Answer::User(path) => Some((
            stand_in::own_name(path)?.to_string(),
            request.found.operation.output?,
        )),
        _ => None,
    };
    requests.iter().filter_map(answer).collect()
}

/// All shapes with a type of their own that the requests reach.
fn reached(
    service: &'static Service<'static>,
    requests: &[Request],
    stand_ins: &StandIns,
) -> Reached {
    let follow = |name: &'static str| stand_ins.follow(name);
    let mut reached = Reached::default();
    for request in requests {
        let members = request
            .input
            .iter()
            .flat_map(|shape| shape.kind.members())
            .enumerate();
        for (index, member) in members {
            if request.broken || request.bound.iter().any(|bound| bound.index == index) {
                reached.add(service, member.target, Directions::WRITTEN, &follow);
            }
        }
        if let Some(output) = request.found.output() {
            match &request.answer {
                Answer::Selected(wanted) => {
                    reached.add_wanted(service, output, wanted, &follow);
                }
                Answer::User(path) => {
                    if let Some(stand_in) = stand_ins.answer(path, output.name) {
                        reached.add_answer(service, stand_in, &follow);
                    }
                }
                Answer::Whole => {
                    for member in output.kind.members() {
                        reached.add(service, member.target, Directions::READ, &follow);
                    }
                }
            }
        }
        for error in &request.found.operation.errors {
            let made = stand_ins.held(error).is_none();
            let directions = match service.shape(error) {
                Some(shape) if made && is_bare(service, shape) => Directions::default(),
                _ => Directions::READ,
            };
            reached.add(service, error, directions, &follow);
        }
    }
    reached
}

/// What an operation's attribute says, filled from the connector's. One alone was checked: both
/// together may say that an attempt takes longer than the call.
fn defaults(cx: &Ctxt, own: Defaults, connector: &Defaults) -> Defaults {
    let is_known = own.contradiction().or(connector.contradiction()).is_some();
    let said = own.attempt_timeout.get().or(own.timeout.get()).cloned();
    let defaults = own.or(connector);
    if let (false, Some(said), Some(_)) = (is_known, said, defaults.contradiction()) {
        cx.error_at(&said.literal, messages::ATTEMPT_ABOVE_TOTAL);
    }
    defaults
}

/// Puts a request together with the names of its types.
fn operation(
    service: &'static Service<'static>,
    names: &Names,
    shapes: &[Shape],
    request: Request,
    response: Response,
) -> Operation {
    let streaming_output = request.streams_output();
    let requires_length = request.requires_length();
    let Request {
        found,
        input,
        item,
        bound,
        defaults,
        function,
        error,
        ..
    } = request;
    let present: Vec<usize> = bound.iter().map(|bound| bound.index).collect();
    let input_schema = schema::input(service, input, &found.operation, |index| {
        present.contains(&index)
    });
    let members: Vec<_> = input
        .iter()
        .flat_map(|shape| shape.kind.members())
        .collect();
    let filled = members.iter().enumerate().filter_map(|(index, member)| {
        let filled = customizations::filled(service, member)?;
        (!present.contains(&index)).then_some((index, filled))
    });
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
        filled: filled.collect(),
        client_config,
        defaults,
        errors: errors.collect(),
        cfg: item.cfg(),
        item: item.item,
        model: found.operation,
        protocol: found.protocol,
        auth: found.auth,
        function,
        input: input_schema,
        response,
        streaming_output,
        requires_length,
        error: names.made(error),
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
    let Type::Structure(_, name) = names.ty(service, error, false) else {
        return None;
    };
    let alias = shape.traits.aws_query_error.map(|query| query.code);
    let made = shapes.iter().find(|made| made.name == name);
    let mut codes = vec![shape.name];
    codes.extend(alias.filter(|alias| *alias != shape.name));
    Some(ErrorVariant {
        variant: naming::error_variant(&name.ident),
        message: made.is_some_and(Shape::has_message),
        bare: made.is_some_and(|made| !made.read),
        user: made.is_none_or(|made| matches!(made.body, Body::User(..))),
        shape: name,
        codes,
        retryable: shape.traits.retryable,
    })
}

/// Whether an error has nothing but a message, which every error has: its members need not be read.
fn is_bare(service: &'static Service<'static>, error: &aws_operation_catalog::Shape<'_>) -> bool {
    let mut members = error.kind.members();
    let is_message = |member: &Member<'_>| {
        let target = service.shape(member.target);
        member.name.eq_ignore_ascii_case("message")
            && member.traits.http.is_none()
            && target.is_some_and(|target| matches!(target.kind, ShapeKind::String))
    };
    members.next().is_none_or(is_message) && members.next().is_none()
}
