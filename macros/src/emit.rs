//! Prints a plan. Nothing here can fail, and nothing here decides.
//!
//! What is emitted is data and calls: schemas as text, one `match` over member indices for each
//! shape that is read, and thin functions into the runtime. Every path is absolute, so that
//! nothing in the user's scope can change its meaning.

mod block;
mod defaults;
mod endpoint_parameters;
mod endpoint_rules;
mod enumeration;
mod error;
mod expected;
mod member;
mod operation;
mod request;
mod response;
mod schema;
mod shape;
mod stand_in;
mod structure;
mod types;
mod union;
mod user_enum;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::Path;

use block::Block;

use crate::plan::{Operation, Plan};

/// What every emitter needs to know.
pub(crate) struct Scope<'p> {
    /// Where the runtime is.
    krate: &'p Path,
    /// Whether the tool `diagnostic` can be named.
    has_tools: bool,
    /// The service's name, the namespace of its shapes.
    service: &'p str,
    /// The module that is being printed, when it is one that is made.
    inside: Option<&'p Ident>,
    /// What the made types derive.
    derives: &'p [Path],
    /// The service's static, when each operation has to bring its own.
    service_static: TokenStream,
}

impl Scope<'_> {
    /// Expands to the words for a type that does not have the trait which follows.
    ///
    /// The tool `diagnostic` is in a prelude, and the language has no other path to it: without one,
    /// the compiler's own words have to do.
    fn unimplemented(&self, message: &str, label: &str, note: Option<&str>) -> Option<TokenStream> {
        let note = note.map(|note| quote!(, note = #note));
        self.has_tools.then(
            || quote!(#[diagnostic::on_unimplemented(message = #message, label = #label #note)]),
        )
    }

    /// Expands to what hides the implementation that follows from the compiler's help.
    fn hidden(&self) -> Option<TokenStream> {
        self.has_tools
            .then(|| quote!(#[diagnostic::do_not_recommend]))
    }
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
/// shape. What is made for one operation alone is in a module: all types of a single operation, and
/// in a connector the parts of an answer that are asked for.
///
/// ```text
/// pub struct InvokeRequest { … }
/// impl AbstractRequest for InvokeRequest { … }
/// pub fn invoke(…) -> Call<invoke::InvokeResponse, invoke::InvokeError> { … }
/// pub mod invoke { pub struct InvokeResponse { … } pub enum InvokeError { … } … }
/// ```
pub(crate) fn plan(plan: &Plan) -> TokenStream {
    // A connector has one static for its service. Single operations stand beside each other, and
    // have one each.
    let service_static = operation::service(&plan.settings.krate, plan.service);
    let (shared, own) = if plan.single {
        (TokenStream::new(), service_static)
    } else if plan.operations.is_empty() {
        (TokenStream::new(), TokenStream::new())
    } else {
        (service_static, TokenStream::new())
    };
    let scope = Scope {
        krate: &plan.settings.krate,
        has_tools: plan.settings.has_tools,
        service: plan.service.name,
        inside: None,
        derives: &plan.settings.derives,
        service_static: own,
    };
    let operations = plan.operations.iter();
    let requests = operations.map(|operation| request::all(&scope, plan.service, operation));
    let requests: TokenStream = requests.collect();
    let made = in_module(&scope, plan, None);
    let modules = plan.operations.iter().map(|operation| {
        let name = &operation.function;
        let inside = Scope {
            inside: Some(name),
            service_static: TokenStream::new(),
            ..scope
        };
        let made = in_module(&inside, plan, Some(name));
        module(operation, &made)
    });
    let leftover = &plan.leftover;
    quote!(#shared #requests #made #(#modules)* #(#leftover)*)
}

/// The shapes and errors that are made in one module, or beside the requests.
fn in_module(scope: &Scope<'_>, plan: &Plan, module: Option<&Ident>) -> TokenStream {
    let mut block = Block::new(&[]);
    let shapes = plan.shapes.iter();
    let shapes = shapes.filter(|shape| shape.name.module.as_ref() == module);
    let mut made: TokenStream = shapes
        .map(|shape| shape::all(scope, shape, &mut block))
        .collect();
    let operations = plan.operations.iter();
    let errors = operations.filter(|operation| operation.error.module.as_ref() == module);
    made.extend(errors.map(|operation| error::all(scope, operation, &mut block)));
    made.extend(block.print(scope));
    made
}

/// Expands to the module of an operation, when something is made in it.
fn module(operation: &Operation, made: &TokenStream) -> Option<TokenStream> {
    if made.is_empty() {
        return None;
    }
    let (name, visibility, cfg) = (&operation.function, &operation.item.vis, &operation.cfg);
    let doc = format!("What [`{name}`](fn@{name}) answers, and the shapes in it.");
    Some(quote! {
        #[doc = #doc]
        #[allow(unreachable_pub)]
        #(#cfg)*
        #visibility mod #name {
            // What the made types derive, and where the runtime is, may be named as in the scope
            // of the request.
            #[allow(unused_imports)]
            use super::*;
            #made
        }
    })
}
