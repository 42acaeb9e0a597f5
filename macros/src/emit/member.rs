//! A field of the user's that stands for a member: what its type has to be able to do, and how it
//! is written and read. The same for requests and for structs that stand for shapes.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::{Scope, expected};
use crate::messages;
use crate::plan::{Binding, Default, Filled, MemberSchema, Schema, Value};

/// Expands to:
///
/// ```text
/// #[diagnostic::on_unimplemented(message = "`sqs:SendMessage` member `QueueUrl` is a string; `{Self}` cannot stand for it")]
/// trait CanStandForQueueUrl { fn write(&self, members: &mut Members, index: usize); }
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
    let message = messages::member_type(place, member, &expected::words(&binding.target));
    let label = expected::label("not", &binding.target);
    let name = trait_name(schema, binding);
    let marker = scope.marker(&binding.target);
    let unimplemented = scope.unimplemented(
        &message,
        &label,
        expected::note(binding, "ToShape").as_deref(),
    );
    let hidden = scope.hidden();
    quote! {
        #unimplemented
        trait #name {
            fn write(&self, members: &mut __aws::Members<'_>, index: ::core::primitive::usize);
        }
        #hidden
        impl<T: __aws::ToShape<#marker> + ?::core::marker::Sized> #name for T {
            fn write(&self, members: &mut __aws::Members<'_>, index: ::core::primitive::usize) {
                members.write::<#marker, T>(index, self);
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
    let message = messages::member_type_read(place, member, &expected::words(&binding.target));
    let label = expected::label("cannot be read from", &binding.target);
    let name = format_ident!("CanBeReadFrom{member}");
    let marker = scope.marker(&binding.target);
    let unimplemented = scope.unimplemented(
        &message,
        &label,
        expected::note(binding, "FromShape").as_deref(),
    );
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

/// Writes a member of a request that is not set.
pub(super) fn fill(index: usize, filled: Filled) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    match filled {
        Filled::Text(text) => quote!(members.write_text(#index, #text)),
        Filled::Token => quote!(members.write_token(#index)),
    }
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
    let ty = &binding.ty;
    if !binding.optional {
        let call = write_value(schema, binding, &quote_spanned!(at(ty)=> &self.#field));
        return quote!(#call;);
    }
    let call = write_value(schema, binding, &quote_spanned!(at(ty)=> value));
    let index = Literal::usize_unsuffixed(binding.index);
    let unset = match &binding.default {
        Some(Default::Value(value)) => {
            let (ty, value) = constant(value);
            let name = trait_name(schema, binding);
            quote!(<#ty as #name>::write(#value, &mut members, #index))
        }
        _ => binding
            .filled
            .map_or_else(|| quote!(()), |filled| fill(binding.index, filled)),
    };
    quote! {
        match &self.#field {
            ::core::option::Option::Some(value) => #call,
            ::core::option::Option::None => #unset,
        }
    }
}

/// Writes a reference to a value of the field's type.
pub(super) fn write_value(schema: &Schema, binding: &Binding, value: &TokenStream) -> TokenStream {
    let name = trait_name(schema, binding);
    let index = Literal::usize_unsuffixed(binding.index);
    let ty = &binding.ty;
    let to = quote!(&mut members, #index);
    match &binding.with {
        None => quote_spanned!(at(ty)=> <#ty as #name>::write(#value, #to)),
        Some(with) => {
            let span = at(with);
            let value = quote_spanned!(span=> &#with::to_aws(#value));
            quote_spanned!(span=> #name::write(#value, #to))
        }
    }
}

/// Reads the member that a field of a user's shape stands for into the variable for it.
pub(super) fn read_arm(schema: &Schema, binding: &Binding) -> TokenStream {
    let local = local(binding);
    let index = Literal::usize_unsuffixed(binding.index);
    let value = read(schema, binding);
    if binding.lenient {
        return quote! {
            #index => {
                let read = move || -> ::core::result::Result<_, __aws::ShapeError> {
                    let value = #value;
                    ::core::result::Result::Ok(value)
                };
                #local = ::core::result::Result::ok(read());
                ::core::result::Result::Ok(())
            }
        };
    }
    quote! {
        #index => {
            #local = ::core::option::Option::Some(#value);
            ::core::result::Result::Ok(())
        }
    }
}

/// What the field is in the end: what was read, or what it is when the member is absent.
pub(super) fn value(schema: &Schema, binding: &Binding) -> TokenStream {
    let (local, ty) = (local(binding), &binding.ty);
    let member = schema.members[binding.index].name;
    let absent = match &binding.default {
        None if binding.optional => return quote!(#local),
        None => {
            return quote!(::core::option::Option::ok_or_else(#local, || __aws::ShapeError::missing_member(#member))?);
        }
        // Under the user's own type, if it has no default.
        Some(Default::OfType) => {
            quote_spanned!(at(ty)=> <#ty as ::core::default::Default>::default())
        }
        Some(Default::Value(value)) => {
            let index = Literal::usize_unsuffixed(binding.index);
            let text = text(value);
            let value = read(schema, binding);
            quote!({
                let mut text = __aws::HttpStringDeserializer::new(#text);
                let from = __aws::Reader::new(&mut text, <Self as __aws::Structure>::schema().members()[#index]);
                #value
            })
        }
    };
    let value = quote! {
        match #local {
            ::core::option::Option::Some(value) => value,
            ::core::option::Option::None => #absent,
        }
    };
    if binding.optional {
        quote!(::core::option::Option::Some(#value))
    } else {
        value
    }
}

/// Reads a value of the field's type out of `from`.
pub(super) fn read(schema: &Schema, binding: &Binding) -> TokenStream {
    let MemberSchema { name: member, .. } = schema.members[binding.index];
    let name = format_ident!("CanBeReadFrom{member}");
    match &binding.with {
        None => {
            let ty = &binding.ty;
            quote_spanned!(at(ty)=> <#ty as #name>::read(from)?)
        }
        Some(with) => {
            let sensitive = is_sensitive(&schema.members[binding.index]);
            let span = at(with);
            let name = Ident::new(&name.to_string(), span);
            let read = quote_spanned!(span=> #name::read(from)?);
            let value = quote_spanned!(span=> #with::from_aws(#read));
            quote!(__aws::adapted(#member, #sensitive, #value)?)
        }
    }
}

/// Whether nothing that the member holds may be shown.
fn is_sensitive(schema: &MemberSchema) -> bool {
    let held = [&schema.key, &schema.element];
    schema.traits.sensitive || held.into_iter().flatten().any(|held| is_sensitive(held))
}

/// A value as a type, and as a reference to one.
fn constant(value: &Value) -> (TokenStream, TokenStream) {
    let primitive = |name: &str, value: TokenStream| {
        let name = format_ident!("{name}");
        (quote!(::core::primitive::#name), value)
    };
    match value {
        Value::Boolean(value) => primitive("bool", quote!(&#value)),
        Value::Double(value) => primitive("f64", quote!(&#value)),
        Value::Float(value) => primitive("f32", quote!(&#value)),
        Value::Integer(value) => primitive("i32", quote!(&#value)),
        Value::Long(value) => primitive("i64", quote!(&#value)),
        Value::Text(value) => primitive("str", quote!(#value)),
    }
}

/// A value as it stands in a header.
fn text(value: &Value) -> String {
    match value {
        Value::Boolean(value) => value.to_string(),
        Value::Double(value) => value.to_string(),
        Value::Float(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        Value::Long(value) => value.to_string(),
        Value::Text(value) => value.clone(),
    }
}

/// The variable that holds what was read for a field; the field's own name may be one of ours.
pub(super) fn local(binding: &Binding) -> Ident {
    format_ident!("member_{}", binding.index)
}

/// Where a type or path stands, for errors. Names are still looked up where the macro was called: it
/// may come out of a `macro_rules!`.
pub(super) fn at(tokens: &impl Spanned) -> Span {
    tokens.span().resolved_at(Span::call_site())
}
