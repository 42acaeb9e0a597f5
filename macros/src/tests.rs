//! The pipeline as a whole: tokens in, tokens out.

mod answers;
mod catalog_wide;
mod incomplete;
mod mistakes;
mod suggestions;

use proc_macro2::TokenStream;
use syn::{File, Item};

/// An expansion as the compiler is going to see it.
fn parsed(expansion: &TokenStream) -> File {
    syn::parse2(expansion.clone()).expect("an expansion is a list of items")
}

/// The messages of the `compile_error!`s in an expansion, in order.
fn messages(expansion: &TokenStream) -> Vec<String> {
    messages_of(&parsed(expansion))
}

fn messages_of(expansion: &File) -> Vec<String> {
    let mut messages = Vec::new();
    collect(&expansion.items, &mut messages);
    messages
}

fn collect(items: &[Item], messages: &mut Vec<String>) {
    for item in items {
        match item {
            Item::Macro(item)
                if item
                    .mac
                    .path
                    .segments
                    .last()
                    .is_some_and(|last| last.ident == "compile_error") =>
            {
                let text: syn::LitStr = item
                    .mac
                    .parse_body()
                    .expect("`compile_error!` takes a text");
                messages.push(text.value());
            }
            Item::Mod(item) => {
                let items = item.content.as_ref().map_or(&[][..], |(_, items)| items);
                collect(items, messages);
            }
            _ => {}
        }
    }
}

/// The names that a list of items takes among types, in order, and twice if they are taken twice.
fn type_names(items: &[Item]) -> Vec<String> {
    items
        .iter()
        .filter_map(|item| match item {
            Item::Enum(item) => Some(item.ident.to_string()),
            Item::Mod(item) => Some(item.ident.to_string()),
            Item::Struct(item) => Some(item.ident.to_string()),
            Item::Type(item) => Some(item.ident.to_string()),
            _ => None,
        })
        .collect()
}

/// The items of the module that an expansion consists of.
fn module_of(expansion: &File) -> &[Item] {
    let module = expansion.items.iter().find_map(|item| match item {
        Item::Mod(module) => module.content.as_ref(),
        _ => None,
    });
    module.map_or(&[], |(_, items)| items)
}
