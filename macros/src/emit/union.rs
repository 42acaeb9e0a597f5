//! Unions: exactly one of several members.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::block::Block;
use super::{Scope, structure};
use crate::plan::{Schema, Shape, UnionVariant};

/// What a made union derives or implements anyway.
const GIVEN: [&str; 2] = ["Debug", "Default"];

/// Expands to:
///
/// ```text
/// pub enum AttributeValue { S(String), N(String), …, Unknown }
/// impl Structure for AttributeValue { fn schema() … }
/// impl SerializableStruct for AttributeValue { … }
/// impl ReadMembers for AttributeValue { … }
/// impl FromShape<…> for AttributeValue { … }
/// ```
pub(super) fn all(
    scope: &Scope<'_>,
    shape: &Shape,
    schema: &Schema,
    variants: &[UnionVariant],
    block: &mut Block<'_>,
) -> TokenStream {
    let ident = &shape.name.ident;
    let doc = &shape.doc;
    let derived = scope.derived(&GIVEN);
    let declared = variants
        .iter()
        .zip(&schema.members)
        .map(|(variant, member)| {
            let doc = format!("`{}`", member.name);
            let ident = &variant.ident;
            let ty = scope.rust(&variant.target);
            let ty = if variant.boxed {
                quote!(::std::boxed::Box<#ty>)
            } else {
                ty
            };
            quote!(#[doc = #doc] #ident(#ty),)
        });
    let debug = debug(shape, variants);
    let derive_debug = debug
        .is_empty()
        .then(|| quote!(#[derive(::core::fmt::Debug)]));
    let marker = scope.structure_marker(shape.model);
    let written = shape.written.then(|| {
        let arms = variants.iter().enumerate().map(|(index, variant)| {
            let ident = &variant.ident;
            let target = scope.marker(&variant.target);
            let index = Literal::usize_unsuffixed(index);
            quote! {
                Self::#ident(value) => members.write::<#target, _>(#index, value),
            }
        });
        let name = shape.model;
        structure::serializable(
            &quote!(#ident),
            &marker,
            &quote! {
                let mut members = __aws::Members::new(serializer, <Self as __aws::Structure>::schema());
                match self {
                    #(#arms)*
                    Self::Unknown => return ::core::result::Result::Err(__aws::unknown_variant(#name)),
                }
                members.end()
            },
        )
    });
    let read = shape.read.then(|| {
        let arms = variants.iter().enumerate().map(|(index, variant)| {
            let ident = &variant.ident;
            let target = scope.marker(&variant.target);
            let index = Literal::usize_unsuffixed(index);
            quote!(#index => __aws::set_variant::<#target, _, _>(self, Self::#ident, from),)
        });
        structure::read_made(&quote!(#ident), &marker, arms)
    });
    let structure =
        structure::structure_impl(&quote!(#ident), &marker, &block.schema(schema), None);
    block.add(quote!(#structure #written #read #debug));
    quote! {
        #[doc = #doc]
        #derive_debug
        #[derive(::core::default::Default)]
        #derived
        #[non_exhaustive]
        pub enum #ident {
            #(#declared)*
            /// A member that AWS's model does not list.
            #[default]
            Unknown,
        }
    }
}

/// `Debug` by hand where something must not show.
fn debug(shape: &Shape, variants: &[UnionVariant]) -> TokenStream {
    if !variants.iter().any(|variant| variant.sensitive) {
        return TokenStream::new();
    }
    let ident = &shape.name.ident;
    let arms = variants.iter().map(|variant| {
        let ident = &variant.ident;
        let name = ident.to_string();
        if variant.sensitive {
            quote!(Self::#ident(_) => f.debug_tuple(#name).field(&__aws::Redacted).finish(),)
        } else {
            quote!(Self::#ident(value) => f.debug_tuple(#name).field(value).finish(),)
        }
    });
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self {
                    #(#arms)*
                    Self::Unknown => f.write_str("Unknown"),
                }
            }
        }
    }
}
