//! The grammar of the attributes' arguments. Nothing here returns a `Result`: it reports to the
//! context and carries on, so that all mistakes of a list come out at once.

mod defaults;
mod selection;
mod values;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{LitStr, Meta, Path, Token};

pub(crate) use defaults::Defaults;
pub(crate) use selection::{Answer, Selection};
pub(crate) use values::{flag, key_text, path, text};
use values::{name, paths};

use crate::ctxt::Ctxt;
use crate::messages;

/// A value that may be given once.
#[derive(Clone)]
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

    /// This, else another attribute's.
    fn or(self, other: &Self) -> Self
    where
        T: Clone,
    {
        if self.given { self } else { other.clone() }
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
    /// `#[aws_shape]` inside a connector module, which names the service.
    ModuleShape,
    /// `#[aws_shape(service = "…")]`
    Shape,
}

impl Attribute {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Connector => "aws_connector",
            Self::ModuleOperation | Self::Operation => "aws_operation",
            Self::ModuleShape | Self::Shape => "aws_shape",
        }
    }

    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Connector => &[
                "service",
                "model",
                "protocol",
                "derive",
                "crate",
                "no_implicit_prelude",
            ],
            Self::ModuleOperation => &["operation", "function", "response"],
            Self::Operation => &[
                "service",
                "model",
                "operation",
                "function",
                "response",
                "protocol",
                "derive",
                "crate",
                "no_implicit_prelude",
            ],
            Self::ModuleShape => &["shape"],
            Self::Shape => &["service", "model", "shape", "crate", "no_implicit_prelude"],
        }
    }

    /// Whether it takes settings of the client.
    fn takes_settings(self) -> bool {
        matches!(
            self,
            Self::Connector | Self::ModuleOperation | Self::Operation
        )
    }

    /// All keys that it takes, the settings of the client among them.
    pub(crate) fn all_keys(self) -> Vec<&'static str> {
        let settings = self.takes_settings().then_some(defaults::KEYS);
        [self.keys(), settings.unwrap_or_default()].concat()
    }
}

/// The arguments of one attribute.
#[derive(Default)]
pub(crate) struct Args {
    /// `service = "lambda"`: AWS's name, or the official Rust SDK's.
    pub(crate) service: Slot<LitStr>,
    /// `model = "models/wetter.json"`: a service that the catalog does not have.
    pub(crate) model: Slot<LitStr>,
    /// `operation = "Invoke"`: absent when the item's name says it.
    pub(crate) operation: Slot<LitStr>,
    /// `function = invoke`: the connector function's name.
    pub(crate) function: Slot<Ident>,
    /// `response = { … }`: what is wanted of the answer; all of it when absent.
    pub(crate) response: Slot<Answer>,
    /// `protocol = "awsJson1_1"`: absent when the first that the runtime prefers will do.
    pub(crate) protocol: Slot<LitStr>,
    /// `derive(Clone, Serialize)`: what the generated types derive besides `Debug`.
    pub(crate) derive: Slot<Vec<Path>>,
    /// `crate = path`: where the runtime is, when the dependency was renamed.
    pub(crate) krate: Slot<Path>,
    /// `no_implicit_prelude`: the module that the attribute is in has none.
    pub(crate) no_implicit_prelude: Slot<()>,
    /// `shape = "AttributeValue"`: absent when the item's name says it.
    pub(crate) shape: Slot<LitStr>,
    /// `timeout = "15m"` and others: the client configuration by default.
    pub(crate) defaults: Defaults,
    /// Whether something stands there that could not be read: what is missing may be just that.
    pub(crate) unreadable: bool,
}

impl Args {
    /// Reads what stands between the parentheses.
    pub(crate) fn parse(cx: &Ctxt, attribute: Attribute, tokens: TokenStream) -> Self {
        let mut args = Self::default();
        for tokens in split_at_commas(tokens) {
            match argument.parse2(tokens.clone()) {
                Ok(argument) => args.set(cx, attribute, &argument),
                // What is being typed hides none of the others.
                Err(error) => {
                    let message = messages::unreadable_args(&error);
                    if error.to_string().starts_with("unexpected end of input") {
                        cx.error_at(tokens, message);
                    } else {
                        cx.error_on(error.span(), message);
                    }
                    args.unreadable = true;
                }
            }
        }
        if let Some(attempt) = args.defaults.contradiction() {
            cx.error_at(&attempt.literal, messages::ATTEMPT_ABOVE_TOTAL);
        }
        args
    }

