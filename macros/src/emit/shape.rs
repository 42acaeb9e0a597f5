//! A shape that has a type of its own.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::block::Block;
use super::{Scope, enumeration, stand_in, structure, union, user_enum};
use crate::plan::{Body, Shape};

/// Expands to the type. How it is written and read is put into `shared`, or follows in a block of its
/// own: of a type that is not always there, and of the user's own, for the traits that its fields
/// are asked for.
pub(super) fn all<'p>(scope: &Scope<'_>, shape: &'p Shape, shared: &mut Block<'p>) -> TokenStream {
    let mut own = Block::new(&shape.cfg);
    let is_made = matches!(
        shape.body,
        Body::Enum(_) | Body::Structure(..) | Body::Union(..)
    );
    let block = if is_made && shape.cfg.is_empty() {
        shared
    } else {
        &mut own
    };
    let item = match &shape.body {
        Body::Enum(variants) => enumeration::all(scope, shape, variants, block),
        Body::Structure(schema, fields) => structure::made(scope, shape, schema, fields, block),
        Body::Union(schema, variants) => union::all(scope, shape, schema, variants, block),
        Body::UserEnum(user) => user_enum::of_enum(scope, shape, user, block),
        Body::UserUnion(schema, user) => user_enum::of_union(scope, shape, schema, user, block),
        Body::User(schema, user) => stand_in::all(scope, shape, schema, user, block),
    };
    let own = own.print(scope);
    quote!(#item #own)
}

impl Scope<'_> {
    /// What the type derives of what the user asked for; `excluded` are names that would be in the
    /// way of what is emitted anyway.
    pub(crate) fn derived(&self, excluded: &[&str]) -> TokenStream {
        let paths: Vec<&Path> = self
            .derives
            .iter()
            .filter(|path| !excluded.contains(&last_segment(path).as_str()))
            .collect();
        if paths.is_empty() {
            TokenStream::new()
        } else {
            quote!(#[derive(#(#paths),*)])
        }
    }

    /// Whether the user asked for serde's `Serialize` or `Deserialize`.
    pub(crate) fn derives_serde(&self) -> bool {
        self.derives
            .iter()
            .any(|path| matches!(last_segment(path).as_str(), "Serialize" | "Deserialize"))
    }
}

fn last_segment(path: &Path) -> String {
    path.segments
        .last()
        .map(|segment| segment.ident.to_string())
        .unwrap_or_default()
}
