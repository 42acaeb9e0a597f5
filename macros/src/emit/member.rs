//! A field of the user's that stands for a member: what its type has to be able to do, and how it
//! is written and read. The same for requests and for structs that stand for shapes.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type as RustType;
use syn::spanned::Spanned;

use super::Scope;
use crate::messages;
use crate::plan::{Binding, Schema, Simple, Type};

/// Expands to:
///
/// ```text
/// #[diagnostic::on_unimplemented(message = "`sqs:SendMessage` member `QueueUrl` is a string; `{Self}` cannot stand for it")]
/// trait CanStandForQueueUrl { fn write(&self, to: Writer) -> Result<(), ShapeError>; }
/// #[diagnostic::do_not_recommend]
/// impl<T: ToShape<shape::String>> CanStandForQueueUrl for T { … }
/// ```
///
/// One trait for each member, because a generic one would show its inner obligation in its place.
pub(super) fn writable(
    scope: &Scope<'_>,
    place: &str,
    schema: &Schema,
    binding: &Binding,
) -> TokenStream {
    if binding.stream {
        return TokenStream::new();
    }
    let member = schema.members[binding.index].name;
    let message = messages::member_type(place, member, &expected(&binding.target));
    let label = format!("not {}", expected(&binding.target));
    let name = trait_name(schema, binding);
    let marker = scope.marker(&binding.target);
    let unimplemented = scope.unimplemented(&message, &label, None);
    let hidden = scope.hidden();
    quote! {
        #unimplemented
        trait #name {
            fn write(&self, to: __aws::Writer<'_, '_>) -> ::core::result::Result<(), __aws::ShapeError>;
        }
        #hidden
        impl<T: __aws::ToShape<#marker> + ?::core::marker::Sized> #name for T {
            fn write(&self, to: __aws::Writer<'_, '_>) -> ::core::result::Result<(), __aws::ShapeError> {
                __aws::ToShape::write(self, to)
            }
        }
    }
}

/// The same for reading.
pub(super) fn readable(
    scope: &Scope<'_>,
    place: &str,
    schema: &Schema,
    binding: &Binding,
) -> TokenStream {
    let member = schema.members[binding.index].name;
    let message = messages::member_type_read(place, member, &expected(&binding.target));
    let label = format!("cannot be read from {}", expected(&binding.target));
    let name = format_ident!("CanBeReadFrom{member}");
    let marker = scope.marker(&binding.target);
    let unimplemented = scope.unimplemented(&message, &label, None);
    let hidden = scope.hidden();
    quote! {
        #unimplemented
        trait #name: ::core::marker::Sized {
            fn read(from: __aws::Reader<'_, '_>) -> ::core::result::Result<Self, __aws::ShapeError>;
        }
        #hidden
        impl<T: __aws::FromShape<#marker>> #name for T {
            fn read(from: __aws::Reader<'_, '_>) -> ::core::result::Result<Self, __aws::ShapeError> {
                __aws::FromShape::read(from)
            }
        }
    }
}

fn trait_name(schema: &Schema, binding: &Binding) -> Ident {
    format_ident!("CanStandFor{}", schema.members[binding.index].name)
}

/// What the model says of a member, as it stands after "is".
fn expected(ty: &Type) -> String {
    match ty {
        Type::Simple(simple) => match simple {
            Simple::Blob => "a blob",
            Simple::Boolean => "a boolean",
            Simple::Document => "a document",
            Simple::Double => "a double (`f64`)",
            Simple::Float => "a float (`f32`)",
            Simple::Integer => "an integer (`i32`)",
            Simple::Long => "a long (`i64`)",
            Simple::StreamingBlob => "a streaming blob",
            Simple::String => "a string",
            Simple::Timestamp => "a timestamp",
        }
        .to_owned(),
        Type::Enum(_, name) => format!("the enum `{}`", name.ident),
        Type::Structure(_, name) => format!("the structure `{}`", name.ident),
        Type::List(element, _) => format!("a list, each member {}", expected(element)),
        Type::Map(value, _) => format!("a map, each value {}", expected(value)),
    }
}

/// Expands to a use of something deprecated that is called as the field is, and stands where it
/// does: the compiler's own warning, under the user's own name.
pub(super) fn deprecation(binding: &Binding) -> Option<TokenStream> {
    let note = binding.deprecated.as_ref()?;
    let field = &binding.field;
    Some(quote! {
        const _: () = {
            #[deprecated(note = #note)]
            const fn #field() {}
            #field();
        };
    })
}

/// Writes the member that a field stands for, if it is set.
///
/// The call names the user's own type, so that a type which cannot stand for the member is one
/// error, under that type.
pub(super) fn write(schema: &Schema, binding: &Binding) -> TokenStream {
    let field = &binding.field;
    if binding.stream {
        // Taken out before the rest is written: such a request goes by value.
        return TokenStream::new();
    }
    let name = trait_name(schema, binding);
    let index = Literal::usize_unsuffixed(binding.index);
    let ty = &binding.ty;
    let to = quote!(__aws::Writer::new(serializer, &__AWS_MEMBERS[#index]));
    if !binding.optional {
        return quote_spanned!(at(ty)=> <#ty as #name>::write(&self.#field, #to)?;);
    }
    let call = quote_spanned!(at(ty)=> <#ty as #name>::write(value, #to)?);
    let unset = if binding.token {
        quote!(__aws::write_token(serializer, &__AWS_MEMBERS[#index])?)
    } else {
        quote!(())
    };
    quote! {
        match &self.#field {
            ::core::option::Option::Some(value) => #call,
            ::core::option::Option::None => #unset,
        }
    }
}

/// Reads the member that a field of a user's shape stands for into the variable for it.
pub(super) fn read_arm(schema: &Schema, binding: &Binding) -> TokenStream {
    let local = local(binding);
    let name = format_ident!("CanBeReadFrom{}", schema.members[binding.index].name);
    let index = Literal::usize_unsuffixed(binding.index);
    let ty = &binding.ty;
    let value = quote_spanned!(at(ty)=> <#ty as #name>::read(from)?);
    quote!(#index => #local = ::core::option::Option::Some(#value),)
}

/// The variable that holds what was read for a field; the field's own name may be one of ours.
pub(super) fn local(binding: &Binding) -> Ident {
    format_ident!("member_{}", binding.index)
}

/// Where a type stands, for errors. Names are still looked up where the macro was called: the type
/// may come out of a `macro_rules!`.
pub(super) fn at(ty: &RustType) -> Span {
    ty.span().resolved_at(Span::call_site())
}
