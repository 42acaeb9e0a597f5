//! The answer of a request: a type that is made, or one of the user's.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned;

use super::Scope;
use crate::messages;
use crate::plan::{Operation, Response};

/// The type.
pub(super) fn ty(scope: &Scope<'_>, plan: &Operation) -> TokenStream {
    match &plan.response {
        Response::Made(name) => scope.made(name),
        Response::User { path, .. } => path.to_token_stream(),
    }
}

/// Expands to the function that has the schema of what is read.
pub(super) fn schema(scope: &Scope<'_>, plan: &Operation) -> TokenStream {
    match &plan.response {
        Response::Made(name) => {
            let made = scope.made(name);
            quote!(<#made as __aws::Structure>::schema)
        }
        Response::User { path, .. } => {
            let answer = answer(plan, path);
            quote!(#answer::schema)
        }
    }
}

/// Expands to the body of a function that has a `reader` and perhaps a `stream`.
pub(super) fn read(plan: &Operation) -> TokenStream {
    match &plan.response {
        Response::Made(_) if plan.streaming_output => quote!(__aws::read_response(reader, stream)),
        Response::Made(_) => quote!({
            let _ = stream;
            __aws::read(reader)
        }),
        Response::User { path, .. } => {
            let answer = answer(plan, path);
            quote!(#answer::read(reader, stream))
        }
    }
}

/// The user's type as an answer, at the place where it is named.
fn answer(plan: &Operation, path: &Path) -> TokenStream {
    let name = trait_name(plan);
    let at = path.span().resolved_at(Span::call_site());
    quote_spanned!(at=> <#path as #name>)
}

fn trait_name(plan: &Operation) -> Ident {
    format_ident!("IsTheAnswerOf{}", plan.model.name)
}

/// Expands to, for a type of the user's:
///
/// ```text
/// #[diagnostic::on_unimplemented(message = "`{Self}` does not stand for `QueryOutput`, which is what `dynamodb:Query` answers")]
/// trait IsTheAnswerOfQuery { … }
/// #[diagnostic::do_not_recommend]
/// impl<T: Structure<Shape = …>> IsTheAnswerOfQuery for T { … }
/// ```
pub(super) fn check(scope: &Scope<'_>, place: &str, plan: &Operation) -> Option<TokenStream> {
    let Response::User { shape, .. } = &plan.response else {
        return None;
    };
    let message = messages::answer_type(place, shape);
    let label = format!("does not stand for `{shape}`");
    let note = messages::answer_type_note(scope.service, shape);
    let marker = scope.structure_marker(shape);
    let name = trait_name(plan);
    let unimplemented = scope.unimplemented(&message, &label, Some(&note));
    let hidden = scope.hidden();
    Some(quote! {
        #unimplemented
        trait #name: ::core::marker::Sized {
            fn schema() -> &'static __aws::LazySchema;

            fn read(
                reader: &mut dyn __aws::ShapeDeserializer,
                stream: ::core::option::Option<__aws::ByteStream>,
            ) -> ::core::result::Result<Self, __aws::ShapeError>;
        }
        #hidden
        impl<T: __aws::Structure<Shape = #marker> + __aws::FromShape<#marker>> #name for T {
            fn schema() -> &'static __aws::LazySchema { <T as __aws::Structure>::schema() }

            fn read(
                reader: &mut dyn __aws::ShapeDeserializer,
                stream: ::core::option::Option<__aws::ByteStream>,
            ) -> ::core::result::Result<Self, __aws::ShapeError> {
                __aws::read_response(reader, stream)
            }
        }
    })
}
