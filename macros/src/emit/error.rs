//! The operation's error enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::Scope;
use super::block::Block;
use crate::plan::{ErrorVariant, Operation};

/// Expands to:
///
/// ```text
/// pub enum GetItemError { ResourceNotFoundException(Modeled<ResourceNotFoundException>), …, Other(Error) }
/// impl Deref for GetItemError { type Target = Error; … }
/// impl MadeError for GetItemError { … }
/// ```
pub(super) fn all<'p>(
    scope: &Scope<'_>,
    plan: &'p Operation,
    shared: &mut Block<'p>,
) -> TokenStream {
    let krate = scope.krate;
    let ident = &plan.error.ident;
    let doc = format!(
        "Why a call of `{}:{}` failed.",
        scope.service, plan.model.name
    );
    let variants: Vec<_> = plan.errors.iter().map(|error| &error.variant).collect();
    let errors = plan.errors.iter();
    let shapes: Vec<_> = errors.map(|error| scope.made(&error.shape)).collect();
    let docs = plan
        .errors
        .iter()
        .map(|error| format!("`{}`", error.codes[0]));
    let arms = plan.errors.iter().map(|error| arm(scope, error));
    let implementations = quote! {
            #[automatically_derived]
            impl ::core::ops::Deref for #ident {
                type Target = __aws::Error;

                fn deref(&self) -> &__aws::Error {
                    match self {
                        #(Self::#variants(modeled) => __aws::Modeled::error(modeled),)*
                        Self::Other(error) => error,
                    }
                }
            }

            #[automatically_derived]
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::fmt::Display::fmt(&**self, f)
                }
            }

            #[automatically_derived]
            impl ::core::error::Error for #ident {
                fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                    ::core::error::Error::source(&**self)
                }
            }

            #[automatically_derived]
            impl ::core::convert::From<__aws::Error> for #ident {
                fn from(error: __aws::Error) -> Self { Self::Other(error) }
            }

            #[automatically_derived]
            impl __aws::MadeError for #ident {
                fn read(
                    code: &::core::primitive::str,
                    error: __aws::Error,
                    reader: &mut dyn __aws::ShapeDeserializer,
                ) -> Self {
                    let _ = &reader;
                    match code {
                        #(#arms)*
                        _ => Self::Other(error),
                    }
                }

                fn into_error(self) -> __aws::Error {
                    match self {
                        #(Self::#variants(modeled) => __aws::Modeled::into_error(modeled),)*
                        Self::Other(error) => error,
                    }
                }
            }
    };
    let mut own = Block::new(&plan.cfg);
    let block = if plan.cfg.is_empty() {
        shared
    } else {
        &mut own
    };
    block.add(implementations);
    let own = own.print(scope);
    let cfg = &plan.cfg;
    quote! {
        #(#cfg)*
        #[doc = #doc]
        ///
        /// Every variant dereferences to the error itself: its code, message, request id and so on.
        #[derive(::core::fmt::Debug)]
        #[non_exhaustive]
        pub enum #ident {
            #(#[doc = #docs] #variants(#krate::Modeled<#shapes>),)*
            /// Any other failure: of the service, or of the way there.
            Other(#krate::Error),
        }

        #own
    }
}

/// Expands to `"Code" => …`, which makes the variant of an error with that code.
fn arm(scope: &Scope<'_>, error: &ErrorVariant) -> TokenStream {
    let (variant, codes) = (&error.variant, &error.codes);
    let shape = scope.made(&error.shape);
    if error.bare {
        let message = error
            .message
            .then(|| quote!(message: __aws::message(&error)));
        return quote! {
            #(#codes)|* => {
                let members = #shape { #message };
                Self::#variant(__aws::Modeled::new(error, members))
            }
        };
    }
    if !error.user {
        return quote! {
            #(#codes)|* => __aws::read_made_error(error, reader, Self::#variant),
        };
    }
    let message = if error.message {
        quote!(|members: &mut #shape| ::core::option::Option::Some(&mut members.message))
    } else {
        quote!(|_: &mut #shape| ::core::option::Option::<&mut ::std::string::String>::None)
    };
    quote! {
        #(#codes)|* => __aws::read_error(error, reader, Self::#variant, #message),
    }
}
