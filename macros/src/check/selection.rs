//! What `response = …` asks of an answer, against the output shape.

use aws_operation_catalog::{Member, Service, Shape, ShapeKind};
use syn::Path;
use syn::ext::IdentExt;

use super::words;
use crate::args::{self, Selection};
use crate::ctxt::Ctxt;
use crate::suggest::nearest;
use crate::{messages, names};

/// What a request wants of its answer.
pub(crate) enum Answer {
    /// Some of it, in types made for that.
    Selected(Wanted),
    /// What a type of the user's has room for.
    User(Path),
    /// All of it.
    Whole,
}

/// The members that are wanted of a structure or union.
#[derive(PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The members, in the order of the model.
    pub(crate) members: Vec<WantedMember>,
}

/// One of them.
#[derive(PartialEq, Eq)]
pub(crate) struct WantedMember {
    /// The member's index in its structure.
    pub(crate) index: usize,
    /// What is wanted of the structure that it is, or holds; all of it when absent.
    pub(crate) inner: Option<Wanted>,
}

/// Reads what a request wants. `operation` is its full name, `output` its output shape.
pub(crate) fn check(
    cx: &Ctxt,
    service: &Service<'static>,
    operation: &str,
    output: Option<&Shape<'static>>,
    asked: Option<&args::Answer>,
) -> Answer {
    let (asked, output) = match (asked, output) {
        (None, _) => return Answer::Whole,
        (Some(asked), Some(output)) => (asked, output),
        (Some(args::Answer::Selected(selection)), None) => {
            cx.error_on(selection.span, messages::no_answer(operation));
            return Answer::Whole;
        }
        (Some(args::Answer::Type(path)), None) => {
            cx.error_at(path, messages::no_answer(operation));
            return Answer::Whole;
        }
    };
    match asked {
        args::Answer::Type(path) => Answer::User(path.clone()),
        args::Answer::Selected(selection) => {
            let place = messages::answer_of(operation);
            Answer::Selected(wanted(cx, service, &place, output, selection))
        }
    }
}

/// The members of one pair of braces.
fn wanted(
    cx: &Ctxt,
    service: &Service<'static>,
    place: &str,
    shape: &Shape<'static>,
    selection: &Selection,
) -> Wanted {
    let members: Vec<&Member<'static>> = shape.kind.members().collect();
    let fields: Vec<String> = members
        .iter()
        .map(|member| names::snake_case(member.name))
        .collect();
    let index_of = |wanted: &str| fields.iter().position(|field| field == wanted);
    let mut found: Vec<WantedMember> = Vec::new();
    for selected in &selection.members {
        let name = selected.name.unraw().to_string();
        let index = index_of(&name).or_else(|| {
            let all: Vec<&str> = fields.iter().map(String::as_str).collect();
            let message = match inside(service, &members, &name) {
                Some(outer) if nearest(&name, all.iter().copied()).is_none() => {
                    messages::selected_inside(&name, &outer)
                }
                _ => messages::unknown_selected(place, &name, &all),
            };
            cx.error_at(&selected.name, message);
            // The rest of the user's code says what is meant.
            nearest(&name, all).and_then(index_of)
        });
        let Some(index) = index else {
            continue;
        };
        if found.iter().any(|member| member.index == index) {
            continue;
        }
        let inner = selected.inner.as_ref().and_then(|selection| {
            let Some(target) = structure_in(service, members[index].target) else {
                let kind = service.shape(members[index].target);
                let kind = kind.map_or("a document".to_owned(), |shape| words::kind(&shape.kind));
                cx.error_on(selection.span, messages::nothing_to_select(&name, &kind));
                return None;
            };
            if selection.members.is_empty() {
                cx.error_on(selection.span, messages::empty_selection(&name));
                return None;
            }
            let place = format!("`{}:{}`", service.name, target.name);
            Some(wanted(cx, service, &place, target, selection))
        });
        found.push(WantedMember { index, inner });
    }
    found.sort_by_key(|member| member.index);
    Wanted { members: found }
}

/// The first member that holds structures with a member of that name.
fn inside(service: &Service<'static>, members: &[&Member<'static>], name: &str) -> Option<String> {
    let outer = members.iter().find(|member| {
        structure_in(service, member.target).is_some_and(|shape| {
            let mut members = shape.kind.members();
            members.any(|member| names::snake_case(member.name) == name)
        })
    })?;
    Some(names::snake_case(outer.name))
}

/// The structure or union that a shape is, or that its lists and maps hold.
pub(crate) fn structure_in<'s>(
    service: &'s Service<'static>,
    target: &str,
) -> Option<&'s Shape<'static>> {
    let shape = service.shape(target)?;
    match &shape.kind {
        ShapeKind::List(held) | ShapeKind::Map { value: held, .. } => {
            structure_in(service, held.target)
        }
        ShapeKind::Structure(_) | ShapeKind::Union(_) => Some(shape),
        _ => None,
    }
}
