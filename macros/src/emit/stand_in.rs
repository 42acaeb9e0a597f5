//! The user's own structs in the place of structures.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::block::Block;
use super::structure::{from_shape, read_members, serializable, set_stream, structure_impl};
use super::{Scope, member};
use crate::plan::{Schema, Shape, UserShape};

/// Expands to the user's struct, and the same implementations as a made one has.
pub(super) fn all(
    scope: &Scope<'_>,
    shape: &Shape,
    schema: &Schema,
    user: &UserShape,
    block: &mut Block<'_>,
) -> TokenStream {
    let item = &user.item;
    let ident = &item.ident;
    let place = format!("{}:{}", scope.service, shape.model);
    let marker = scope.structure_marker(shape.model);
    let stream = user.bindings.iter().find(|binding| binding.stream);
    let stream = stream
        .map(|binding| set_stream(&binding.field, &quote!(::core::convert::From::from(stream))));
    let structure = structure_impl(
        &quote!(#ident),
        &marker,
        &block.schema(schema),
        stream.as_ref(),
    );
    let written = shape.written.then(|| {
        let checks = user
            .bindings
            .iter()
            .map(|binding| member::writable(scope, &place, schema, binding));
        let members = user
            .bindings
            .iter()
            .map(|binding| member::write(schema, binding));
        let body = quote! {
            let mut members = __aws::Members::new(serializer, <Self as __aws::Structure>::schema());
            #(#members)*
            members.end()
        };
        let serializable = serializable(&quote!(#ident), &marker, &body);
        quote!(#(#checks)* #serializable)
    });
    let read = shape
        .read
        .then(|| read(scope, &place, shape.model, schema, user));
    block.add(quote!(#structure #written #read));
    quote!(#item)
}

/// A member that is absent without an `Option` around it is an error that names it.
fn read(
    scope: &Scope<'_>,
    place: &str,
    shape: &str,
    schema: &Schema,
    user: &UserShape,
) -> TokenStream {
    let ident = &user.item.ident;
    let marker = scope.structure_marker(shape);
    if user.broken {
        return from_shape(&quote!(#ident), &marker, &quote!(loop {}));
    }
    let (streams, read): (Vec<_>, Vec<_>) =
        user.bindings.iter().partition(|binding| binding.stream);
    let checks = read
        .iter()
        .map(|binding| member::readable(scope, place, schema, binding));
    let locals: Vec<_> = read.iter().map(|binding| member::local(binding)).collect();
    let types = read.iter().map(|binding| &binding.ty);
    let arms = read.iter().map(|binding| member::read_arm(schema, binding));
    let read_members = read_members(arms, &quote!(_ => from.skip(),));
    let streams = streams.iter().map(|binding| &binding.field);
    let values = read.iter().map(|binding| {
        let (field, value) = (&binding.field, member::value(schema, binding));
        quote!(#field: #value)
    });
    let skipped = user.skipped.iter().map(|(field, ty)| {
        // Under the user's own type, if it has no default.
        let default = quote_spanned!(member::at(ty)=> <#ty as ::core::default::Default>::default());
        quote!(#field: #default,)
    });
    let from_shape = from_shape(
        &quote!(#ident),
        &marker,
        &quote! {
            #(let mut #locals: ::core::option::Option<#types> = ::core::option::Option::None;)*
            #read_members?;
            ::core::result::Result::Ok(Self {
                #(#values,)*
                // The engine puts the live stream in its place.
                #(#streams: ::core::default::Default::default(),)*
                #(#skipped)*
            })
        },
    );
    quote!(#(#checks)* #from_shape)
}
