//! What a member is made of, as a Rust type and as the marker of its shape.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::Scope;
use crate::plan::{Name, Simple, Type};

impl Scope<'_> {
    /// The type of a field: `::std::vec::Vec<Tag>`.
    pub(crate) fn rust(&self, ty: &Type) -> TokenStream {
        let krate = self.krate;
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
            Type::Enum(_, name) | Type::Structure(_, name) => self.made(name),
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

    /// The path of a type that is made, or of one of the user's.
    pub(crate) fn made(&self, name: &Name) -> TokenStream {
        let ident = &name.ident;
        match (self.inside, &name.module) {
            (None, Some(module)) => quote!(#module::#ident),
            (Some(_), None) => quote!(super::#ident),
            _ => quote!(#ident),
        }
    }

    /// The marker of a structure or an enum, which is the same wherever the shape is named:
    /// `shape::StructureShape<13208967>`.
    pub(crate) fn structure_marker(&self, shape: &str) -> TokenStream {
        let krate = self.krate;
        let marker = self.numbered("StructureShape", shape);
        quote!(#krate::shape::#marker)
    }

    /// The same for an enum.
    pub(crate) fn enum_marker(&self, shape: &str) -> TokenStream {
        let krate = self.krate;
        let marker = self.numbered("EnumShape", shape);
        quote!(#krate::shape::#marker)
    }

    fn numbered(&self, marker: &str, shape: &str) -> TokenStream {
        let marker = format_ident!("{marker}");
        let number = Literal::u64_unsuffixed(number(self.service, shape));
        quote!(#marker<#number>)
    }

    fn rust_or_null(&self, ty: &Type, sparse: bool) -> TokenStream {
        let ty = self.rust(ty);
        if sparse {
            quote!(::core::option::Option<#ty>)
        } else {
            ty
        }
    }

    /// The marker of a shape: `shape::ListShape<shape::StringShape>`.
    pub(crate) fn marker(&self, ty: &Type) -> TokenStream {
        let krate = self.krate;
        let marker = match ty {
            Type::Simple(simple) => match simple {
                Simple::Blob => quote!(BlobShape),
                Simple::Boolean => quote!(BooleanShape),
                Simple::Document => quote!(DocumentShape),
                Simple::Double => quote!(DoubleShape),
                Simple::Float => quote!(FloatShape),
                Simple::Integer => quote!(IntegerShape),
                Simple::Long => quote!(LongShape),
                Simple::StreamingBlob => quote!(StreamingBlobShape),
                Simple::String => quote!(StringShape),
                Simple::Timestamp => quote!(TimestampShape),
            },
            Type::Enum(shape, _) => self.numbered("EnumShape", shape),
            Type::Structure(shape, _) => self.numbered("StructureShape", shape),
            Type::List(element, sparse) => {
                let element = self.marker(element);
                if *sparse {
                    quote!(SparseListShape<#element>)
                } else {
                    quote!(ListShape<#element>)
                }
            }
            Type::Map(value, sparse) => {
                let value = self.marker(value);
                if *sparse {
                    quote!(SparseMapShape<#value>)
                } else {
                    quote!(MapShape<#value>)
                }
            }
        };
        quote!(#krate::shape::#marker)
    }
}

/// The number of a shape: FNV-1a over `service#shape`. Two shapes of one number would have to be
/// used by one program, and one in the place of the other, to do harm.
fn number(service: &str, shape: &str) -> u64 {
    let text = [service, "#", shape];
    let bytes = text.iter().flat_map(|part| part.bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
