//! Completions: rust-analyzer completes what it takes for a path. So when it is the one who expands,
//! the keys, the members of a selection and the names of fields as they are being typed come out a
//! second time, before all else, in `use` declarations whose modules have in them what may be
//! written there. For the compiler there is none of that.

use std::sync::OnceLock;

use aws_operation_catalog::{Member, Service, ShapeKind};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::ext::IdentExt;

use crate::args::{Answer, Args, Attribute, Selection, split_at_commas};
use crate::check::{Request, words};
use crate::item::Role;
use crate::names;

/// Whether it is an editor that is going to see the expansion.
pub(crate) fn is_editor() -> bool {
    static IS_EDITOR: OnceLock<bool> = OnceLock::new();
    *IS_EDITOR.get_or_init(|| {
        let process = std::env::current_exe();
        let name = process.as_ref().ok().and_then(|path| path.file_stem());
        name.is_some_and(|name| name.to_string_lossy().starts_with("rust-analyzer"))
    })
}

/// Completions for the keys of an attribute's arguments.
pub(crate) fn keys(attribute: Attribute, tokens: &TokenStream) -> TokenStream {
    if !is_editor() {
        return TokenStream::new();
    }
    let choices = attribute.all_keys().into_iter().filter_map(|key| {
        // No item is called `crate`.
        let name: Ident = syn::parse_str(key).ok()?;
        Some(Choice {
            shown: quote!(pub fn #name() {}),
            name,
        })
    });
    let arguments = split_at_commas(tokens.clone()).into_iter();
    let written = arguments.filter_map(|argument| match argument.into_iter().next() {
        Some(TokenTree::Ident(key)) => Some(key),
        _ => None,
    });
    place(&choices.collect::<Vec<_>>(), written, &TokenStream::new())
}

/// Completions for the fields of a request, and for what is selected of its answer.
pub(crate) fn members(request: &Request, args: &Args) -> TokenStream {
    if !is_editor() {
        return TokenStream::new();
    }
    let service = request.found.service;
    let members = request.input.iter().flat_map(|shape| shape.kind.members());
    let fields = request.item.fields.iter();
    let fields =
        fields.filter(|field| matches!(&field.role, Role::Member(keys) if keys.member.is_none()));
    let written = fields.map(|field| &field.ident).chain(&request.item.unread);
    let fields = place(
        &choices(service, members),
        written.cloned(),
        &TokenStream::new(),
    );
    let answer = match (args.response.get(), request.found.operation.output) {
        (Some(Answer::Selected(selection)), Some(output)) => selected(service, output, selection),
        _ => TokenStream::new(),
    };
    quote!(#fields #answer)
}

/// Completions for a selection, and for those inside of it.
fn selected(service: &Service<'static>, target: &str, selection: &Selection) -> TokenStream {
    let Some(shape) = service.shape(target) else {
        return TokenStream::new();
    };
    // What is selected of a list or a map is selected of what it holds.
    if let ShapeKind::List(held) | ShapeKind::Map { value: held, .. } = &shape.kind {
        return selected(service, held.target, selection);
    }
    let inner = selection.members.iter().filter_map(|selected| {
        let name = selected.name.unraw().to_string();
        let mut members = shape.kind.members();
        let member = members.find(|member| names::snake_case(member.name) == name)?;
        Some((member.target, selected.inner.as_ref()?))
    });
    let inner = inner.map(|(target, inner)| self::selected(service, target, inner));
    let written = selection
        .members
        .iter()
        .map(|selected| selected.name.clone());
    place(
        &choices(service, shape.kind.members()),
        written,
        &inner.collect(),
    )
}

/// Something that may be written.
struct Choice {
    name: Ident,
    /// The function of that name, whose documentation is shown.
    shown: TokenStream,
}

/// The members of a structure; the documentation says what a field's type would be.
fn choices<'m>(
    service: &Service<'static>,
    members: impl Iterator<Item = &'m Member<'static>>,
) -> Vec<Choice> {
    let members = members.filter(|member| !member.traits.sdk_extra);
    let choice = |member: &Member<'static>| {
        let name = names::ident(&names::snake_case(member.name), Span::call_site());
        let ty = words::rust_type(service, member.target, "");
        let constraints = words::constraints(service, member);
        let doc = if constraints.is_empty() {
            format!("`{ty}`")
        } else {
            format!("`{ty}`: {constraints}")
        };
        Choice {
            shown: quote!(#[doc = #doc] pub fn #name() {}),
            name,
        }
    };
    members.map(choice).collect()
}

/// Expands to:
///
/// ```text
/// const _: () = { mod place { pub fn queue_url() {} … use self::{mess as _}; } };
/// ```
///
/// What is written rightly is left out: a definition of it is elsewhere, or nowhere.
fn place(
    choices: &[Choice],
    written: impl Iterator<Item = Ident>,
    inner: &TokenStream,
) -> TokenStream {
    let wrong = written.filter(|written| {
        let mut choices = choices.iter();
        choices.all(|choice| choice.name.unraw() != written.unraw())
    });
    let wrong: Vec<Ident> = wrong.collect();
    let shown = choices.iter().map(|choice| &choice.shown);
    quote! {
        const _: () = {
            mod place {
                #(#shown)*
                #inner
                use self::{#(#wrong as _),*};
            }
        };
    }
}
