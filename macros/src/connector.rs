//! A connector module: sorts its items, takes each request through the stages, and puts what is
//! made among the user's own items.

use aws_operation_catalog::Protocol;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute as SynAttribute, Item, ItemMod, Meta};

use crate::args::{Args, Attribute};
use crate::check::request::Made;
use crate::check::{self, Source, UserItem, UserType};
use crate::ctxt::{Ctxt, Mistakes};
use crate::expand::{self, Outcome};
use crate::item::{self, Enum, Struct};
use crate::model::Service;
use crate::{emit, fallback, ide, incomplete, messages};

/// Reads the module. `None` when it is none, or has no body here.
pub(crate) fn parse(cx: &Ctxt, item: &TokenStream) -> Option<ItemMod> {
    let module = match incomplete::item(item) {
        Ok(Item::Mod(module)) => module,
        Ok(other) => {
            let (tokens, kind) = item::head_of(&other);
            cx.error_at(tokens, messages::connector_not_on(kind));
            return None;
        }
        Err(error) => {
            cx.error_on(error.span(), messages::unreadable_item(&error));
            return None;
        }
    };
    if module.content.is_none() {
        cx.error_at(module.mod_token, messages::CONNECTOR_MODULE_INLINE);
        return None;
    }
    Some(module)
}

/// Expands the module's items. One bad operation leaves the others standing.
pub(crate) fn expand(
    mut module: ItemMod,
    args: &Args,
    service: Option<Service>,
    protocol: Option<Protocol>,
) -> (ItemMod, Option<Mistakes>) {
    let krate = expand::krate(args);
    let (brace, items) = module
        .content
        .take()
        .expect("BUG: a module without a body was let through");
    let mut completions = TokenStream::new();
    let mut rest = TokenStream::new();
    let mut mistakes = Vec::new();
    let mut requests = Vec::new();
    let mut user_types = Vec::new();
    let (mut types, mut functions, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for mut item in items {
        match take_attribute(&mut item) {
            Some((Attribute::ModuleShape, tokens)) => {
                let cx = Ctxt::new();
                completions.extend(ide::keys(Attribute::ModuleShape, &tokens));
                let name = type_name(&item).cloned();
                match shape(&cx, Attribute::ModuleShape, tokens, item) {
                    Ok((user_type, _)) => user_types.push(user_type),
                    Err(item) => {
                        refused.extend(name);
                        item.to_tokens(&mut rest);
                    }
                }
                mistakes.push(cx.finish().err());
            }
            Some((attribute, tokens)) => {
                completions.extend(ide::keys(attribute, &tokens));
                let (outcome, found) =
                    expand::request(attribute, tokens, item, &mut |_, _| service);
                mistakes.push(found);
                match outcome {
                    Outcome::Checked(mut request, args) => {
                        request.found.speak(protocol);
                        completions.extend(ide::members(&request, &args));
                        requests.push(*request);
                    }
                    Outcome::Unknown(item, args) => {
                        let made = Made::of(&item.item.ident, &args);
                        rest.extend(fallback::operation(&krate, &item.item, &made, false));
                    }
                    Outcome::Foreign(item) => item.to_tokens(&mut rest),
                }
            }
            None => {
                types.extend(type_name(&item).cloned());
                if let Item::Fn(item) = &item {
                    functions.push(item.sig.ident.clone());
                }
                item.to_tokens(&mut rest);
            }
        }
    }
    let made = match service {
        Some(service) => {
            let cx = Ctxt::new();
            let source = Source {
                settings: expand::settings(args),
                single: false,
                service,
                requests,
                user_types,
                types,
                functions,
                refused,
            };
            let plan = check::connector(&cx, source);
            mistakes.push(cx.finish().err());
            emit::plan(&plan)
        }
        None => user_types.iter().map(|user| user.item.tokens()).collect(),
    };
    module.content = Some((
        brace,
        vec![Item::Verbatim(quote!(#completions #rest #made))],
    ));
    (module, expand::combined(mistakes).map(Mistakes))
}

/// A type that stands for a shape; given back as it was when it is none.
pub(crate) fn shape(
    cx: &Ctxt,
    attribute: Attribute,
    tokens: TokenStream,
    item: Item,
) -> Result<(UserType, Args), Box<Item>> {
    let args = Args::parse(cx, attribute, tokens);
    let original = item.clone();
    let (item, generics) = match item {
        Item::Enum(item) => {
            let generics = item.generics.clone();
            (UserItem::Enum(Enum::parse(cx, item)), generics)
        }
        item => {
            let item = Struct::parse(cx, attribute, item).ok_or_else(|| Box::new(original))?;
            let generics = item.item.generics.clone();
            (UserItem::Struct(item), generics)
        }
    };
    let is_generic = !generics.params.is_empty();
    if is_generic {
        cx.error_at(generics, messages::SHAPE_GENERIC);
    }
    if is_generic || args.unreadable {
        return Err(Box::new(Item::Verbatim(item.tokens())));
    }
    let user_type = UserType {
        shape: args.shape.get().cloned(),
        item,
    };
    Ok((user_type, args))
}

/// Takes our attribute off an item: which one it is, and what is in its parentheses.
fn take_attribute(item: &mut Item) -> Option<(Attribute, TokenStream)> {
    let attributes = attributes(item)?;
    let at = attributes
        .iter()
        .position(|attribute| kind(attribute).is_some())?;
    let attribute = attributes.remove(at);
    let tokens = match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    };
    Some((kind(&attribute)?, tokens))
}

/// Whether an item is for us.
pub(crate) fn is_marked(attributes: &[SynAttribute]) -> bool {
    attributes.iter().any(|attribute| kind(attribute).is_some())
}

fn kind(attribute: &SynAttribute) -> Option<Attribute> {
    let name = &attribute.path().segments.last()?.ident;
    if name == "aws_operation" {
        Some(Attribute::ModuleOperation)
    } else if name == "aws_shape" {
        Some(Attribute::ModuleShape)
    } else {
        None
    }
}

fn attributes(item: &mut Item) -> Option<&mut Vec<SynAttribute>> {
    Some(match item {
        Item::Enum(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Impl(item) => &mut item.attrs,
        Item::Mod(item) => &mut item.attrs,
        Item::Struct(item) => &mut item.attrs,
        Item::Trait(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        _ => return None,
    })
}

/// The name that an item takes among types.
fn type_name(item: &Item) -> Option<&Ident> {
    match item {
        Item::Enum(item) => Some(&item.ident),
        Item::Struct(item) => Some(&item.ident),
        Item::Trait(item) => Some(&item.ident),
        Item::Type(item) => Some(&item.ident),
        Item::Union(item) => Some(&item.ident),
        _ => None,
    }
}
