//! A shape that has a type of its own.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Path};

use super::{Scope, enumeration, stand_in, structure, union, user_enum};
use crate::plan::{Body, Shape};

/// Expands to the type, its schema, and how it is written and read.
pub(crate) fn all(scope: &Scope<'_>, shape: &Shape) -> TokenStream {
    match &shape.body {
        Body::Enum(variants) => enumeration::all(scope, shape, variants),
        Body::Structure(schema, fields) => structure::made(scope, shape, schema, fields),
        Body::Union(schema, variants) => union::all(scope, shape, schema, variants),
        Body::UserEnum(user) => user_enum::of_enum(scope, shape, user),
        Body::UserUnion(schema, user) => user_enum::of_union(scope, shape, schema, user),
        Body::User(schema, user) => stand_in::all(scope, shape, schema, user),
    }
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

    /// Puts items and the statics they use into a block that nothing else can see into.
    ///
    /// `__aws` is the runtime's private module in there.
    pub(crate) fn block(&self, cfg: &[Attribute], items: &TokenStream) -> TokenStream {
        let krate = self.krate;
        quote! {
            #(#cfg)*
            const _: () = {
                use #krate::__private as __aws;
                #items
            };
        }
    }
}

fn last_segment(path: &Path) -> String {
    path.segments
        .last()
        .map(|segment| segment.ident.to_string())
        .unwrap_or_default()
}