    fn set(&mut self, cx: &Ctxt, attribute: Attribute, argument: &Argument) {
        let path = argument.key();
        let key = key_text(path);
        let keys = attribute.all_keys();
        if !keys.contains(&key.as_str()) {
            let in_module = matches!(
                attribute,
                Attribute::ModuleOperation | Attribute::ModuleShape
            );
            let message = if in_module && matches!(key.as_str(), "service" | "model") {
                messages::no_service_here(&key)
            } else if in_module
                && Attribute::Connector.keys().contains(&key.as_str())
                && key != "protocol"
            {
                messages::key_of_connector(&key)
            } else if attribute == Attribute::ModuleOperation && key == "protocol" {
                messages::NO_PROTOCOL_HERE.to_owned()
            } else {
                messages::unknown_key(attribute.name(), &key, &keys)
            };
            cx.error_at(path, message);
            self.unreadable = true;
            return;
        }
        let meta = match argument {
            Argument::Meta(meta) => meta,
            Argument::Response(path, value) => {
                let answer = Answer::parse(cx, path, value.clone());
                self.response.set(cx, path, answer);
                return;
            }
        };
        match key.as_str() {
            "service" => self
                .service
                .set(cx, path, text(cx, meta, "service = \"sqs\"")),
            "model" => {
                let value = text(cx, meta, "model = \"models/wetter.json\"");
                self.model.set(cx, path, value);
            }
            "operation" => {
                let value = text(cx, meta, "operation = \"SendMessage\"");
                self.operation.set(cx, path, value);
            }
            "function" => self
                .function
                .set(cx, path, name(cx, meta, "function = send_message")),
            "protocol" => {
                let value = text(cx, meta, "protocol = \"awsJson1_0\"");
                self.protocol.set(cx, path, value);
            }
            "derive" => self
                .derive
                .set(cx, path, paths(cx, meta, "derive(Clone, PartialEq)")),
            "crate" => self.krate.set(
                cx,
                path,
                values::path(cx, meta, "crate = my_crate::aws_operation"),
            ),
            "no_implicit_prelude" => {
                let value = flag(cx, meta).then_some(());
                self.no_implicit_prelude.set(cx, path, value);
            }
            "shape" => self
                .shape
                .set(cx, path, text(cx, meta, "shape = \"AttributeValue\"")),
            setting => self.defaults.set(cx, setting, meta),
        }
    }
}

/// One argument, as it stands there.
enum Argument {
    /// `key`, `key = value` or `key(values)`.
    Meta(Meta),
    /// `response = …`, whose value is no expression.
    Response(Path, TokenStream),
}

impl Argument {
    fn key(&self) -> &Path {
        match self {
            Self::Meta(meta) => meta.path(),
            Self::Response(path, _) => path,
        }
    }
}

/// Reads one argument.
fn argument(input: ParseStream<'_>) -> syn::Result<Argument> {
    let ahead = input.fork();
    if let Ok(path) = ahead.call(Path::parse_mod_style)
        && path.is_ident("response")
    {
        input.call(Path::parse_mod_style)?;
        let written = input.parse::<Option<Token![=]>>()?.is_some();
        let value: TokenStream = input.parse()?;
        let value = if written { value } else { TokenStream::new() };
        return Ok(Argument::Response(path, value));
    }
    if input.peek(LitStr) {
        return Err(input.error("expected a key before the text"));
    }
    let meta = input.parse()?;
    if input.is_empty() {
        Ok(Argument::Meta(meta))
    } else if input.peek(Token![:]) {
        Err(input.error("expected `=`"))
    } else {
        Err(input.error("expected `,`"))
    }
}

/// The arguments of a list, each by itself.
pub(crate) fn split_at_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut arguments = vec![TokenStream::new()];
    for tree in tokens {
        match tree {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                arguments.push(TokenStream::new());
            }
            other => arguments
                .last_mut()
                .expect("BUG: there is a first one")
                .extend([other]),
        }
    }
    arguments.retain(|argument| !argument.is_empty());
    arguments
}

/// Where to say that an argument is missing: at those that are there, else at the attribute.
pub(crate) fn span_of_args(tokens: &TokenStream) -> Span {
    if tokens.is_empty() {
        Span::call_site()
    } else {
        tokens.span()
    }
}
