//! `#[derive(ToShape)]` and `#[derive(FromShape)]`: a newtype stands for whatever the type inside of
//! it stands for.

use proc_macro2::TokenStream;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Data, DataStruct, DeriveInput, Field, Fields, Generics, Index, Member, Meta, Path,
    Token, Type, parse_quote,
};

use crate::args::{self, flag, key_text};
use crate::ctxt::Ctxt;
use crate::{item, messages};

/// Which of the two traits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trait {
    /// `FromShape`
    From,
    /// `ToShape`
    To,
}

impl Trait {
    fn name(self) -> &'static str {
        match self {
            Self::From => "FromShape",
            Self::To => "ToShape",
        }
    }
}

/// Expands to:
///
/// ```text
/// impl<S> ToShape<S> for QueueUrl where String: ToShape<S> {
///     fn write(&self, to: Writer<'_, '_>) -> Result<(), ShapeError> { <String as ToShape<S>>::write(&self.0, to) }
/// }
/// ```
///
/// With mistakes it is implemented all the same, for every shape: they are not to be said again at
/// each use.
pub(crate) fn derive(which: Trait, input: &TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(input.clone()) {
        Ok(input) => input,
        Err(error) => return error.into_compile_error(),
    };
    let cx = Ctxt::new();
    let krate = krate(&cx, &input.attrs);
    let newtype = Newtype::parse(&cx, which, &input);
    let newtype = match (cx.finish(), newtype) {
        (Ok(()), Some(newtype)) => newtype,
        (Ok(()), None) => unreachable!("BUG: nothing was reported and nothing was found"),
        (Err(mistakes), _) => {
            let error = mistakes.0.into_compile_error();
            let stub = implementation(which, &krate, &input, None, &quote!(loop {}));
            return quote!(#error #stub);
        }
    };
    let body = match which {
        Trait::From => newtype.read(&krate),
        Trait::To => newtype.write(&krate),
    };
    implementation(which, &krate, &input, Some(newtype.inner), &body)
}

fn implementation(
    which: Trait,
    krate: &Path,
    input: &DeriveInput,
    inner: Option<&Type>,
    body: &TokenStream,
) -> TokenStream {
    let ident = &input.ident;
    let (_, ty_generics, _) = input.generics.split_for_impl();
    let mut generics: Generics = input.generics.clone();
    generics.params.push(parse_quote!(__AwsShape));
    if let Some(inner) = inner {
        let bound = match which {
            Trait::From => quote!(#krate::shape::FromShape<__AwsShape>),
            Trait::To => quote!(#krate::shape::ToShape<__AwsShape>),
        };
        let predicates = &mut generics.make_where_clause().predicates;
        predicates.push(parse_quote!(#inner: #bound));
    }
    let (impl_generics, _, where_clause) = generics.split_for_impl();
    // Without mistakes the variables are used.
    let unused = inner.is_none().then(|| quote!(#[allow(unused_variables)]));
    match which {
        Trait::From => quote! {
            #[automatically_derived]
            impl #impl_generics #krate::shape::FromShape<__AwsShape> for #ident #ty_generics #where_clause {
                #unused
                fn read(
                    from: #krate::shape::Reader<'_, '_>,
                ) -> ::core::result::Result<Self, #krate::shape::ShapeError> {
                    #body
                }
            }
        },
        Trait::To => quote! {
            #[automatically_derived]
            impl #impl_generics #krate::shape::ToShape<__AwsShape> for #ident #ty_generics #where_clause {
                #unused
                fn write(
                    &self,
                    to: #krate::shape::Writer<'_, '_>,
                ) -> ::core::result::Result<(), #krate::shape::ShapeError> {
                    #body
                }
            }
        },
    }
}

/// A struct around one value.
struct Newtype<'a> {
    fields: &'a Fields,
    /// The field that holds the value, as an index.
    value: usize,
    /// Its type.
    inner: &'a Type,
}

impl<'a> Newtype<'a> {
    fn parse(cx: &Ctxt, which: Trait, input: &'a DeriveInput) -> Option<Self> {
        let fields = match &input.data {
            Data::Struct(DataStruct { fields, .. }) => fields,
            Data::Enum(data) => {
                cx.error_at(data.enum_token, messages::newtype_enum(which.name()));
                return None;
            }
            Data::Union(data) => {
                cx.error_at(
                    data.union_token,
                    messages::newtype_of(which.name(), "a union"),
                );
                return None;
            }
        };
        let values: Vec<(usize, &Field)> = fields
            .iter()
            .enumerate()
            .filter(|(_, field)| !is_filled(cx, field))
            .collect();
        match values[..] {
            [(value, field)] => Some(Self {
                fields,
                value,
                inner: &field.ty,
            }),
            [] => {
                let message = messages::newtype_of(which.name(), "one without a field");
                cx.error_at(&input.ident, message);
                None
            }
            [_, (_, second), ..] => {
                cx.error_at(second, messages::newtype_several(which.name()));
                None
            }
        }
    }

    fn write(&self, krate: &Path) -> TokenStream {
        let inner = self.inner;
        let member = match self.fields.iter().nth(self.value) {
            Some(Field {
                ident: Some(ident), ..
            }) => Member::Named(ident.clone()),
            _ => Member::Unnamed(Index::from(self.value)),
        };
        quote!(<#inner as #krate::shape::ToShape<__AwsShape>>::write(&self.#member, to))
    }

    fn read(&self, krate: &Path) -> TokenStream {
        let values = self.fields.iter().enumerate().map(|(index, field)| {
            let ty = &field.ty;
            let value = if index == self.value {
                quote!(<#ty as #krate::shape::FromShape<__AwsShape>>::read(from)?)
            } else {
                quote!(<#ty as ::core::default::Default>::default())
            };
            match &field.ident {
                Some(ident) => quote!(#ident: #value),
                None => value,
            }
        });
        let this = if let Fields::Named(_) = self.fields {
            quote!(Self { #(#values),* })
        } else {
            quote!(Self(#(#values),*))
        };
        quote!(::core::result::Result::Ok(#this))
    }
}

/// Whether a field does not hold the value: it is a `PhantomData`, or marked `#[aws(skip)]`.
fn is_filled(cx: &Ctxt, field: &Field) -> bool {
    let mut skipped = item::is_named(&field.ty, "PhantomData");
    for meta in ours(cx, &field.attrs) {
        if key_text(meta.path()) == "skip" {
            skipped |= flag(cx, &meta);
        } else {
            let message = messages::unknown_key("aws", &key_text(meta.path()), &["skip"]);
            cx.error_at(meta.path(), message);
        }
    }
    skipped
}

/// Where the runtime is: `#[aws(crate = path)]` says it, when the dependency was renamed.
fn krate(cx: &Ctxt, attributes: &[Attribute]) -> Path {
    let mut krate = None;
    for meta in ours(cx, attributes) {
        if key_text(meta.path()) != "crate" {
            let message = messages::unknown_key("aws", &key_text(meta.path()), &["crate"]);
            cx.error_at(meta.path(), message);
        } else if krate.is_some() {
            cx.error_at(meta.path(), messages::duplicate_key("crate"));
        } else {
            krate = args::path(cx, &meta, "crate = my_crate::aws_operation");
        }
    }
    krate.unwrap_or_else(|| parse_quote!(::aws_operation))
}

/// What stands in `#[aws(…)]`.
fn ours(cx: &Ctxt, attributes: &[Attribute]) -> Vec<Meta> {
    let mut ours = Vec::new();
    for attribute in attributes.iter().filter(|found| item::is_ours(found)) {
        match attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) {
            Ok(metas) => ours.extend(metas),
            Err(error) => cx.push(error),
        }
    }
    ours
}
