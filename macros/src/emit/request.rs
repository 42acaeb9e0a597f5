//! The request: the user's struct, its traits and its function.

use aws_operation_catalog::Service;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

use super::{Scope, operation};
use crate::messages;
use crate::plan::{Binding, Operation, Schema, Simple, Type};

/// Expands to the struct as the user wrote it, its implementations, and its function.
pub(crate) fn all(scope: &Scope<'_>, service: &Service<'_>, plan: &Operation) -> TokenStream {
    let item = &plan.item;
    let function = function(scope, service, plan);
    let place = format!("{}:{}", scope.service, plan.model.name);
    let schema = scope.schema(&plan.input);
    let statics = operation::statics(scope, service, plan);
    let checks = plan
        .bindings
        .iter()
        .map(|binding| member_trait(scope, &place, &plan.input, binding));
    let deprecations = plan.bindings.iter().map(deprecation);
    let serializable = serializable(plan);
    let request = abstract_request(scope, plan);
    let implementations =
        scope.block(&quote!(#schema #statics #(#checks)* #(#deprecations)* #serializable #request));
    quote!(#item #implementations #function)
}

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
pub(super) fn member_trait(
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
    quote! {
        #[diagnostic::on_unimplemented(message = #message, label = #label)]
        trait #name {
            fn write(&self, to: __aws::Writer<'_, '_>) -> ::core::result::Result<(), __aws::ShapeError>;
        }
        #[diagnostic::do_not_recommend]
        impl<T: __aws::ToShape<#marker> + ?::core::marker::Sized> #name for T {
            fn write(&self, to: __aws::Writer<'_, '_>) -> ::core::result::Result<(), __aws::ShapeError> {
                __aws::ToShape::write(self, to)
            }
        }
    }
}

/// The same for reading.
pub(super) fn readable_trait(
    scope: &Scope<'_>,
    place: &str,
    schema: &Schema,
    binding: &Binding,
) -> TokenStream {
    let member = schema.members[binding.index].name;
    let message = messages::member_type_read(place, member, &expected(&binding.target));
    let label = format!("not {}", expected(&binding.target));
    let name = format_ident!("CanBeReadFrom{member}");
    let marker = scope.marker(&binding.target);
    quote! {
        #[diagnostic::on_unimplemented(message = #message, label = #label)]
        trait #name: ::core::marker::Sized {
            fn read(from: __aws::Reader<'_, '_>) -> ::core::result::Result<Self, __aws::ShapeError>;
        }
        #[diagnostic::do_not_recommend]
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
        Type::Enum(ident) => format!("the enum `{ident}`"),
        Type::Structure(ident) => format!("the structure `{ident}`"),
        Type::List(element, _) => format!("a list, each member {}", expected(element)),
        Type::Map(value, _) => format!("a map, each value {}", expected(value)),
    }
}

