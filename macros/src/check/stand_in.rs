//! The user's own types in the place of shapes.

use std::collections::BTreeMap;

use aws_operation_catalog::{Operation, Service, ShapeKind};
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::{LitStr, Path};

use super::bind::{self, Bound, Place};
use super::reach::Reached;
use super::request::Request;
use super::variants::{self, BoundEnum, BoundUnion};
use super::words;
use crate::ctxt::Ctxt;
use crate::item::{Enum, Struct};
use crate::{messages, names};

/// A type marked `#[aws_shape]`.
pub(crate) struct UserType {
    /// The shape's name, when the type's does not say it.
    pub(crate) shape: Option<LitStr>,
    /// The type.
    pub(crate) item: UserItem,
}

/// What the user wrote.
pub(crate) enum UserItem {
    Enum(Enum),
    Struct(Struct),
}

/// A type of the user's, and the shape that it stands for.
pub(crate) struct StandIn {
    pub(crate) shape: &'static aws_operation_catalog::Shape<'static>,
    pub(crate) ident: Ident,
    pub(crate) parts: StandInParts,
}

/// What the parts of a type stand for.
pub(crate) enum StandInParts {
    Enum(Enum, BoundEnum),
    Structure {
        item: Struct,
        bound: Vec<Bound>,
        /// The members that fields with an unknown name were probably meant for.
        misspelt: Vec<usize>,
    },
    Union(Enum, BoundUnion),
}

impl UserItem {
    pub(crate) fn ident(&self) -> &Ident {
        match self {
            Self::Enum(item) => &item.item.ident,
            Self::Struct(item) => &item.item.ident,
        }
    }

    /// The type as it is emitted.
    pub(crate) fn tokens(&self) -> TokenStream {
        match self {
            Self::Enum(item) => item.item.to_token_stream(),
            Self::Struct(item) => item.item.to_token_stream(),
        }
    }
}

