//! The values of arguments: each is read, or it is said how it is written.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, LitStr, Meta, Path, Token};

use crate::ctxt::Ctxt;
use crate::messages;

/// A path as the user wrote it, for comparison with the keys.
pub(crate) fn key_text(path: &Path) -> String {
    let names: Vec<String> = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    names.join("::")
}

/// The value of `key = "text"`.
pub(crate) fn text(cx: &Ctxt, meta: &Meta, form: &str) -> Option<LitStr> {
    if let Meta::NameValue(pair) = meta
        && let Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) = &pair.value
    {
        return Some(text.clone());
    }
    wrong_form(cx, meta, form)
}

/// The value of `key = name`, or of `key = "name"`.
pub(super) fn name(cx: &Ctxt, meta: &Meta, form: &str) -> Option<Ident> {
    if let Meta::NameValue(pair) = meta {
        match &pair.value {
            Expr::Path(path) if path.path.get_ident().is_some() => {
                return path.path.get_ident().cloned();
            }
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => {
                if let Ok(ident) = text.parse() {
                    return Some(ident);
                }
            }
            _ => {}
        }
    }
    wrong_form(cx, meta, form)
}

/// The value of `key = some::path`, or of `key = "some::path"`.
pub(crate) fn path(cx: &Ctxt, meta: &Meta, form: &str) -> Option<Path> {
    let mut value = match meta {
        Meta::NameValue(pair) => Some(&pair.value),
        _ => None,
    };
    // What a `macro_rules!` passed on comes in an invisible group.
    while let Some(Expr::Group(group)) = value {
        value = Some(&group.expr);
    }
    match value {
        Some(Expr::Path(path)) => return Some(path.path.clone()),
        Some(Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        })) => {
            if let Ok(path) = text.parse() {
                return Some(path);
            }
        }
        _ => {}
    }
    wrong_form(cx, meta, form)
}

/// The paths in `key(path, path)`.
pub(super) fn paths(cx: &Ctxt, meta: &Meta, form: &str) -> Option<Vec<Path>> {
    if let Meta::List(list) = meta
        && let Ok(paths) = list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
    {
        return Some(paths.into_iter().collect());
    }
    wrong_form(cx, meta, form)
}

/// Nothing: the key stands alone.
pub(crate) fn flag(cx: &Ctxt, meta: &Meta) -> bool {
    if matches!(meta, Meta::Path(_)) {
        return true;
    }
    let key = key_text(meta.path());
    cx.error_at(meta, messages::flag_with_value(&key));
    false
}

fn wrong_form<T>(cx: &Ctxt, meta: &Meta, form: &str) -> Option<T> {
    cx.error_at(meta, messages::expected_value(&key_text(meta.path()), form));
    None
}
