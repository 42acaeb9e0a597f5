//! Structures.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::Scope;
use super::block::Block;
use crate::plan::{Absence, Field, Schema, Shape};

/// What a made struct derives or implements anyway.
const GIVEN: [&str; 2] = ["Debug", "Default"];
/// What a struct with a live stream cannot derive.
const NOT_FOR_STREAMS: [&str; 8] = [
    "Clone",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// Expands to:
///
/// ```text
/// #[derive(Default, Debug)]
/// pub struct Tag { pub key: String, pub value: Option<String> }
/// impl Structure for Tag { fn schema() … }
/// impl SerializableStruct for Tag { … }
/// impl ReadMembers for Tag { … match index { 0 => set(&mut self.key, from), … } }
/// impl FromShape<Structure<Tag>> for Tag { … }
/// ```
pub(super) fn made(
    scope: &Scope<'_>,
    shape: &Shape,
    schema: &Schema,
    fields: &[Field],
    block: &mut Block<'_>,
) -> TokenStream {
    let ident = &shape.name.ident;
    let (doc, cfg) = (&shape.doc, &shape.cfg);
    let streams = fields.iter().any(Field::is_stream);
    let derived = scope.derived(if streams { &NOT_FOR_STREAMS } else { &GIVEN });
    let declared = fields.iter().map(|field| declaration(scope, field));
    let debug = debug(shape, fields);
    let derive_debug = debug.is_empty().then(|| quote!(::core::fmt::Debug));

    let marker = scope.structure_marker(shape.model);
    let travels = shape.read || shape.written;
    // An error that has only a message is made of nothing else.
    let derive_default = travels.then(|| quote!(::core::default::Default,));
    let written = shape.written.then(|| {
        let members = fields
            .iter()
            .enumerate()
            .map(|(index, field)| write(scope, field, index));
        let body = quote! {
            let mut members = __aws::Members::new(serializer, <Self as __aws::Structure>::schema());
            #(#members)*
            members.end()
        };
        serializable(&quote!(#ident), &marker, &body)
    });
    let read = shape.read.then(|| {
        let arms = fields
            .iter()
            .enumerate()
            .map(|(index, field)| read_arm(scope, field, index));
        read_made(&quote!(#ident), &marker, arms)
    });
    let stream = fields.iter().find(|field| field.is_stream());
    let set_stream = stream.map(|field| set_stream(&field.ident, &quote!(stream)));
    let structure = travels.then(|| {
        let schema = block.schema(schema);
        structure_impl(&quote!(#ident), &marker, &schema, set_stream.as_ref())
    });
    block.add(quote!(#structure #written #read #debug));
    quote! {
        #(#cfg)*
        #[doc = #doc]
        #[derive(#derive_default #derive_debug)]
        #derived
        pub struct #ident { #(#declared)* }
    }
}

fn declaration(scope: &Scope<'_>, field: &Field) -> TokenStream {
    let Field {
        ident,
        member,
        constraints,
        ..
    } = field;
    let doc = if constraints.is_empty() {
        format!("`{member}`")
    } else {
        format!("`{member}`: {constraints}")
    };
    let ty = scope.rust(&field.target);
    let ty = if field.boxed {
        quote!(::std::boxed::Box<#ty>)
    } else {
        ty
    };
    let ty = match field.absence {
        Absence::Default => ty,
        Absence::None => quote!(::core::option::Option<#ty>),
    };
    let serde = (field.is_stream() && scope.derives_serde()).then(|| quote!(#[serde(skip)]));
    quote!(#[doc = #doc] #serde pub #ident: #ty,)
}

/// `Debug` by hand where something must not show.
fn debug(shape: &Shape, fields: &[Field]) -> TokenStream {
    if !fields.iter().any(|field| field.sensitive) {
        return TokenStream::new();
    }
    let ident = &shape.name.ident;
    let name = ident.to_string();
    let shown = fields.iter().map(|field| {
        let ident = &field.ident;
        let name = ident.to_string();
        if field.sensitive {
            quote!(.field(#name, &__aws::Redacted))
        } else {
            quote!(.field(#name, &self.#ident))
        }
    });
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(#name)#(#shown)*.finish()
            }
        }
    }
}

fn write(scope: &Scope<'_>, field: &Field, index: usize) -> TokenStream {
    let ident = &field.ident;
    let index = Literal::usize_unsuffixed(index);
    // A stream is only the payload of an operation, and those are the user's own fields.
    if field.is_stream() {
        return TokenStream::new();
    }
    let marker = scope.marker(&field.target);
    match field.absence {
        Absence::Default => quote!(members.write::<#marker, _>(#index, &self.#ident);),
        Absence::None => quote!(members.write_some::<#marker, _>(#index, &self.#ident);),
    }
}

fn read_arm(scope: &Scope<'_>, field: &Field, index: usize) -> TokenStream {
    let ident = &field.ident;
    let index = Literal::usize_unsuffixed(index);
    // The engine puts the live stream in its place.
    if field.is_stream() {
        return TokenStream::new();
    }
    let marker = scope.marker(&field.target);
    let set = match (field.lenient, field.absence) {
        (true, _) => quote!(set_lenient),
        (false, Absence::Default) => quote!(set),
        (false, Absence::None) => quote!(set_some),
    };
    quote!(#index => __aws::#set::<#marker, _>(&mut self.#ident, from),)
}

/// That the type stands for a structure or union; `set_stream` is the method for a field that is a
/// live stream.
pub(super) fn structure_impl(
    ty: &TokenStream,
    marker: &TokenStream,
    schema: &TokenStream,
    set_stream: Option<&TokenStream>,
) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __aws::Structure for #ty {
            type Shape = #marker;

            fn schema() -> &'static __aws::LazySchema { #schema }

            #set_stream
        }
    }
}

/// The method of `Structure` that puts a live stream into `field`.
pub(super) fn set_stream(field: &Ident, value: &TokenStream) -> TokenStream {
    quote! {
        fn set_stream(&mut self, stream: __aws::ByteStream) { self.#field = #value; }
    }
}

/// How a made type is read, member by member: `arms` take those that somebody wants, each by its
/// index, and say what came of it.
pub(super) fn read_made(
    ty: &TokenStream,
    marker: &TokenStream,
    arms: impl Iterator<Item = TokenStream>,
) -> TokenStream {
    let read = from_shape(ty, marker, &quote!(__aws::read_made::<Self>(from)));
    quote! {
        #[automatically_derived]
        impl __aws::ReadMembers for #ty {
            fn read_member(
                &mut self,
                index: ::core::primitive::usize,
                from: __aws::Reader<'_, '_>,
            ) -> ::core::result::Result<(), __aws::ShapeError> {
                match index {
                    #(#arms)*
                    _ => from.skip(),
                }
            }
        }

        #read
    }
}

/// How a type is written: `body` writes each member that is set to `serializer`.
pub(super) fn serializable(
    ty: &TokenStream,
    marker: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __aws::SerializableStruct for #ty {
            fn schema(&self) -> &__aws::Schema<'_> { <Self as __aws::Structure>::schema() }

            fn serialize_members(
                &self,
                serializer: &mut dyn __aws::ShapeSerializer,
            ) -> ::core::result::Result<(), __aws::ShapeError> {
                #body
            }
        }

        #[automatically_derived]
        impl __aws::ToShape<#marker> for #ty {
            fn write(&self, to: __aws::Writer<'_, '_>) -> ::core::result::Result<(), __aws::ShapeError> {
                to.structure(self)
            }
        }
    }
}

/// Reads a user's type member by member, as [`read_made`] does a made one, with an arm for those
/// that nobody wants.
pub(super) fn read_members(
    arms: impl Iterator<Item = TokenStream>,
    otherwise: &TokenStream,
) -> TokenStream {
    quote! {
        from.structure(<Self as __aws::Structure>::schema(), &mut |index, from| match index {
            #(#arms)*
            #otherwise
        })
    }
}

/// How a type is read: `body` reads from `from`.
pub(super) fn from_shape(
    ty: &TokenStream,
    marker: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __aws::FromShape<#marker> for #ty {
            fn read(from: __aws::Reader<'_, '_>) -> ::core::result::Result<Self, __aws::ShapeError> {
                #body
            }
        }
    }
}
