//! The user's own structs in the place of shapes.

use std::collections::BTreeMap;

use aws_operation_catalog::{Operation, Service, ShapeKind};
use syn::{LitStr, Path};

use super::bind::{self, Bound, Place};
use super::reach::Reached;
use super::request::Request;
use super::words;
use crate::ctxt::Ctxt;
use crate::item::{Declaration, Role, Struct};
use crate::{messages, names};

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
    /// What its members are made of.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &'static str> {
        let members: Vec<_> = self.shape.kind.members().collect();
        let bound = self.bound.iter();
        bound.map(move |bound| members[bound.index].target)
    }

    /// Whether there are fields of which nobody knows what they stand for.
    pub(crate) fn is_broken(&self) -> bool {
        let members = self.item.fields.iter();
        let members = members.filter(|field| matches!(field.role, Role::Member(_)));
        self.item.half_typed || members.count() != self.bound.len()
    }

    /// What is sent has what the model requires.
    pub(crate) fn check_required(&self, cx: &Ctxt, service: &'static Service<'static>) {
        // What is missing is being typed perhaps.
        if self.item.half_typed {
            return;
        }
        let members: Vec<_> = self.shape.kind.members().cloned().collect();
        let full_name = format!("{}:{}", service.name, self.shape.name);
        let place = Place {
            name: &full_name,
            service,
            members: &members,
            prefix: "",
        };
        let span = self.item.item.ident.span();
        bind::required(cx, place, span, &self.bound, &self.misspelt);
    }

    /// What is only sent has no use for the default of a field that is never absent.
    fn check_unread(&self, cx: &Ctxt, service: &'static Service<'static>) {
        let fields = self.bound.iter().filter(|bound| !bound.optional);
        for bound in fields.filter(|bound| bound.default.is_some()) {
            let message = messages::default_of_sent_shape(service.name, self.shape.name);
            cx.error_at(&bound.field, message);
        }
    }
}

/// The user's own types, by the shapes that they stand for. Several may stand for one.
#[derive(Default)]
pub(crate) struct StandIns(BTreeMap<&'static str, Vec<StandIn>>);

impl StandIns {
    /// The one that what is made holds: the only one there is, else the one that is called like
    /// the shape. It is no answer.
    pub(crate) fn held(&self, shape: &str) -> Option<&StandIn> {
        let all = self.0.get(shape)?.as_slice();
        match all {
            [only] => Some(only),
            all => all
                .iter()
                .find(|one| one.item.item.ident == names::pascal_case(shape)),
        }
    }

    /// What can be inside of a shape, when types of the user's say it.
    pub(crate) fn follow(&self, shape: &str) -> Option<Vec<&'static str>> {
        self.held(shape)?;
        let all = self.0.get(shape)?.iter();
        Some(all.flat_map(StandIn::targets).collect())
    }

    /// The type that stands for the answer of a request which names it.
    pub(crate) fn answer(&self, path: &Path, output: &str) -> Option<&StandIn> {
        let all = self.0.get(output)?.iter();
        all.into_iter()
            .find(|one| path.is_ident(&one.item.item.ident))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &StandIn> {
        self.0.values().flatten()
    }

    pub(crate) fn into_iter(self) -> impl Iterator<Item = StandIn> {
        self.0.into_values().flatten()
    }
}

/// Finds the shapes that the user's structs stand for, and the members that their fields do. The
/// structs that stand for none come back as they are.
///
/// A struct that `answers` has stands for the output shape behind it, unless it says otherwise.
pub(crate) fn find(
    cx: &Ctxt,
    service: &'static Service<'static>,
    user_structs: Vec<UserStruct>,
    answers: &BTreeMap<String, &'static str>,
) -> (StandIns, Vec<Declaration>) {
    let mut stand_ins = StandIns::default();
    let mut rejected = Vec::new();
    for UserStruct { shape, item } in user_structs {
        let name = item.item.ident.to_string();
        let wanted = match (&shape, answers.get(&name)) {
            (Some(shape), _) => shape.value(),
            (None, Some(output)) => (*output).to_owned(),
            (None, None) => name,
        };
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
        let full_name = format!("{}:{}", service.name, found.name);
        let place = Place {
            name: &full_name,
            service,
            members,
            prefix: "",
        };
        let (bound, misspelt) = bind::fields(cx, place, &item);
        let stand_in = StandIn {
            shape: found,
            item,
            bound,
            misspelt,
        };
        let all = stand_ins.0.entry(stand_in.shape.name).or_default();
        all.push(stand_in);
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
            .find(|name| names::pascal_case(name) == wanted)?;
        service.shape(name)
    })
}

/// A struct that stands for a shape nobody reaches is a mistake; one that is sent needs what is
/// required.
pub(crate) fn check_directions(
    cx: &Ctxt,
    service: &'static Service<'static>,
    reached: &Reached,
    stand_ins: &StandIns,
    requests: &[Request],
) {
    let broken = requests.iter().any(|request| request.broken);
    for stand_in in stand_ins.iter() {
        let name = stand_in.shape.name;
        let ident = &stand_in.item.item.ident;
        let directions = reached.of(stand_in);
        let is_root = |root: fn(&Operation<'static>) -> Option<&'static str>| {
            let mut operations = requests.iter().map(|request| &request.found.operation);
            operations.any(|operation| root(operation) == Some(name))
        };
        if directions.written {
            stand_in.check_required(cx, service);
            if !directions.read {
                stand_in.check_unread(cx, service);
            }
        } else if directions.read || broken {
            // A request with mistakes may be the one that reaches it.
        } else if is_root(|operation| operation.output) {
            let message = messages::shape_is_answer(service.name, name, &ident.to_string());
            cx.error_at(ident, message);
        } else if is_root(|operation| operation.input) {
            cx.error_at(ident, messages::shape_is_input(service.name, name));
        } else {
            cx.error_at(ident, messages::shape_unused(service.name, name));
        }
    }
}
