//! What a member is made of, as a Rust type and as the marker of its shape.

use proc_macro2::TokenStream;
use quote::quote;

use super::Scope;
use crate::plan::{Simple, Type};

impl Scope<'_> {
    /// The type of a field: `::std::vec::Vec<Tag>`.
    pub(crate) fn rust(&self, ty: &Type) -> TokenStream {
        let (krate, prefix) = (self.krate, &self.prefix);
        match ty {
            Type::Simple(simple) => match simple {
                Simple::Blob => quote!(#krate::Blob),
                Simple::Boolean => quote!(::core::primitive::bool),
                Simple::Document => quote!(#krate::Document),
                Simple::Double => quote!(::core::primitive::f64),
                Simple::Float => quote!(::core::primitive::f32),
                Simple::Integer => quote!(::core::primitive::i32),
                Simple::Long => quote!(::core::primitive::i64),
                Simple::StreamingBlob => quote!(#krate::ByteStream),
                Simple::String => quote!(::std::string::String),
                Simple::Timestamp => quote!(#krate::DateTime),
            },
            Type::Enum(ident) | Type::Structure(ident) => quote!(#prefix #ident),
            Type::List(element, sparse) => {
                let element = self.rust_or_null(element, *sparse);
                quote!(::std::vec::Vec<#element>)
            }
            Type::Map(value, sparse) => {
                let value = self.rust_or_null(value, *sparse);
                quote!(::std::collections::HashMap<::std::string::String, #value>)
            }
        }
    }

    fn rust_or_null(&self, ty: &Type, sparse: bool) -> TokenStream {
        let ty = self.rust(ty);
        if sparse {
            quote!(::core::option::Option<#ty>)
        } else {
            ty
        }
    }

    /// The marker of a shape: `shape::List<shape::Structure<Tag>>`.
    pub(crate) fn marker(&self, ty: &Type) -> TokenStream {
        let (krate, prefix) = (self.krate, &self.prefix);
        let marker = match ty {
            Type::Simple(simple) => match simple {
                Simple::Blob => quote!(Blob),
                Simple::Boolean => quote!(Boolean),
                Simple::Document => quote!(Document),
                Simple::Double => quote!(Double),
                Simple::Float => quote!(Float),
                Simple::Integer => quote!(Integer),
                Simple::Long => quote!(Long),
                Simple::StreamingBlob => quote!(StreamingBlob),
                Simple::String => quote!(String),
                Simple::Timestamp => quote!(Timestamp),
            },
            Type::Enum(ident) => quote!(Enum<#prefix #ident>),
            Type::Structure(ident) => quote!(Structure<#prefix #ident>),
            Type::List(element, sparse) => {
                let element = self.marker(element);
                if *sparse {
                    quote!(SparseList<#element>)
                } else {
                    quote!(List<#element>)
                }
            }
            Type::Map(value, sparse) => {
                let value = self.marker(value);
                if *sparse {
                    quote!(SparseMap<#value>)
                } else {
                    quote!(Map<#value>)
                }
            }
        };
        quote!(#krate::shape::#marker)
    }
}
