//! The user's own enums in the place of enums and unions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::block::Block;
use super::structure::{from_shape, read_members, serializable, structure_impl};
use super::{Scope, member};
use crate::plan::{Schema, Shape, UserEnum, UserUnion};

/// Expands to the user's enum, and how its values are written and read:
///
/// ```text
/// impl ToShape<EnumShape<…>> for Color { … Color::Red => to.string("RED") … }
/// impl FromShape<EnumShape<…>> for Color { … "RED" => Color::Red … }
/// ```
pub(super) fn of_enum(
    scope: &Scope<'_>,
    shape: &Shape,
    user: &UserEnum,
    block: &mut Block<'_>,
) -> TokenStream {
    let item = &user.item;
    let ident = &item.ident;
    let marker = scope.enum_marker(shape.model);
    let variants: Vec<_> = user.variants.iter().map(|(variant, _)| variant).collect();
    let values: Vec<_> = user.variants.iter().map(|(_, value)| value).collect();
    let written = shape.written.then(|| {
        let unknown = user.unknown.as_ref().map(|(variant, ty)| {
            quote!(Self::#variant(value) => <#ty as __aws::ToShape<__aws::shape::StringShape>>::write(value, to),)
        });
        let body = if user.broken {
            quote!(loop {})
        } else {
            quote!(match self { #(Self::#variants => to.string(#values),)* #unknown })
        };
        quote! {
            #[automatically_derived]
            impl __aws::ToShape<#marker> for #ident {
                fn write(&self, to: __aws::Writer<'_, '_>) -> ::core::result::Result<(), __aws::ShapeError> {
                    #body
                }
            }
        }
    });
    let read = shape.read.then(|| {
        let name = shape.model;
        let unknown = if let Some((variant, ty)) = &user.unknown {
            quote!(Self::#variant(<#ty as ::core::convert::From<::std::string::String>>::from(text)))
        } else {
            quote!(return ::core::result::Result::Err(__aws::unlisted_value(#name)))
        };
        let body = if user.broken {
            quote!(loop {})
        } else {
            quote! {
                let text = from.string()?;
                ::core::result::Result::Ok(match ::std::string::String::as_str(&text) {
                    #(#values => Self::#variants,)*
                    _ => #unknown,
                })
            }
        };
        from_shape(&quote!(#ident), &marker, &body)
    });
    block.add(quote!(#written #read));
    quote!(#item)
}

/// Expands to the user's enum, and the same implementations as a made union has.
pub(super) fn of_union(
    scope: &Scope<'_>,
    shape: &Shape,
    schema: &Schema,
    user: &UserUnion,
    block: &mut Block<'_>,
) -> TokenStream {
    let item = &user.item;
    let ident = &item.ident;
    let name = shape.model;
    let place = format!("{}:{name}", scope.service);
    let marker = scope.structure_marker(name);
    let structure = structure_impl(&quote!(#ident), &marker, &block.schema(schema), None);
    let written = shape.written.then(|| {
        let checks = user
            .variants
            .iter()
            .map(|variant| member::writable(scope, &place, schema, variant));
        let arms = user.variants.iter().map(|variant| {
            let (name, write) = (
                &variant.field,
                member::write_value(schema, variant, &quote!(value)),
            );
            quote!(Self::#name(value) => #write,)
        });
        let unknown = user.unknown.as_ref().map(|variant| {
            quote! {
                Self::#variant => return ::core::result::Result::Err(__aws::unknown_variant(#name)),
            }
        });
        let body = if user.broken {
            quote!(loop {})
        } else {
            quote! {
                let mut members = __aws::Members::new(serializer, <Self as __aws::Structure>::schema());
                match self { #(#arms)* #unknown }
                members.end()
            }
        };
        let serializable = serializable(&quote!(#ident), &marker, &body);
        quote!(#(#checks)* #serializable)
    });
    let read = shape.read.then(|| {
        let checks = user
            .variants
            .iter()
            .map(|variant| member::readable(scope, &place, schema, variant));
        let arms = user.variants.iter().map(|variant| {
            let (name, read) = (&variant.field, member::read(schema, variant));
            let index = Literal::usize_unsuffixed(variant.index);
            quote! {
                #index => {
                    this = ::core::option::Option::Some(Self::#name(#read));
                    ::core::result::Result::Ok(())
                }
            }
        });
        let (otherwise, unknown) = match &user.unknown {
            Some(variant) => (
                quote!(_ => from.skip(),),
                quote!(::core::result::Result::Ok(Self::#variant)),
            ),
            None => (
                quote!(other => ::core::result::Result::Err(
                    __aws::unlisted_member(#name, <Self as __aws::Structure>::schema().members()[other].member_name()),
                ),),
                quote! {
                    ::core::result::Result::Err(__aws::unlisted_member(#name, ::core::option::Option::None))
                },
            ),
        };
        let read_members = read_members(arms, &otherwise);
        let from_shape = from_shape(
            &quote!(#ident),
            &marker,
            &quote! {
                let mut this: ::core::option::Option<Self> = ::core::option::Option::None;
                #read_members?;
                match this {
                    ::core::option::Option::Some(this) => ::core::result::Result::Ok(this),
                    ::core::option::Option::None => #unknown,
                }
            },
        );
        quote!(#(#checks)* #from_shape)
    });
    block.add(quote!(#structure #written #read));
    quote!(#item)
}
