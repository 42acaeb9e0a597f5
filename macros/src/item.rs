//! The user's struct as we see it: its fields, our helper attributes, its generics.

use proc_macro2::Ident;
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Field as SynField, Fields, GenericArgument, Item as SynItem, ItemStruct, LitStr,
    Meta, PathArguments, Token, Type,
};

use crate::args::{Attribute as OurAttribute, flag, key_text, text};
use crate::ctxt::Ctxt;
use crate::messages;

/// The keys of `#[aws(…)]` on a field.
const FIELD_KEYS: [&str; 3] = ["client_config", "member", "skip"];
/// Keys that the design has and this version has not.
const LATER_FIELD_KEYS: [&str; 2] = ["default", "with"];

/// A struct that stands for an operation's input, or for a shape.
pub(crate) struct Struct {
    /// What the user wrote, without our helper attributes: emitted again as it is.
    pub(crate) item: ItemStruct,
    /// Its fields.
    pub(crate) fields: Vec<Field>,
}

/// One field of it.
pub(crate) struct Field {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its type as written.
    pub(crate) ty: Type,
    /// What it is for.
    pub(crate) role: Role,
}

/// What a field is for.
pub(crate) enum Role {
    /// `#[aws(client_config)]`: the request's client configuration.
    ClientConfig,
    /// A member of the shape; its name when the field's does not say it (`#[aws(member = "…")]`).
    Member(Option<LitStr>),
    /// `#[aws(skip)]`: none of AWS's business.
    Skip,
}

impl Struct {
    /// Reads an item. `None` when it is of a kind that cannot stand for a shape.
    pub(crate) fn parse(cx: &Ctxt, attribute: OurAttribute, item: SynItem) -> Option<Self> {
        let mut item = match item {
            SynItem::Struct(item) => item,
            other => {
                let (tokens, kind) = head_of(&other);
                cx.error_at(tokens, messages::wrong_item(attribute.name(), kind));
                return None;
            }
        };
        if let Fields::Unnamed(fields) = &item.fields {
            cx.error_at(
                fields,
                messages::wrong_item(attribute.name(), "a tuple struct"),
            );
            return None;
        }
        let fields = item
            .fields
            .iter_mut()
            .map(|field| Field::parse(cx, field))
            .collect();
        let parsed = Self { item, fields };
        parsed.check_single_client_config(cx);
        Some(parsed)
    }

    /// One request, one configuration.
    fn check_single_client_config(&self, cx: &Ctxt) {
        let mut configs = self
            .fields
            .iter()
            .filter(|field| matches!(field.role, Role::ClientConfig));
        if let Some(first) = configs.next() {
            for second in configs {
                cx.error_at(
                    &second.ident,
                    messages::second_client_config(&first.ident.to_string()),
                );
            }
        }
    }

    /// The `#[cfg(…)]` that it is under.
    pub(crate) fn cfg(&self) -> Vec<Attribute> {
        let attributes = self.item.attrs.iter();
        attributes
            .filter(|attribute| attribute.path().is_ident("cfg"))
            .cloned()
            .collect()
    }

    /// The field that is the request's client configuration.
    pub(crate) fn client_config(&self) -> Option<&Field> {
        self.fields
            .iter()
            .find(|field| matches!(field.role, Role::ClientConfig))
    }
}

impl Field {
    /// Reads a field and takes our helper attributes off it.
    fn parse(cx: &Ctxt, field: &mut SynField) -> Self {
        let ident = field
            .ident
            .clone()
            .expect("BUG: only structs with named fields come here");
        let (ours, others) = std::mem::take(&mut field.attrs)
            .into_iter()
            .partition(is_ours);
        field.attrs = others;
        for cfg in field
            .attrs
            .iter()
            .filter(|attribute| attribute.path().is_ident("cfg"))
        {
            cx.error_at(cfg, messages::CFG_ON_FIELD);
        }
        Self {
            ident,
            ty: field.ty.clone(),
            role: role(cx, &ours),
        }
    }
}

fn is_ours(attribute: &Attribute) -> bool {
    attribute.path().is_ident("aws")
}

fn role(cx: &Ctxt, attributes: &[Attribute]) -> Role {
    let mut role: Option<(String, Role)> = None;
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
            let Some(found) = read_role(cx, &key, &meta) else {
                continue;
            };
            match &role {
                Some((first, _)) if *first == key => {
                    cx.error_at(meta.path(), messages::duplicate_key(&key));
                }
                Some((first, _)) => {
                    cx.error_at(meta.path(), messages::conflicting_field_keys(first, &key));
                }
                None => role = Some((key, found)),
            }
        }
    }
    role.map_or(Role::Member(None), |(_, role)| role)
}

fn read_role(cx: &Ctxt, key: &str, meta: &Meta) -> Option<Role> {
    match key {
        "client_config" => flag(cx, meta).then_some(Role::ClientConfig),
        "member" => text(cx, meta, "member = \"QueueUrl\"").map(|name| Role::Member(Some(name))),
        "skip" => flag(cx, meta).then_some(Role::Skip),
        _ => {
            let message = if LATER_FIELD_KEYS.contains(&key) {
                messages::unsupported_key("aws", key)
            } else {
                messages::unknown_key("aws", key, &FIELD_KEYS)
            };
            cx.error_at(meta.path(), message);
            None
        }
    }
}

/// The tokens that say what kind of item it is, and that kind in words.
pub(crate) fn head_of(item: &SynItem) -> (proc_macro2::TokenStream, &'static str) {
    match item {
        SynItem::Const(item) => (item.const_token.to_token_stream(), "a constant"),
        SynItem::Enum(item) => (item.enum_token.to_token_stream(), "an enum"),
        SynItem::Fn(item) => (item.sig.fn_token.to_token_stream(), "a function"),
        SynItem::Impl(item) => (item.impl_token.to_token_stream(), "an implementation"),
        SynItem::Mod(item) => (item.mod_token.to_token_stream(), "a module"),
        SynItem::Static(item) => (item.static_token.to_token_stream(), "a static"),
        SynItem::Struct(item) => (item.struct_token.to_token_stream(), "a struct"),
        SynItem::Trait(item) => (item.trait_token.to_token_stream(), "a trait"),
        SynItem::Type(item) => (item.type_token.to_token_stream(), "a type alias"),
        SynItem::Union(item) => (item.union_token.to_token_stream(), "a union"),
        SynItem::Use(item) => (item.use_token.to_token_stream(), "an import"),
        other => (quote!(#other), "this item"),
    }
}

/// `T` for `Option<T>`, recognised by its last path segment.
pub(crate) fn option_inner(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ungrouped(ty) else {
        return None;
    };
    let last = path.path.segments.last()?;
    if last.ident != "Option" {
        return None;
    }
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first()? {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    }
}

/// Whether the type is `name`, recognised by its last path segment.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    match ungrouped(ty) {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .is_some_and(|segment| segment.ident == name),
        _ => false,
    }
}

/// A type that a `macro_rules!` passed on comes in an invisible group.
fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        other => other,
    }
}
