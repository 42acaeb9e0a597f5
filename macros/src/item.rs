//! The user's struct as we see it: its fields, our helper attributes, its generics.

mod role;
mod variants;

use std::ops::Deref;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    Attribute, Field as SynField, Fields, GenericArgument, Item as SynItem, ItemStruct,
    PathArguments, Type,
};

use crate::args::Attribute as OurAttribute;
use crate::ctxt::Ctxt;
pub(crate) use role::{DefaultKey, Role};
pub(crate) use variants::{Enum, Holds, Variant, VariantRole};

use crate::{incomplete, messages};

/// A struct that stands for an operation's input, or for a shape.
pub(crate) struct Struct {
    /// What the user wrote, without our helper attributes: emitted again as it is.
    pub(crate) item: Declaration,
    /// Its fields.
    pub(crate) fields: Vec<Field>,
    /// Whether it stands for a shape, and not for an operation's input.
    pub(crate) shape: bool,
    /// Whether there is more between its braces that could not be read.
    pub(crate) half_typed: bool,
    /// What was to be a field's name in there.
    pub(crate) unread: Vec<Ident>,
}

/// A struct as it is declared.
pub(crate) struct Declaration(ItemStruct);

/// One field of it.
pub(crate) struct Field {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its type as written.
    pub(crate) ty: Type,
    /// What it is for.
    pub(crate) role: Role,
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
        let unread = incomplete::unread_fields(&mut item);
        let half_typed = unread.is_some();
        let (fields, unread) = if let Some(unread) = unread {
            Field::parse_some(cx, unread)
        } else {
            let fields = item.fields.iter_mut();
            let fields = fields.map(|field| Field::parse(cx, field));
            (fields.collect(), Vec::new())
        };
        let parsed = Self {
            item: Declaration(item),
            fields,
            shape: matches!(attribute, OurAttribute::ModuleShape | OurAttribute::Shape),
            half_typed,
            unread,
        };
        if parsed.shape {
            parsed.check_no_client_config(cx);
        } else {
            parsed.check_single_client_config(cx);
        }
        Some(parsed)
    }

    /// A shape is a part of requests and answers.
    fn check_no_client_config(&self, cx: &Ctxt) {
        for field in &self.fields {
            if let Role::ClientConfig = field.role {
                cx.error_at(&field.ident, messages::CLIENT_CONFIG_OF_SHAPE);
            }
        }
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

impl Deref for Declaration {
    type Target = ItemStruct;

    fn deref(&self) -> &ItemStruct {
        &self.0
    }
}

impl ToTokens for Declaration {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        incomplete::print(&self.0, tokens);
    }
}

impl Field {
    /// Reads those fields that can be read, and takes our helper attributes off all of them.
    fn parse_some(cx: &Ctxt, unread: &mut TokenStream) -> (Vec<Self>, Vec<Ident>) {
        let mut recovered = incomplete::fields(unread);
        for error in recovered.doubts {
            cx.error_on(error.span(), messages::unreadable_field(&error));
        }
        let fields = recovered.fields.iter_mut();
        let fields = fields.map(|field| Self::parse(cx, field)).collect();
        (fields, recovered.names)
    }

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
            role: role::read(cx, &ours),
        }
    }
}

/// Whether it is `#[aws(…)]`.
pub(crate) fn is_ours(attribute: &Attribute) -> bool {
    attribute.path().is_ident("aws")
}

/// The tokens that say what kind of item it is, and that kind in words.
pub(crate) fn head_of(item: &SynItem) -> (TokenStream, &'static str) {
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
