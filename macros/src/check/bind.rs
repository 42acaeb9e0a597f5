//! Finds the member that each field of a struct stands for.

use aws_operation_catalog::{HttpBinding, Member, Service, ShapeKind};
use proc_macro2::Ident;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{LitStr, Path, Type as RustType};

use super::customizations;
use super::default;
use super::naming::Names;
use super::words;
use crate::ctxt::Ctxt;
use crate::item::{self, Role, Struct};
use crate::plan::{Binding, Default};
use crate::suggest::nearest;
use crate::{messages, names};

/// A field, and the member that it stands for.
pub(crate) struct Bound {
    /// The field.
    pub(crate) field: Ident,
    /// Its type, without the `Option` around it.
    pub(crate) ty: RustType,
    /// Whether it is an `Option`.
    pub(crate) optional: bool,
    /// The member's index in its structure.
    pub(crate) index: usize,
    /// Whether it is a `ByteStream` that stands for a streaming member.
    pub(crate) stream: bool,
    /// What it is when the member is absent.
    pub(crate) default: Option<Default>,
    /// Where the functions are that turn its type into one that can stand for the member.
    pub(crate) with: Option<Path>,
}

/// A structure of the model, and the words for it in messages.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// `sqs:SendMessage` for an operation's input, `dynamodb:AttributeValue` for a shape.
    pub(crate) name: &'a str,
    /// Where its shapes are looked up.
    pub(crate) service: &'static Service<'static>,
    /// Its members, in the model's order.
    pub(crate) members: &'a [Member<'static>],
    /// What stands before the names of the types that are made: `put_item::` for a single
    /// operation's.
    pub(crate) prefix: &'a str,
    /// What the fields of an operation's answer are called; nothing for a shape.
    pub(crate) answer: &'a [String],
}

/// Finds the members of all fields that have one. The second list is of the members that fields
/// with an unknown name were probably meant for.
pub(crate) fn fields(cx: &Ctxt, place: Place<'_>, item: &Struct) -> (Vec<Bound>, Vec<usize>) {
    let mut bound: Vec<Bound> = Vec::new();
    let mut misspelt = Vec::new();
    for field in &item.fields {
        let Role::Member(keys) = &field.role else {
            continue;
        };
        let found = match &keys.member {
            Some(name) => by_member_name(cx, place, name),
            None => by_field_name(cx, place, &field.ident),
        };
        let index = match found {
            Ok(index) => index,
            Err(meant) => {
                misspelt.extend(meant);
                continue;
            }
        };
        if let Some(first) = bound.iter().find(|bound| bound.index == index) {
            let member = place.members[index].name;
            let first = first.field.to_string();
            cx.error_at(
                &field.ident,
                messages::member_named_twice(place.name, member, &first),
            );
            continue;
        }
        let inner = item::option_inner(&field.ty);
        let ty = inner.unwrap_or(&field.ty).clone();
        let member = &place.members[index];
        let of = default::Of {
            place,
            member,
            optional: inner.is_some(),
            request: !item.shape,
        };
        let default = keys.default.as_ref();
        bound.push(Bound {
            stream: keys.with.is_none()
                && item::is_named(&ty, "ByteStream")
                && is_stream(place.service, member),
            default: default.and_then(|default| default::check(cx, of, default)),
            with: keys.with.clone(),
            field: field.ident.clone(),
            ty,
            optional: inner.is_some(),
            index,
        });
    }
    bound.sort_by_key(|bound| bound.index);
    (bound, misspelt)
}

/// `queue_url` → `QueueUrl`; else the member that was probably meant.
fn by_field_name(cx: &Ctxt, place: Place<'_>, field: &Ident) -> Result<usize, Option<usize>> {
    let wanted = field.unraw().to_string();
    let names: Vec<(usize, String)> = sent(place)
        .map(|(index, member)| (index, names::snake_case(member.name)))
        .collect();
    let names: Vec<(usize, &str)> = names.iter().map(|(i, name)| (*i, name.as_str())).collect();
    let is_near = |wanted| nearest(wanted, names.iter().map(|(_, name)| *name)).is_some();
    let elsewhere = if is_near(&wanted) {
        None
    } else if place.answer.contains(&wanted) {
        Some(messages::member_of_answer(place.name, &wanted))
    } else if wanted == "client_config" {
        Some(messages::client_config_not_marked(place.name, &wanted))
    } else {
        None
    };
    if let Some(message) = elsewhere {
        cx.error_at(field, message);
        return Err(None);
    }
    find(cx, place, field, &wanted, &names)
}

