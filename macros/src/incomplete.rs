//! Items as they are being typed: what can be read of them is read, so that the rest of the file
//! keeps what is made from it.
//!
//! The compiler goes on after a mistake in a struct's fields, and rust-analyzer after any: they say
//! what is wrong, and hand the tokens to us as they are. So nothing is said here, unless the syntax
//! may be newer than syn: what they accept and we cannot read must not go unnoticed.

mod fields;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Field, Fields, FieldsNamed, Item, ItemMod, ItemStruct, Token, Type, token};

pub(crate) use fields::fields;

use crate::connector;

/// Keywords that say which item it is.
const ITEM_KEYWORDS: [&str; 8] = [
    "enum", "fn", "impl", "mod", "struct", "trait", "type", "use",
];

/// Reads an item as far as it goes. The fields of a struct that do not parse come as they are
/// ([`unread_fields`]), and so do those items of a module that do not.
///
/// # Errors
/// Those of syn, when not even the item's head can be read.
pub(crate) fn item(tokens: &TokenStream) -> syn::Result<Item> {
    syn::parse2::<Item>(tokens.clone()).or_else(|error| {
        let structure = structure.parse2(tokens.clone()).map(Item::Struct);
        let item = structure.or_else(|_| module.parse2(tokens.clone()).map(Item::Mod));
        item.map_err(|_| error)
    })
}

/// `pub struct Name<'a> { … }` with anything between the braces, or without a body yet.
///
/// The braces and what is in them become the type of the only field, which has no name.
fn structure(input: ParseStream<'_>) -> syn::Result<ItemStruct> {
    let attrs = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    let struct_token = input.parse()?;
    let ident = input.parse()?;
    let mut generics: syn::Generics = input.parse()?;
    generics.where_clause = input.parse()?;
    let fields = if input.peek(token::Brace) {
        let unread = Field {
            attrs: Vec::new(),
            vis: syn::Visibility::Inherited,
            modifiers: syn::FieldModifiers::default(),
            ident: None,
            colon_token: None,
            ty: Type::Verbatim(input.parse::<Group>()?.into_token_stream()),
            default: None,
        };
        Fields::Named(FieldsNamed {
            brace_token: token::Brace::default(),
            named: [unread].into_iter().collect(),
        })
    } else {
        Fields::Unit
    };
    Ok(ItemStruct {
        attrs,
        vis,
        struct_token,
        ident,
        generics,
        fields,
        semi_token: None,
    })
}

/// The braces of a struct and what is in them, when it could not be read as fields.
pub(crate) fn unread_fields(item: &mut ItemStruct) -> Option<&mut TokenStream> {
    let Fields::Named(fields) = &mut item.fields else {
        return None;
    };
    match fields.named.first_mut() {
        Some(Field {
            ident: None,
            ty: Type::Verbatim(tokens),
            ..
        }) => Some(tokens),
        _ => None,
    }
}

/// Prints a struct. What was not read is printed as it came, with its own braces: the compiler says
/// the same of it again, and shows it once.
pub(crate) fn print(item: &ItemStruct, tokens: &mut TokenStream) {
    match item.fields.iter().next() {
        Some(Field {
            ident: None,
            ty: unread @ Type::Verbatim(_),
            ..
        }) => {
            for attribute in &item.attrs {
                attribute.to_tokens(tokens);
            }
            item.vis.to_tokens(tokens);
            item.struct_token.to_tokens(tokens);
            item.ident.to_tokens(tokens);
            item.generics.to_tokens(tokens);
            item.generics.where_clause.to_tokens(tokens);
            unread.to_tokens(tokens);
        }
        _ => item.to_tokens(tokens),
    }
}

/// `pub mod name { … }` with some items in it that do not parse.
fn module(input: ParseStream<'_>) -> syn::Result<ItemMod> {
    let mut attrs = input.call(Attribute::parse_outer)?;
    let vis = input.parse()?;
    let unsafety = input.parse()?;
    let mod_token = input.parse()?;
    let ident = input.parse()?;
    let content;
    let brace = syn::braced!(content in input);
    attrs.extend(content.call(Attribute::parse_inner)?);
    let mut items = Vec::new();
    while !content.is_empty() {
        items.push(next_item(&content)?);
    }
    Ok(ItemMod {
        attrs,
        vis,
        unsafety,
        mod_token,
        ident,
        content: Some((brace, items)),
        semi: None,
    })
}

/// The next item of a module; one that cannot be read comes as it is, unless it is for us.
fn next_item(input: ParseStream<'_>) -> syn::Result<Item> {
    if input.fork().parse::<Item>().is_ok() {
        return input.parse();
    }
    let tokens = unread_item(input)?;
    let structure = structure.parse2(tokens.clone());
    Ok(match structure {
        Ok(structure) if connector::is_marked(&structure.attrs) => Item::Struct(structure),
        _ => Item::Verbatim(tokens),
    })
}

/// Takes the tokens of an item that cannot be read: up to its end, or to where another one starts.
fn unread_item(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut tokens = TokenStream::new();
    // Whether something is there besides attributes, and the keyword.
    let (mut begun, mut known) = (false, false);
    while !input.is_empty() {
        let attribute = input.peek(Token![#]);
        let keyword = ITEM_KEYWORDS.iter().any(|keyword| {
            let ident = input.cursor().ident();
            ident.is_some_and(|(ident, _)| ident == keyword)
        });
        if begun && (attribute || input.peek(Token![pub])) || known && keyword {
            break;
        }
        begun |= !attribute;
        known |= keyword;
        let tree: TokenTree = input.parse()?;
        let last = match &tree {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(punct) => punct.as_char() == ';',
            _ => false,
        };
        tokens.extend([tree]);
        if attribute && input.peek(token::Bracket) {
            tokens.extend([input.parse::<TokenTree>()?]);
        }
        if last {
            break;
        }
    }
    Ok(tokens)
}
