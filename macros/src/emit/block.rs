//! Implementations and the statics that they use, where nothing else can see into.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Attribute;

use super::Scope;
use crate::plan::Schema;

/// A block of code. One for many types is less to compile than one for each.
pub(super) struct Block<'p> {
    cfg: &'p [Attribute],
    schemas: Vec<String>,
    items: TokenStream,
}

impl<'p> Block<'p> {
    /// One that is there when `cfg` says so.
    pub(super) fn new(cfg: &'p [Attribute]) -> Self {
        Self {
            cfg,
            schemas: Vec::new(),
            items: TokenStream::new(),
        }
    }

    /// Adds a schema, and expands to a reference to it, for use in this block.
    pub(super) fn schema(&mut self, schema: &Schema) -> TokenStream {
        let index = Literal::usize_unsuffixed(self.schemas.len());
        self.schemas.push(schema.to_string());
        quote!(&__AWS_SCHEMAS[#index])
    }

    /// Adds items. `__aws` is the runtime's private module in there.
    pub(super) fn add(&mut self, items: impl ToTokens) {
        items.to_tokens(&mut self.items);
    }

    /// Expands to the block, if there is anything in it:
    ///
    /// ```text
    /// const _: () = {
    ///     use ::aws_operation::__private as __aws;
    ///     static __AWS_SCHEMAS: [LazySchema; 1] = [LazySchema::new("Structure sqs#Tag\n String Key\n …")];
    ///     …
    /// };
    /// ```
    pub(super) fn print(self, scope: &Scope<'_>) -> TokenStream {
        let Self {
            cfg,
            schemas,
            items,
        } = self;
        if items.is_empty() {
            return items;
        }
        let krate = scope.krate;
        let count = schemas.len();
        let schemas = (count > 0).then(|| {
            quote! {
                static __AWS_SCHEMAS: [__aws::LazySchema; #count] = [#(__aws::LazySchema::new(#schemas)),*];
            }
        });
        quote! {
            #(#cfg)*
            const _: () = {
                use #krate::__private as __aws;
                #schemas
                #items
            };
        }
    }
}
