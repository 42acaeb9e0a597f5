//! Prints a plan. Nothing here can fail, and nothing here decides.
//!
//! What is emitted is data and calls: `static` schemas, one `match` over member indices for each
//! shape that is read, and thin functions into the runtime. Every path is absolute, so that
//! nothing in the user's scope can change its meaning.

mod enumeration;
mod error;
mod member;
mod operation;
mod request;
mod schema;
mod shape;
mod stand_in;
mod structure;
mod types;
mod union;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Path;

use crate::plan::{Home, Plan};

/// What every emitter needs to know.
pub(crate) struct Scope<'p> {
    /// Where the runtime is.
    krate: &'p Path,
    /// The service's name, the namespace of its shapes.
    service: &'p str,
    /// What stands before a made type's name: nothing, or the path of the module it is in.
    prefix: TokenStream,
    /// What the made types derive.
    derives: &'p [Path],
    /// The service's static, when each operation has to bring its own.
    service_static: TokenStream,
}

/// Expands to `Some(…)` or `None`, whatever these names mean to the user.
fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(
        || quote!(::core::option::Option::None),
        |value| quote!(::core::option::Option::Some(#value)),
    )
}

/// Prints all that a plan holds.
///
/// Expands to, for a connector: each request with its function and implementations, then each
/// shape. For a single operation the shapes are in a module:
///
/// ```text
/// pub struct InvokeRequest { … }
/// impl AbstractRequest for InvokeRequest { … }
/// pub fn invoke(…) -> Call<invoke::InvokeResponse, invoke::InvokeError> { … }
/// pub mod invoke { pub struct InvokeResponse { … } pub enum InvokeError { … } … }
/// ```
pub(crate) fn plan(plan: &Plan) -> TokenStream {
    let prefix = match &plan.home {
        Home::Here => TokenStream::new(),
        Home::Module(name, _) => quote!(#name::),
    };
    // A connector has one static for its service. Single operations stand beside each other, and
    // have one each.
    let service_static = operation::service(&plan.krate, plan.service);
    let (shared, own) = match &plan.home {
        Home::Here if plan.operations.is_empty() => (TokenStream::new(), TokenStream::new()),
        Home::Here => (service_static, TokenStream::new()),
        Home::Module(..) => (TokenStream::new(), service_static),
    };
    let outside = Scope {
        krate: &plan.krate,
        service: plan.service.name,
        prefix,
        derives: &plan.derives,
        service_static: own,
    };
    let requests: TokenStream = plan
        .operations
        .iter()
        .map(|operation| request::all(&outside, plan.service, operation))
        .collect();

    let inside = Scope {
        prefix: TokenStream::new(),
        ..outside
    };
    let errors = plan
        .operations
        .iter()
        .map(|operation| error::enumeration(&inside, operation));
    let shapes = plan.shapes.iter().map(|shape| shape::all(&inside, shape));
    let made = quote!(#(#shapes)* #(#errors)*);
    let made = match &plan.home {
        Home::Here => made,
        Home::Module(name, visibility) => {
            let cfg = plan.operations.iter().flat_map(|operation| &operation.cfg);
            let doc = format!("What [`{name}`](fn@{name}) answers, and the shapes in it.");
            quote! {
                #[doc = #doc]
                #[allow(unreachable_pub)]
                #(#cfg)*
                #visibility mod #name {
                    // What the made types derive, and where the runtime is, may be named as in the
                    // scope of the request.
                    #[allow(unused_imports)]
                    use super::*;
                    #made
                }
            }
        }
    };
    let leftover = &plan.leftover;
    quote!(#shared #requests #made #(#leftover)*)
}
