//! The grammar of the attributes' arguments. Nothing here returns a `Result`: it reports to the
//! context and carries on, so that all mistakes of a list come out at once.

use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, ExprLit, Lit, LitStr, Meta, Path, Token};

use crate::ctxt::Ctxt;
use crate::messages;

/// A value that may be given once.
pub(crate) struct Slot<T> {
    given: bool,
    /// `None`, although it was given, when it could not be read.
    value: Option<T>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self {
            given: false,
            value: None,
        }
    }
}

impl<T> Slot<T> {
    fn set(&mut self, cx: &Ctxt, key: &Path, value: Option<T>) {
        if self.given {
            cx.error_at(key, messages::duplicate_key(&key_text(key)));
        } else {
            self.given = true;
            self.value = value;
        }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Whether the key is there, readable or not.
    pub(crate) fn is_given(&self) -> bool {
        self.given
    }
}

/// Which attribute is being read: they share their keys, but not all of them take all.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attribute {
    /// `#[aws_connector(service = "…")]`
    Connector,
    /// `#[aws_operation(…)]` inside a connector module, which names the service.
    ModuleOperation,
    /// `#[aws_operation(service = "…")]`
    Operation,
    /// `#[aws_shape]`
    Shape,
}

impl Attribute {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Connector => "aws_connector",
            Self::ModuleOperation | Self::Operation => "aws_operation",
            Self::Shape => "aws_shape",
        }
    }

    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Connector => &["service", "derive", "crate"],
            Self::ModuleOperation => &["operation", "function"],
            Self::Operation => &["service", "operation", "function", "derive", "crate"],
            Self::Shape => &["shape"],
        }
    }

    /// What the design has and this version has not: said so, instead of "unknown".
    fn later_keys(self) -> &'static [&'static str] {
        match self {
            Self::Connector => &["model", "protocol"],
            Self::ModuleOperation | Self::Operation => &[
                "attempt_timeout",
                "endpoint",
                "max_attempts",
                "model",
                "protocol",
                "response",
                "timeout",
            ],
            Self::Shape => &[],
        }
    }
}

/// The arguments of one attribute.
#[derive(Default)]
pub(crate) struct Args {
    /// `service = "lambda"`: AWS's name, or the official Rust SDK's.
    pub(crate) service: Slot<LitStr>,
    /// `operation = "Invoke"`: absent when the item's name says it.
    pub(crate) operation: Slot<LitStr>,
    /// `function = invoke`: the connector function's name.
    pub(crate) function: Slot<Ident>,
    /// `derive(Clone, Serialize)`: what the generated types derive besides `Debug`.
    pub(crate) derive: Slot<Vec<Path>>,
    /// `crate = path`: where the runtime is, when the dependency was renamed.
    pub(crate) krate: Slot<Path>,
    /// `shape = "AttributeValue"`: absent when the item's name says it.
    pub(crate) shape: Slot<LitStr>,
    /// Whether something stands there that could not be read: what is missing may be just that.
    pub(crate) unreadable: bool,
}

impl Args {
    /// Reads what stands between the parentheses.
    pub(crate) fn parse(cx: &Ctxt, attribute: Attribute, tokens: TokenStream) -> Self {
        let mut args = Self::default();
        let metas = match Punctuated::<Meta, Token![,]>::parse_terminated.parse2(tokens) {
            Ok(metas) => metas,
            Err(error) => {
                cx.error_on(error.span(), messages::unreadable_args(&error));
                args.unreadable = true;
                return args;
            }
        };
        for meta in &metas {
            args.set(cx, attribute, meta);
        }
        args
    }

    fn set(&mut self, cx: &Ctxt, attribute: Attribute, meta: &Meta) {
        let path = meta.path();
        let key = key_text(path);
        if !attribute.keys().contains(&key.as_str()) {
            let message = if attribute == Attribute::ModuleOperation && key == "service" {
                messages::NO_SERVICE_HERE.to_owned()
            } else if attribute.later_keys().contains(&key.as_str()) {
                messages::unsupported_key(attribute.name(), &key)
            } else {
                messages::unknown_key(attribute.name(), &key, attribute.keys())
            };
            cx.error_at(path, message);
            self.unreadable = true;
            return;
        }
        match key.as_str() {
            "service" => self
                .service
                .set(cx, path, text(cx, meta, "service = \"sqs\"")),
            "operation" => {
                let value = text(cx, meta, "operation = \"SendMessage\"");
                self.operation.set(cx, path, value);
            }
            "function" => self
                .function
                .set(cx, path, name(cx, meta, "function = send_message")),
            "derive" => self
                .derive
                .set(cx, path, paths(cx, meta, "derive(Clone, PartialEq)")),
            "crate" => self.krate.set(
                cx,
                path,
                crate_path(cx, meta, "crate = my_crate::aws_operation"),
            ),
            "shape" => self
                .shape
                .set(cx, path, text(cx, meta, "shape = \"AttributeValue\"")),
            other => unreachable!("BUG: `{other}` is listed as a key and not read"),
        }
    }
}

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
fn name(cx: &Ctxt, meta: &Meta, form: &str) -> Option<Ident> {
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

/// The value of `key = some::path`.
fn crate_path(cx: &Ctxt, meta: &Meta, form: &str) -> Option<Path> {
    if let Meta::NameValue(pair) = meta {
        match &pair.value {
            Expr::Path(path) => return Some(path.path.clone()),
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => {
                if let Ok(path) = text.parse() {
                    return Some(path);
                }
            }
            _ => {}
        }
    }
    wrong_form(cx, meta, form)
}

/// The paths in `key(path, path)`.
fn paths(cx: &Ctxt, meta: &Meta, form: &str) -> Option<Vec<Path>> {
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
    cx.error_at(meta, messages::expected_value(&key, &key));
    false
}

fn wrong_form<T>(cx: &Ctxt, meta: &Meta, form: &str) -> Option<T> {
    cx.error_at(meta, messages::expected_value(&key_text(meta.path()), form));
    None
}

/// Where to say that an argument is missing: at those that are there, else at the attribute.
pub(crate) fn span_of_args(tokens: &TokenStream) -> Span {
    if tokens.is_empty() {
        Span::call_site()
    } else {
        tokens.span()
    }
}