impl StandIn {
    /// What its members are made of.
    pub(crate) fn targets(&self) -> Vec<&'static str> {
        let members: Vec<_> = self.shape.kind.members().collect();
        let indices: Vec<usize> = match &self.parts {
            StandInParts::Enum(..) => Vec::new(),
            StandInParts::Structure { bound, .. } => {
                bound.iter().map(|bound| bound.index).collect()
            }
            StandInParts::Union(_, bound) => {
                bound.variants.iter().map(|(.., index)| *index).collect()
            }
        };
        indices.iter().map(|index| members[*index].target).collect()
    }

    /// What is sent has what the model requires.
    pub(crate) fn check_required(&self, cx: &Ctxt, service: &'static Service<'static>) {
        let StandInParts::Structure {
            item,
            bound,
            misspelt,
        } = &self.parts
        else {
            return;
        };
        // What is missing is being typed perhaps.
        if item.half_typed {
            return;
        }
        let members: Vec<_> = self.shape.kind.members().cloned().collect();
        let full_name = format!("{}:{}", service.name, self.shape.name);
        let place = Place {
            name: &full_name,
            service,
            members: &members,
            prefix: "",
            answer: &[],
        };
        bind::required(cx, place, item, bound, misspelt);
    }

    /// What is only sent has no use for the default of a field that is never absent.
    pub(crate) fn check_unread(&self, cx: &Ctxt, service: &'static Service<'static>) {
        let StandInParts::Structure { bound, .. } = &self.parts else {
            return;
        };
        let fields = bound.iter().filter(|bound| !bound.optional);
        for bound in fields.filter(|bound| bound.default.is_some()) {
            let message = messages::default_of_sent_shape(service.name, self.shape.name);
            cx.error_at(&bound.field, message);
        }
    }

    /// The type as it is emitted.
    pub(crate) fn tokens(&self) -> TokenStream {
        match &self.parts {
            StandInParts::Enum(item, _) | StandInParts::Union(item, _) => {
                item.item.to_token_stream()
            }
            StandInParts::Structure { item, .. } => item.item.to_token_stream(),
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
                .find(|one| one.ident == names::pascal_case(shape)),
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
            .find(|one| own_name(path) == Some(&one.ident))
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &StandIn> {
        self.0.values().flatten()
    }

    pub(crate) fn into_iter(self) -> impl Iterator<Item = StandIn> {
        self.0.into_values().flatten()
    }
}

/// Finds the shapes that the user's types stand for, and what their parts do. The types that stand
/// for none come back as they are.
///
/// A type that `answers` has stands for the output shape behind it, unless it says otherwise.
pub(crate) fn find(
    cx: &Ctxt,
    service: &'static Service<'static>,
    user_types: Vec<UserType>,
    answers: &BTreeMap<String, &'static str>,
) -> (StandIns, Vec<(Ident, TokenStream)>) {
    let mut stand_ins = StandIns::default();
    let mut rejected = Vec::new();
    for UserType { shape, item } in user_types {
        let ident = item.ident().clone();
        let name = ident.to_string();
        let wanted = match (&shape, answers.get(&name)) {
            (Some(shape), _) => shape.value(),
            (None, Some(output)) => (*output).to_owned(),
            (None, None) => name,
        };
        let place: &dyn quote::ToTokens = match &shape {
            Some(shape) => shape,
            None => &ident,
        };
        let Some(found) = find_shape(service, &wanted) else {
            let names: Vec<&str> = service.shape_names().collect();
            cx.error_at(
                place,
                messages::unknown_shape(service.name, &wanted, &names),
            );
            rejected.push((ident.clone(), item.tokens()));
            continue;
        };
        let original = item.tokens();
        let Some(parts) = parts(cx, service, found, item) else {
            let kind = words::kind(&found.kind);
            cx.error_at(
                place,
                messages::shape_of_other_kind(service.name, found.name, &kind),
            );
            rejected.push((ident, original));
            continue;
        };
        let all = stand_ins.0.entry(found.name).or_default();
        all.push(StandIn {
            shape: found,
            ident,
            parts,
        });
    }
    (stand_ins, rejected)
}

/// What the parts of a type stand for; `None` when it is no type for the shape.
fn parts(
    cx: &Ctxt,
    service: &'static Service<'static>,
    shape: &aws_operation_catalog::Shape<'static>,
    item: UserItem,
) -> Option<StandInParts> {
    let place = format!("{}:{}", service.name, shape.name);
    Some(match (&shape.kind, item) {
        (ShapeKind::Structure(members), UserItem::Struct(item)) => {
            let place = Place {
                name: &place,
                service,
                members,
                prefix: "",
                answer: &[],
            };
            let (bound, misspelt) = bind::fields(cx, place, &item);
            StandInParts::Structure {
                item,
                bound,
                misspelt,
            }
        }
        (ShapeKind::Enum(values), UserItem::Enum(item)) => {
            let bound = variants::of_enum(cx, &place, values, &item);
            StandInParts::Enum(item, bound)
        }
        (ShapeKind::Union(members), UserItem::Enum(item)) => {
            let bound = variants::of_union(cx, &place, members, &item);
            StandInParts::Union(item, bound)
        }
        _ => return None,
    })
}

/// The name of a type that is declared here: `MyType`, or `self::MyType`.
pub(crate) fn own_name(path: &Path) -> Option<&Ident> {
    let segments: Vec<_> = path.segments.iter().collect();
    match segments.as_slice() {
        [name] => Some(&name.ident),
        [here, name] if here.ident == "self" => Some(&name.ident),
        _ => None,
    }
}

/// By the model's name, or by the name that the type would get.
fn find_shape(
    service: &'static Service<'static>,
    wanted: &str,
) -> Option<&'static aws_operation_catalog::Shape<'static>> {
    service.shape(wanted).or_else(|| {
        let name = service
            .shape_names()
            .find(|name| names::pascal_case(name) == wanted)?;
        service.shape(name)
    })
}

/// A type that stands for a shape nobody reaches is a mistake; one that is sent needs what is
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
        let ident = &stand_in.ident;
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
        } else if service
            .operation_names()
            .filter_map(|operation| service.operation(operation))
            .any(|operation| operation.input == Some(name))
        {
            cx.error_at(ident, messages::shape_is_input(service.name, name));
        } else {
            cx.error_at(ident, messages::shape_unused(service.name, name));
        }
    }
}