/// `#[aws(member = "QueueUrl")]`; else the member that was probably meant.
fn by_member_name(cx: &Ctxt, place: Place<'_>, name: &LitStr) -> Result<usize, Option<usize>> {
    let names: Vec<(usize, &str)> = sent(place).map(|(i, member)| (i, member.name)).collect();
    find(cx, place, name, &name.value(), &names)
}

/// The index with the name that is wanted; else, after a report at `at`, that of the nearest name.
fn find(
    cx: &Ctxt,
    place: Place<'_>,
    at: impl ToTokens,
    wanted: &str,
    names: &[(usize, &str)],
) -> Result<usize, Option<usize>> {
    let index_of = |wanted: &str| {
        let found = names.iter().find(|(_, name)| *name == wanted);
        found.map(|(index, _)| *index)
    };
    index_of(wanted).ok_or_else(|| {
        let all: Vec<&str> = names.iter().map(|(_, name)| *name).collect();
        cx.error_at(at, messages::unknown_member(place.name, wanted, &all));
        nearest(wanted, all).and_then(index_of)
    })
}

/// The members that travel: botocore adds some for its own use.
fn sent(place: Place<'_>) -> impl Iterator<Item = (usize, &Member<'static>)> {
    place
        .members
        .iter()
        .enumerate()
        .filter(|(_, member)| !member.traits.sdk_extra)
}

/// Required members must be there, and not as an `Option`. Some are filled in, and of a
/// misspelt member it has been said what it is called.
pub(crate) fn required(
    cx: &Ctxt,
    place: Place<'_>,
    item: &Struct,
    bound: &[Bound],
    misspelt: &[usize],
) {
    for (index, member) in sent(place) {
        if !member.required || customizations::filled(place.service, member).is_some() {
            continue;
        }
        let field = names::snake_case(member.name);
        match bound.iter().find(|bound| bound.index == index) {
            None if misspelt.contains(&index) => {}
            None => {
                if let Some(skipped) = skipped(item, &field) {
                    let message = messages::required_member_skipped(place.name, &field);
                    cx.error_at(skipped, message);
                    continue;
                }
                let ty = words::rust_type(place.service, member.target, place.prefix);
                let message = messages::required_member_missing(place.name, &field, &ty);
                cx.error_at(&item.item.ident, message);
            }
            // Sent in any case.
            Some(bound) if matches!(bound.default, Some(Default::Value(_))) => {}
            Some(bound) if bound.optional => {
                cx.error_at(
                    &bound.field,
                    messages::required_member_optional(place.name, &field),
                );
            }
            Some(_) => {}
        }
    }
}

/// The field of that name, when it is marked `#[aws(skip)]`.
fn skipped<'a>(item: &'a Struct, name: &str) -> Option<&'a Ident> {
    let mut skipped = item
        .fields
        .iter()
        .filter(|field| matches!(field.role, Role::Skip))
        .map(|field| &field.ident);
    skipped.find(|ident| ident.unraw() == name)
}

/// Whether the member is a blob that streams.
pub(crate) fn is_stream(service: &Service<'static>, member: &Member<'_>) -> bool {
    service.shape(member.target).is_some_and(|shape| {
        matches!(shape.kind, ShapeKind::Blob) && (shape.traits.streaming || member.traits.streaming)
    })
}

/// Fields with what their members are made of.
pub(crate) fn bindings(
    service: &'static Service<'static>,
    names: &Names,
    members: &[&Member<'static>],
    bound: Vec<Bound>,
) -> Vec<Binding> {
    let binding = |bound: Bound| {
        let member = members[bound.index];
        let payload = member.traits.http == Some(HttpBinding::Payload);
        Binding {
            target: names.ty(service, member.target, member.traits.streaming && payload),
            filled: customizations::filled(service, member),
            deprecated: member.traits.deprecated.map(|deprecated| {
                messages::deprecated(&format!("the member `{}`", member.name), deprecated.message)
            }),
            field: bound.field,
            ty: bound.ty,
            optional: bound.optional,
            index: bound.index,
            lenient: customizations::is_lenient(service, member),
            stream: bound.stream,
            default: bound.default,
            with: bound.with,
        }
    };
    bound.into_iter().map(binding).collect()
}
