//! Enums: open, so that a value which the model does not know is kept.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::Scope;
use super::block::Block;
use crate::plan::{EnumVariant, Shape};

/// What an enum derives or implements anyway.
const GIVEN: [&str; 6] = ["Clone", "Debug", "Default", "Eq", "Hash", "PartialEq"];

/// Expands to:
///
/// ```text
/// pub enum InvocationType { Event, …, Unknown(String) }
/// impl InvocationType { pub fn as_str(&self) -> &str { … } }
/// impl From<String> for InvocationType { … }
/// impl ToShape<Enum<InvocationType>> for InvocationType { … }
/// ```
pub(super) fn all(
    scope: &Scope<'_>,
    shape: &Shape,
    variants: &[EnumVariant],
    block: &mut Block<'_>,
) -> TokenStream {
    let ident = &shape.name.ident;
    let marker = scope.enum_marker(shape.model);
    let doc = &shape.doc;
    let idents: Vec<_> = variants.iter().map(|variant| &variant.ident).collect();
    let values: Vec<_> = variants.iter().map(|variant| variant.value).collect();
    let from_string = from_string(ident, variants);
    let docs = values.iter().map(|value| format!("`{value}`"));
    let derived = scope.derived(&GIVEN);
    // On the wire and in the user's files an enum is its value, whatever its variant is called.
    let serde = scope
        .derives_serde()
        .then(|| quote!(#[serde(from = "::std::string::String", into = "::std::string::String")]));
    // For serde only: the compiler compares it with every other conversion into a `String`, and there
    // is `to_string`.
    let into_string = scope.derives_serde().then(|| {
        quote! {
            #[automatically_derived]
            impl ::core::convert::From<#ident> for ::std::string::String {
                fn from(value: #ident) -> Self {
                    match value {
                        #ident::Unknown(value) => value,
                        known => ::std::borrow::ToOwned::to_owned(known.as_str()),
                    }
                }
            }
        }
    });
    block.add(quote! {
        // By its value, as it goes over the wire: that is less to compile than what a derive makes.
        #[automatically_derived]
        impl ::core::cmp::PartialEq for #ident {
            fn eq(&self, other: &Self) -> ::core::primitive::bool { self.as_str() == other.as_str() }
        }

        #[automatically_derived]
        impl ::core::cmp::Eq for #ident {}

        #[automatically_derived]
        impl ::core::hash::Hash for #ident {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }

        #from_string

        #[automatically_derived]
        impl ::core::convert::From<&::core::primitive::str> for #ident {
            fn from(value: &::core::primitive::str) -> Self {
                ::core::convert::From::from(::std::borrow::ToOwned::to_owned(value))
            }
        }

        #into_string

        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for #ident {
            fn as_ref(&self) -> &::core::primitive::str { self.as_str() }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::core::default::Default for #ident {
            fn default() -> Self { Self::Unknown(::std::string::String::new()) }
        }

        #[automatically_derived]
        impl __aws::ToShape<#marker> for #ident {
            fn write(&self, to: __aws::Writer<'_, '_>) -> ::core::result::Result<(), __aws::ShapeError> {
                to.string(self.as_str())
            }
        }

        #[automatically_derived]
        impl __aws::FromShape<#marker> for #ident {
            fn read(from: __aws::Reader<'_, '_>) -> ::core::result::Result<Self, __aws::ShapeError> {
                ::core::result::Result::map(from.string(), ::core::convert::From::from)
            }
        }
    });
    quote! {
        #[doc = #doc]
        ///
        /// Open: a value that AWS's model does not list is kept in `Unknown`.
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        #derived
        #serde
        #[non_exhaustive]
        pub enum #ident {
            #(#[doc = #docs] #idents,)*
            /// A value that AWS's model does not list.
            Unknown(::std::string::String),
        }

        impl #ident {
            /// The value on the wire.
            pub fn as_str(&self) -> &::core::primitive::str {
                match self {
                    #(Self::#idents => #values,)*
                    Self::Unknown(value) => ::std::string::String::as_str(value),
                }
            }
        }
    }
}

/// Expands to `impl From<String>`, which looks for the value among those that the model lists.
fn from_string(ident: &Ident, variants: &[EnumVariant]) -> TokenStream {
    let mut sorted: Vec<_> = variants.iter().collect();
    sorted.sort_unstable_by_key(|variant| variant.value);
    let values = sorted.iter().map(|variant| variant.value);
    let positions = (0..sorted.len()).map(Literal::usize_unsuffixed);
    let idents = sorted.iter().map(|variant| &variant.ident);
    quote! {
        #[automatically_derived]
        impl ::core::convert::From<::std::string::String> for #ident {
            fn from(value: ::std::string::String) -> Self {
                match __aws::position(&[#(#values),*], &value) {
                    #(#positions => Self::#idents,)*
                    _ => Self::Unknown(value),
                }
            }
        }
    }
}