/// Expands to a use of something deprecated that is called as the field is, and stands where it
/// does: the compiler's own warning, under the user's own name.
fn deprecation(binding: &Binding) -> Option<TokenStream> {
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
        return quote!(__aws::StreamField::check_taken(&self.#field)?;);
    }
    let name = trait_name(schema, binding);
    let index = Literal::usize_unsuffixed(binding.index);
    let ty = &binding.ty;
    let to = quote!(__aws::Writer::new(serializer, &MEMBERS[#index]));
    if !binding.optional {
        return quote_spanned!(ty.span()=> <#ty as #name>::write(&self.#field, #to)?;);
    }
    let call = quote_spanned!(ty.span()=> <#ty as #name>::write(value, #to)?);
    let unset = if binding.token {
        quote!(__aws::write_token(serializer, &MEMBERS[#index])?)
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

/// Reads the member that a field of a user's shape stands for into a variable of the field's name.
pub(super) fn read_arm(schema: &Schema, binding: &Binding) -> TokenStream {
    let field = &binding.field;
    let name = format_ident!("CanBeReadFrom{}", schema.members[binding.index].name);
    let index = Literal::usize_unsuffixed(binding.index);
    let ty = &binding.ty;
    let value = quote_spanned!(ty.span()=> <#ty as #name>::read(from)?);
    quote!(#index => #field = ::core::option::Option::Some(#value),)
}

/// Expands to `impl SerializableStruct for SendMessageRequest<'_> { … }`.
fn serializable(plan: &Operation) -> TokenStream {
    let ident = &plan.item.ident;
    let (impl_generics, ty_generics, where_clause) = plan.item.generics.split_for_impl();
    let members = plan
        .bindings
        .iter()
        .map(|binding| write(&plan.input, binding));
    let tokens = plan.tokens.iter().map(|index| {
        let index = Literal::usize_unsuffixed(*index);
        quote!(__aws::write_token(serializer, &MEMBERS[#index])?;)
    });
    quote! {
        impl #impl_generics __aws::SerializableStruct for #ident #ty_generics #where_clause {
            fn schema(&self) -> &__aws::Schema<'_> { &SCHEMA }

            fn serialize_members(
                &self,
                serializer: &mut dyn __aws::ShapeSerializer,
            ) -> ::core::result::Result<(), __aws::ShapeError> {
                #(#members)*
                #(#tokens)*
                ::core::result::Result::Ok(())
            }
        }
    }
}

/// Expands to `impl AbstractRequest for SendMessageRequest<'_> { … }`.
fn abstract_request(scope: &Scope<'_>, plan: &Operation) -> TokenStream {
    let ident = &plan.item.ident;
    let (impl_generics, ty_generics, where_clause) = plan.item.generics.split_for_impl();
    let (response, error) = (scope.made(&plan.response), scope.made(&plan.error));
    let client_config = plan.client_config.as_ref().map(|config| {
        let (field, ty) = (&config.field, &config.ty);
        // Under the user's own type, if it is none.
        let value = quote_spanned! {ty.span()=>
            { let config: &dyn __aws::ClientConfig = config; ::core::option::Option::Some(config) }
        };
        let value = if config.optional {
            quote! {
                match &self.#field {
                    ::core::option::Option::Some(config) => #value,
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        } else {
            quote!(match &self.#field { config => #value })
        };
        quote! {
            fn client_config(&self) -> ::core::option::Option<&dyn __aws::ClientConfig> { #value }
        }
    });
    let take_stream = stream_field(plan).map(|field| {
        quote! {
            fn take_stream(&mut self) -> ::core::option::Option<__aws::ByteStream> {
                __aws::StreamField::take(&mut self.#field)
            }
        }
    });
    let put_stream = plan
        .response_stream
        .as_ref()
        .map(|field| quote!(response.#field = ::core::option::Option::unwrap_or_default(stream);));
    let stream = if put_stream.is_some() {
        quote!(stream)
    } else {
        quote!(_stream)
    };
    let mutable = put_stream.is_some().then(|| quote!(mut));
    quote! {
        impl #impl_generics __aws::AbstractRequest for #ident #ty_generics #where_clause {
            type Response = #response;
            type Error = #error;

            fn operation() -> &'static __aws::Operation { &OPERATION }

            #client_config

            #take_stream

            fn read_response(
                reader: &mut dyn __aws::ShapeDeserializer,
                #stream: ::core::option::Option<__aws::ByteStream>,
            ) -> ::core::result::Result<Self::Response, __aws::ShapeError> {
                let #mutable response: Self::Response = __aws::read(reader)?;
                #put_stream
                ::core::result::Result::Ok(response)
            }
        }
    }
}

/// The request's field that is a `ByteStream`.
fn stream_field(plan: &Operation) -> Option<&Ident> {
    plan.bindings
        .iter()
        .find(|binding| binding.stream)
        .map(|binding| &binding.field)
}

/// Expands to:
///
/// ```text
/// pub fn send_message(credentials: &Credentials, region: Region, request: &SendMessageRequest<'_>)
///     -> Call<SendMessageResponse, SendMessageError>
/// ```
///
/// A request with a stream in it is taken by value.
fn function(scope: &Scope<'_>, service: &Service<'_>, plan: &Operation) -> TokenStream {
    let krate = scope.krate;
    let (ident, visibility, function) = (&plan.item.ident, &plan.item.vis, &plan.function);
    let (impl_generics, ty_generics, where_clause) = plan.item.generics.split_for_impl();
    let (response, error) = (scope.made(&plan.response), scope.made(&plan.error));
    let doc = format!("Calls `{}:{}`.", service.name, plan.model.name);
    let more = "Nothing is sent until the call is awaited. A request that cannot be sent is an error then, too.";
    let deprecated = plan.model.deprecated.map(|deprecated| {
        let operation = format!("`{}:{}`", service.name, plan.model.name);
        let note = messages::deprecated(&operation, deprecated.message);
        quote!(#[deprecated(note = #note)])
    });
    let (request_type, call) = if stream_field(plan).is_some() {
        (quote!(#ident #ty_generics), quote!(call_owned))
    } else {
        (quote!(&#ident #ty_generics), quote!(call))
    };
    quote! {
        #[doc = #doc]
        ///
        #[doc = #more]
        #deprecated
        #visibility fn #function #impl_generics (
            credentials: &#krate::Credentials,
            region: #krate::Region,
            request: #request_type,
        ) -> #krate::Call<#response, #error> #where_clause {
            #krate::__private::#call(credentials, region, request)
        }
    }
}

impl Scope<'_> {
    /// A made type's path.
    pub(crate) fn made(&self, ident: &Ident) -> TokenStream {
        let prefix = &self.prefix;
        quote!(#prefix #ident)
    }
}
