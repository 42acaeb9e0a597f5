//! The user's enum as we see it: its variants, and our helper attributes on them.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Attribute, Fields, ItemEnum, LitStr, Meta, Token, Type};

use super::is_ours;
use crate::args::{flag, key_text, text};
use crate::ctxt::Ctxt;
use crate::messages;

/// The keys of `#[aws(…)]` on a variant.
const KEYS: [&str; 3] = ["member", "unknown", "value"];

/// An enum that stands for an enum or a union of the model.
pub(crate) struct Enum {
    /// What the user wrote, without our helper attributes: emitted again as it is.
    pub(crate) item: ItemEnum,
    /// Its variants.
    pub(crate) variants: Vec<Variant>,
}

/// One variant of it.
pub(crate) struct Variant {
    /// Its name.
    pub(crate) ident: Ident,
    /// What it holds.
    pub(crate) holds: Holds,
    /// What it stands for.
    pub(crate) role: VariantRole,
}

/// What a variant holds.
pub(crate) enum Holds {
    /// `Red`
    Nothing,
    /// `S(String)`
    One(Box<Type>),
    /// Anything else.
    Several,
}

/// What a variant stands for.
pub(crate) enum VariantRole {
    /// The value or member of its name.
    ByName,
    /// `#[aws(member = "…")]`
    Member(LitStr),
    /// `#[aws(unknown)]`, or called `Unknown`: all that no other variant stands for.
    Unknown,
    /// `#[aws(value = "…")]`
    Value(LitStr),
}

impl Enum {
    /// Reads an enum, and takes our helper attributes off its variants.
    pub(crate) fn parse(cx: &Ctxt, mut item: ItemEnum) -> Self {
        let variants = item.variants.iter_mut().map(|variant| {
            let (ours, others) = std::mem::take(&mut variant.attrs)
                .into_iter()
                .partition::<Vec<_>, _>(is_ours);
            variant.attrs = others;
            let holds = match &variant.fields {
                Fields::Unit => Holds::Nothing,
                Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                    Holds::One(Box::new(fields.unnamed[0].ty.clone()))
                }
                _ => Holds::Several,
            };
            let role = role(cx, &ours);
            let role = match role {
                VariantRole::ByName if variant.ident == "Unknown" => VariantRole::Unknown,
                role => role,
            };
            Variant {
                ident: variant.ident.clone(),
                holds,
                role,
            }
        });
        let variants: Vec<Variant> = variants.collect();
        let mut unknown = variants
            .iter()
            .filter(|variant| matches!(variant.role, VariantRole::Unknown));
        if let Some(first) = unknown.next() {
            for second in unknown {
                let first = first.ident.to_string();
                cx.error_at(&second.ident, messages::second_unknown(&first));
            }
        }
        Self { item, variants }
    }

    /// The `#[cfg(…)]` that it is under.
    pub(crate) fn cfg(&self) -> Vec<Attribute> {
        let attributes = self.item.attrs.iter();
        attributes
            .filter(|attribute| attribute.path().is_ident("cfg"))
            .cloned()
            .collect()
    }
}

fn role(cx: &Ctxt, attributes: &[Attribute]) -> VariantRole {
    let mut role: Option<(String, VariantRole)> = None;
    for attribute in attributes {
        let metas = match attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
        {
            Ok(metas) => metas,
            Err(error) => {
                cx.push(error);
                continue;
            }
        };
        for meta in metas {
            let key = key_text(meta.path());
            let found = match key.as_str() {
                "member" => text(cx, &meta, "member = \"NULL\"").map(VariantRole::Member),
                "unknown" => flag(cx, &meta).then_some(VariantRole::Unknown),
                "value" => text(cx, &meta, "value = \"STANDARD_IA\"").map(VariantRole::Value),
                _ => {
                    let message = messages::unknown_key("aws", &key, &KEYS);
                    cx.error_at(meta.path(), message);
                    None
                }
            };
            match (&role, found) {
                (_, None) => {}
                (Some((first, _)), Some(_)) if *first == key => {
                    cx.error_at(meta.path(), messages::duplicate_key(&key));
                }
                (Some((first, _)), Some(_)) => {
                    let message = messages::conflicting_field_keys(first, &key);
                    cx.error_at(meta.path().to_token_stream(), message);
                }
                (None, Some(found)) => role = Some((key, found)),
            }
        }
    }
    role.map_or(VariantRole::ByName, |(_, role)| role)
}
