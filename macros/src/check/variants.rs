//! The variants of a user's enum, against an enum or a union of the model.

use std::collections::BTreeMap;

use aws_operation_catalog::Member;
use proc_macro2::Ident;
use syn::Type as RustType;

use super::naming;
use crate::ctxt::Ctxt;
use crate::item::{Enum, Holds, Variant, VariantRole};
use crate::{messages, names};

/// What the variants of an enum stand for.
pub(crate) struct BoundEnum {
    /// Those that stand for values.
    pub(crate) variants: Vec<(Ident, &'static str)>,
    /// The one that keeps all other values, and the type that it keeps them as.
    pub(crate) unknown: Option<(Ident, RustType)>,
    /// Whether there are variants of which nobody knows what they stand for.
    pub(crate) broken: bool,
}

/// What the variants of a union stand for.
pub(crate) struct BoundUnion {
    /// Those that stand for members: with the type that they hold, and the member's index.
    pub(crate) variants: Vec<(Ident, RustType, usize)>,
    /// The one for all other members.
    pub(crate) unknown: Option<Ident>,
    /// Whether there are variants of which nobody knows what they stand for.
    pub(crate) broken: bool,
}

/// The values that variants stand for. `place` is the shape's full name.
pub(crate) fn of_enum(cx: &Ctxt, place: &str, values: &[&'static str], item: &Enum) -> BoundEnum {
    let named: Vec<(String, &'static str)> = naming::variants(values.iter().copied())
        .into_iter()
        .map(|(ident, value)| (ident.to_string(), value))
        .collect();
    let mut bound = BoundEnum {
        variants: Vec::new(),
        unknown: None,
        broken: is_empty(cx, item),
    };
    let mut taken = Taken::default();
    for variant in &item.variants {
        let found = match (&variant.role, &variant.holds) {
            (VariantRole::Unknown, Holds::One(ty)) => {
                bound.unknown = Some((variant.ident.clone(), (**ty).clone()));
                continue;
            }
            (VariantRole::Unknown, _) => {
                let unknown = values
                    .iter()
                    .find(|value| names::pascal_case(value) == "Unknown");
                let message = messages::unknown_holds_text(unknown.copied());
                cx.error_at(&variant.ident, message);
                None
            }
            (_, Holds::One(_) | Holds::Several) => {
                let name = variant.ident.to_string();
                cx.error_at(&variant.ident, messages::value_holds_nothing(&name));
                None
            }
            (VariantRole::Member(name), _) => {
                cx.error_at(name, messages::member_of_enum(place));
                None
            }
            (VariantRole::Value(value), _) => {
                let wanted = value.value();
                let found = values.iter().position(|value| *value == wanted);
                if found.is_none() {
                    cx.error_at(value, messages::unknown_value(place, &wanted, values));
                }
                found.map(|at| values[at])
            }
            (VariantRole::ByName, Holds::Nothing) => {
                let wanted = variant.ident.to_string();
                let found = named.iter().find(|(name, _)| *name == wanted);
                if found.is_none() {
                    let all: Vec<&str> = named.iter().map(|(name, _)| name.as_str()).collect();
                    cx.error_at(
                        &variant.ident,
                        messages::unknown_variant(place, &wanted, &all),
                    );
                }
                found.map(|(_, value)| *value)
            }
        };
        match found {
            Some(value) if taken.take(cx, place, value, variant) => {
                bound.variants.push((variant.ident.clone(), value));
            }
            _ => bound.broken = true,
        }
    }
    bound
}

/// The members that variants stand for.
pub(crate) fn of_union(
    cx: &Ctxt,
    place: &str,
    members: &[Member<'static>],
    item: &Enum,
) -> BoundUnion {
    let named: Vec<String> = naming::variants(members.iter().map(|member| member.name))
        .into_iter()
        .map(|(ident, _)| ident.to_string())
        .collect();
    let mut bound = BoundUnion {
        variants: Vec::new(),
        unknown: None,
        broken: is_empty(cx, item),
    };
    let mut taken = Taken::default();
    for variant in &item.variants {
        let index = match (&variant.role, &variant.holds) {
            (VariantRole::Unknown, Holds::Nothing) => {
                bound.unknown = Some(variant.ident.clone());
                continue;
            }
            (VariantRole::Unknown, _) => {
                cx.error_at(&variant.ident, messages::UNKNOWN_HOLDS_NOTHING);
                None
            }
            (VariantRole::Value(value), _) => {
                cx.error_at(value, messages::value_of_union(place));
                None
            }
            (VariantRole::Member(name), _) => {
                let wanted = name.value();
                let found = members.iter().position(|member| member.name == wanted);
                if found.is_none() {
                    let all: Vec<&str> = members.iter().map(|member| member.name).collect();
                    cx.error_at(name, messages::unknown_member(place, &wanted, &all));
                }
                found
            }
            (VariantRole::ByName, _) => {
                let wanted = variant.ident.to_string();
                let found = named.iter().position(|name| *name == wanted);
                if found.is_none() {
                    let all: Vec<&str> = named.iter().map(String::as_str).collect();
                    cx.error_at(
                        &variant.ident,
                        messages::unknown_variant(place, &wanted, &all),
                    );
                }
                found
            }
        };
        match (index, &variant.holds) {
            (Some(index), Holds::One(ty)) => {
                if taken.take(cx, place, members[index].name, variant) {
                    let variant = (variant.ident.clone(), (**ty).clone(), index);
                    bound.variants.push(variant);
                } else {
                    bound.broken = true;
                }
            }
            (Some(_), _) => {
                let name = variant.ident.to_string();
                cx.error_at(&variant.ident, messages::member_holds_one(&name));
                bound.broken = true;
            }
            (None, _) => bound.broken = true,
        }
    }
    bound
}

/// An enum that has no values cannot be read, nor can it be written.
fn is_empty(cx: &Ctxt, item: &Enum) -> bool {
    let is_empty = item.variants.is_empty();
    if is_empty {
        cx.error_at(&item.item.ident, messages::NO_VARIANTS);
    }
    is_empty
}

/// What variants stand for already.
#[derive(Default)]
struct Taken(BTreeMap<&'static str, String>);

impl Taken {
    /// Takes a value or a member for a variant, unless another has it.
    fn take(&mut self, cx: &Ctxt, place: &str, name: &'static str, variant: &Variant) -> bool {
        let ident = variant.ident.to_string();
        if let Some(first) = self.0.get(name) {
            cx.error_at(&variant.ident, messages::variant_twice(place, name, first));
            return false;
        }
        self.0.insert(name, ident);
        true
    }
}
