//! Names that would be there twice: of what is made, and of what the user has.
//!
//! What is made gets another name then, so that the clash is one error: ours.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;

use super::naming::{self, Names};
use super::reach::Reached;
use super::request::Request;
use super::selection::Answer;
use super::stand_in::StandIns;
use crate::ctxt::Ctxt;
use crate::{messages, names};

/// `fn list_queues` is there already, or two requests would have a function of that name.
pub(super) fn functions(cx: &Ctxt, users: &[Ident], requests: &mut [Request]) {
    let mut taken: BTreeSet<String> = users.iter().map(ToString::to_string).collect();
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    for request in requests {
        let name = request.function.to_string();
        let item = request.item.item.ident.to_string();
        if let Some(user) = users.iter().find(|user| **user == name) {
            let what = format!("the function of `{item}`");
            cx.error_at(user, messages::name_taken(&name, &what));
        } else if let Some(first) = first.get(&name) {
            // Where nobody wrote it, it stands in the struct's name.
            let message = messages::function_twice(&name, first);
            cx.error_at(&request.item.item.ident, message);
        }
        let unique = naming::unique(&taken, name.clone());
        request.function = names::ident(&unique, request.function.span());
        taken.insert(unique);
        first.entry(name).or_insert(item);
    }
}

/// Names every type. `struct ListQueuesResponse` may be there already, or the name of a shape.
pub(super) fn types(
    cx: &Ctxt,
    types: &[Ident],
    refused: &[Ident],
    requests: &mut [Request],
    reached: &Reached,
    stand_ins: &StandIns,
    module: Option<Ident>,
) -> Names {
    let mut names = Names::in_module(module);
    for ident in refused {
        names.take(&ident.to_string());
    }
    for stand_in in stand_ins.iter() {
        names.take(&stand_in.ident.to_string());
        if let Some(held) = stand_ins.held(stand_in.shape.name) {
            names.assign(stand_in.shape.name, &held.ident);
        }
    }
    let structs = requests.iter().map(|request| &request.item.item.ident);
    let users: BTreeMap<String, Ident> = types
        .iter()
        .chain(structs)
        .map(|ident| (ident.to_string(), ident.clone()))
        .collect();
    for request in requests {
        let what = format!("the answer or the error of `{}`", request.item.item.ident);
        let response = match request.answer {
            // The user's own type is what it is called.
            Answer::User(_) => None,
            _ => Some(&mut request.response),
        };
        for made in response.into_iter().chain([&mut request.error]) {
            let name = made.to_string();
            if let Some(item) = users.get(&name) {
                cx.error_at(item, messages::name_taken(&name, &what));
                names.take(&name);
            }
            // Two requests of one stem have been refused for their functions.
            *made = names.take_unique(made);
        }
    }
    let made = reached.inside.keys();
    for shape in made.filter(|shape| stand_ins.held(shape).is_none()) {
        let name = names::pascal_case(shape);
        if let Some(item) = users.get(&name) {
            cx.error_at(item, messages::shape_name_taken(&name, shape));
            names.take(&name);
        }
        names.make(shape);
    }
    names
}
