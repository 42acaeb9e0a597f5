//! What `response = …` says: the members that are wanted, or a type of the user's own.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::Path;
use syn::ext::IdentExt;
use syn::parse::Parser;

use super::split_at_commas;
use crate::ctxt::Ctxt;
use crate::messages;

/// The value of `response`.
pub(crate) enum Answer {
    /// `response = { items { id, name }, next_token }`
    Selected(Selection),
    /// `response = MyType`
    Type(Path),
}

/// The members that are wanted of a structure or union, in the user's order.
#[derive(Clone)]
pub(crate) struct Selection {
    /// The members, each once.
    pub(crate) members: Vec<Selected>,
    /// Where the braces are.
    pub(crate) span: Span,
}

/// A member that is wanted.
#[derive(Clone)]
pub(crate) struct Selected {
    /// Its name, as a field's.
    pub(crate) name: Ident,
    /// What is wanted of it; absent when all of it is.
    pub(crate) inner: Option<Selection>,
}

impl Answer {
    /// Reads what stands behind `response =`.
    pub(super) fn parse(cx: &Ctxt, key: &Path, value: TokenStream) -> Option<Self> {
        let mut trees = value.clone().into_iter();
        if let (Some(TokenTree::Group(group)), None) = (trees.next(), trees.next())
            && group.delimiter() == Delimiter::Brace
        {
            let selection = Selection::parse(cx, group.span(), group.stream());
            return Some(Self::Selected(selection));
        }
        let path = Path::parse_mod_style.parse2(value.clone());
        if let Ok(path) = path {
            return Some(Self::Type(path));
        }
        let message = messages::expected_value("response", messages::RESPONSE_FORM);
        if value.is_empty() {
            cx.error_at(key, message);
        } else {
            cx.error_at(value, message);
        }
        None
    }
}

impl Selection {
    /// Reads what stands between braces: `a, b { c }`.
    fn parse(cx: &Ctxt, span: Span, tokens: TokenStream) -> Self {
        let mut members: Vec<Selected> = Vec::new();
        for tokens in split_at_commas(tokens) {
            let Some(selected) = Selected::parse(cx, tokens) else {
                continue;
            };
            let name = selected.name.unraw();
            if members.iter().any(|member| member.name.unraw() == name) {
                cx.error_at(&selected.name, messages::duplicate_key(&name.to_string()));
            } else {
                members.push(selected);
            }
        }
        Self { members, span }
    }
}

impl Selected {
    /// Reads `name` or `name { … }`.
    fn parse(cx: &Ctxt, tokens: TokenStream) -> Option<Self> {
        let mut trees = tokens.clone().into_iter();
        match (trees.next(), trees.next(), trees.next()) {
            (Some(TokenTree::Ident(name)), None, None) => Some(Self { name, inner: None }),
            (Some(TokenTree::Ident(name)), Some(TokenTree::Group(group)), None)
                if group.delimiter() == Delimiter::Brace =>
            {
                let inner = Selection::parse(cx, group.span(), group.stream());
                Some(Self {
                    name,
                    inner: Some(inner),
                })
            }
            _ => {
                cx.error_at(tokens, messages::SELECTION_FORM);
                None
            }
        }
    }
}
