//! What is emitted for an operation that could not be found: the item as it was written, and typed
//! stubs, so that the code which uses them has no errors of its own.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use crate::check::request::Made;
use crate::item::Declaration;

/// Expands to the struct, its function, that it is a request, and the answer's and the error's names;
/// the names in a module of their own for a single operation.
pub(crate) fn operation(
    krate: &Path,
    item: &Declaration,
    made: &Made,
    single: bool,
) -> TokenStream {
    let Made {
        function,
        response,
        error,
    } = made;
    let (ident, visibility) = (&item.ident, &item.vis);
    let (impl_generics, ty_generics, where_clause) = item.generics.split_for_impl();
    let types = quote! {
        #[allow(missing_docs, unreachable_pub)]
        #[derive(::core::fmt::Debug, ::core::default::Default)]
        pub struct #response;
        #[allow(missing_docs, unreachable_pub)]
        pub type #error = #krate::Error;
    };
    let (types, prefix) = if single {
        (
            quote!(#[allow(missing_docs)] #visibility mod #function { #types }),
            quote!(#function::),
        )
    } else {
        (types, TokenStream::new())
    };
    quote! {
        #item
        #types
        const _: () = {
            use #krate::__private as __aws;

            impl #impl_generics __aws::SerializableStruct for #ident #ty_generics #where_clause {
                fn schema(&self) -> &__aws::Schema<'_> { loop {} }

                fn serialize_members(
                    &self,
                    _: &mut dyn __aws::ShapeSerializer,
                ) -> ::core::result::Result<(), __aws::ShapeError> {
                    loop {}
                }
            }

            impl #impl_generics __aws::Repeatable for #ident #ty_generics #where_clause {}

            impl #impl_generics __aws::AbstractRequest for #ident #ty_generics #where_clause {
                type Response = #prefix #response;
                type Error = #prefix #error;

                fn operation() -> &'static __aws::Operation { loop {} }

                fn read_response(
                    _: &mut dyn __aws::ShapeDeserializer,
                    _: ::core::option::Option<__aws::ByteStream>,
                ) -> ::core::result::Result<Self::Response, __aws::ShapeError> {
                    loop {}
                }
            }
        };
        #[allow(missing_docs, unused_variables)]
        #visibility fn #function #impl_generics (
            credentials: &#krate::Credentials,
            region: #krate::Region,
            request: &#ident #ty_generics,
        ) -> #krate::Call<#prefix #response, #prefix #error> #where_clause {
            loop {}
        }
    }
}
