//! The request: the user's struct, its traits and its function.

use aws_operation_catalog::Service;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::block::Block;
use super::{Scope, member, operation, response};
use crate::messages;
use crate::plan::Operation;

/// Expands to the struct as the user wrote it, its implementations, and its function.
pub(crate) fn all(scope: &Scope<'_>, service: &Service<'_>, plan: &Operation) -> TokenStream {
    let item = &plan.item;
    let function = function(scope, service, plan);
    let place = format!("{}:{}", scope.service, plan.model.name);
    let mut block = Block::new(&plan.cfg);
    let schema = block.schema(&plan.input);
    let statics = operation::statics(scope, service, plan, &schema);
    let checks = plan
        .bindings
        .iter()
        .map(|binding| member::writable(scope, &place, &plan.input, binding));
    let deprecations = plan.bindings.iter().map(member::deprecation);
    let serializable = serializable(plan, &schema);
    let answer = response::check(scope, &place, plan);
    let request = abstract_request(scope, plan);
    block.add(quote!(#statics #(#checks)* #(#deprecations)* #answer #serializable #request));
    let block = block.print(scope);
    quote!(#item #block #function)
}

/// Expands to `impl SerializableStruct for SendMessageRequest<'_> { … }`.
fn serializable(plan: &Operation, schema: &TokenStream) -> TokenStream {
    let ident = &plan.item.ident;
    let (impl_generics, ty_generics, where_clause) = plan.item.generics.split_for_impl();
    let members = plan
        .bindings
        .iter()
        .map(|binding| member::write(&plan.input, binding));
    let filled = plan.filled.iter().map(|(index, filled)| {
        let write = member::fill(*index, *filled);
        quote!(#write;)
    });
    quote! {
        #[automatically_derived]
        impl #impl_generics __aws::SerializableStruct for #ident #ty_generics #where_clause {
            fn schema(&self) -> &__aws::Schema<'_> { #schema }

            fn serialize_members(
                &self,
                serializer: &mut dyn __aws::ShapeSerializer,
            ) -> ::core::result::Result<(), __aws::ShapeError> {
                let mut members = __aws::Members::new(serializer, #schema);
                #(#members)*
                #(#filled)*
                members.end()
            }
        }
    }
}

/// Expands to `impl AbstractRequest for SendMessageRequest<'_> { … }`.
fn abstract_request(scope: &Scope<'_>, plan: &Operation) -> TokenStream {
    let ident = &plan.item.ident;
    let (impl_generics, ty_generics, where_clause) = plan.item.generics.split_for_impl();
    let (response, error) = (response::ty(scope, plan), scope.made(&plan.error));
    let read = response::read(plan);
    let client_config = plan.client_config.as_ref().map(|config| {
        let (field, ty) = (&config.field, &config.ty);
        // Under the user's own type, if it is none; the variable is of the same place as its use.
        let found = quote!(&self.#field);
        let value = if config.optional {
            quote_spanned! {ty.span()=>
                match #found {
                    ::core::option::Option::Some(config) => {
                        let config: &dyn __aws::ClientConfig = config;
                        ::core::option::Option::Some(config)
                    }
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        } else {
            quote_spanned! {ty.span()=>
                { let config: &dyn __aws::ClientConfig = #found; ::core::option::Option::Some(config) }
            }
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
    let repeatable = stream_field(plan).is_none().then(|| {
        quote! {
            #[automatically_derived]
            impl #impl_generics __aws::Repeatable for #ident #ty_generics #where_clause {}
        }
    });
    quote! {
        #repeatable

        #[automatically_derived]
        impl #impl_generics __aws::AbstractRequest for #ident #ty_generics #where_clause {
            type Response = #response;
            type Error = #error;

            fn operation() -> &'static __aws::Operation { &__AWS_OPERATION }

            #client_config

            #take_stream

            fn read_response(
                reader: &mut dyn __aws::ShapeDeserializer,
                stream: ::core::option::Option<__aws::ByteStream>,
            ) -> ::core::result::Result<Self::Response, __aws::ShapeError> {
                #read
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
    let (response, error) = (response::ty(scope, plan), scope.made(&plan.error));
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
    let cfg = &plan.cfg;
    quote! {
        #(#cfg)*
        #[doc = #doc]
        ///
        #[doc = #more]
        #deprecated
        // Who calls through a `Connector` has no use for it. In a `macro_rules!` rustc would say so.
        #[allow(dead_code)]
        #visibility fn #function #impl_generics (
            credentials: &#krate::Credentials,
            region: #krate::Region,
            request: #request_type,
        ) -> #krate::Call<#response, #error> #where_clause {
            #krate::__private::#call(credentials, region, request)
        }
    }
}
