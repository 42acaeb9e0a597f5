//! The pipeline: arguments and item → model → check → plan → emit.
//!
//! Every stage reports all the mistakes it finds. After a stage with mistakes the next ones go on as
//! far as they can, but say nothing: what the user wrote is emitted in any case, with as much of what
//! is made from it as is known, so that one mistake is one error.

use aws_operation_catalog::Protocol;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Item, parse_quote};

use crate::args::{self, Args, Attribute};
use crate::check::request::Made;
use crate::check::{self, Request, Source};
use crate::connector;
use crate::ctxt::{Ctxt, Mistakes};
use crate::item::Struct;
use crate::model::Service;
use crate::plan::Settings;
use crate::{emit, fallback, ide, incomplete, messages, model, model_file};

/// `#[aws_operation(service = "…")]` on a struct.
pub(crate) fn operation(tokens: &TokenStream, item: &TokenStream) -> TokenStream {
    let item = match incomplete::item(item) {
        Ok(item) => item,
        Err(error) => return unreadable(item, &error),
    };
    let attribute = Attribute::Operation;
    let (mut named, mut protocol, mut tracked) = (None, None, TokenStream::new());
    let keys = ide::keys(attribute, tokens);
    let (outcome, mistakes) = request(attribute, tokens.clone(), item, &mut |cx, args| {
        tracked = model_file::tracked(args.model.get());
        named = service(cx, args, tokens);
        protocol = named_protocol(cx, args, named);
        named
    });
    let expansion = match (outcome, named) {
        (Outcome::Checked(mut request, args), Some(service)) => {
            request.found.speak(protocol);
            let cx = Ctxt::new();
            let completions = ide::members(&request, &args);
            let plan = check::connector(
                &cx,
                Source {
                    settings: settings(&args),
                    single: true,
                    service,
                    requests: vec![*request],
                    user_types: Vec::new(),
                    types: Vec::new(),
                    functions: Vec::new(),
                    refused: Vec::new(),
                },
            );
            let late = cx.finish().err();
            let made = emit::plan(&plan);
            with_errors(
                &quote!(#keys #completions #made),
                combined([mistakes, late]),
            )
        }
        (outcome, _) => {
            let made = outcome.without_model();
            with_errors(&quote!(#keys #made), combined([mistakes]))
        }
    };
    quote!(#expansion #tracked)
}

/// `#[aws_connector(service = "…")]` on a module.
pub(crate) fn connector(tokens: &TokenStream, item: &TokenStream) -> TokenStream {
    let cx = Ctxt::new();
    let keys = ide::keys(Attribute::Connector, tokens);
    let args = Args::parse(&cx, Attribute::Connector, tokens.clone());
    let module = connector::parse(&cx, item);
    let mistakes = cx.finish().err();
    let Some(module) = module else {
        return with_errors(item, combined([mistakes]));
    };
    let cx = Ctxt::new();
    let service = service(&cx, &args, tokens);
    let misnamed = cx.finish().err();
    let cx = Ctxt::new();
    let protocol = named_protocol(&cx, &args, service);
    let unspoken = cx.finish().err();
    let tracked = model_file::tracked(args.model.get());
    let (module, errors) = connector::expand(module, &args, service, protocol);
    // The operations of a wrong service are wrong for that reason alone.
    let errors = misnamed.or(errors);
    with_errors(
        &quote!(#keys #module #tracked),
        combined([mistakes, unspoken, errors]),
    )
}

/// `#[aws_shape(service = "…")]` on a type outside of connectors.
pub(crate) fn shape(tokens: &TokenStream, item: &TokenStream) -> TokenStream {
    let parsed = match incomplete::item(item) {
        Ok(parsed) => parsed,
        Err(error) => return unreadable(item, &error),
    };
    let cx = Ctxt::new();
    let keys = ide::keys(Attribute::Shape, tokens);
    let read = connector::shape(&cx, Attribute::Shape, tokens.clone(), parsed);
    let service = match &read {
        Ok((_, args)) if args.service.is_given() || args.model.is_given() => {
            service(&cx, args, tokens)
        }
        Ok(_) => {
            cx.error_on(args::span_of_args(tokens), messages::SHAPE_OUTSIDE);
            None
        }
        Err(_) => None,
    };
    let mut mistakes = cx.finish().err();
    let (Ok((user_type, args)), Some(service)) = (read, service) else {
        return with_errors(&quote!(#keys #item), combined([mistakes]));
    };
    let cx = Ctxt::new();
    let plan = check::shape(&cx, settings(&args), service, user_type);
    keep_first(&mut mistakes, cx);
    let (shape, tracked) = (emit::plan(&plan), model_file::tracked(args.model.get()));
    with_errors(&quote!(#keys #shape #tracked), combined([mistakes]))
}

/// An item of which not even the head can be read.
fn unreadable(item: &TokenStream, error: &syn::Error) -> TokenStream {
    let error = syn::Error::new(error.span(), messages::unreadable_item(error));
    with_errors(item, Some(error))
}

/// What came of one request.
pub(crate) enum Outcome {
    /// It was held against the model, with or without mistakes.
    Checked(Box<Request>, Box<Args>),
    /// It never came so far.
    Unknown(Box<Struct>, Box<Args>),
    /// It is no struct.
    Foreign(Box<Item>),
}

/// Takes one request through the stages.
pub(crate) fn request(
    attribute: Attribute,
    tokens: TokenStream,
    item: Item,
    service: &mut dyn FnMut(&Ctxt, &Args) -> Option<Service>,
) -> (Outcome, Option<Mistakes>) {
    let cx = Ctxt::new();
    let args = Args::parse(&cx, attribute, tokens);
    let foreign = item.clone();
    let Some(item) = Struct::parse(&cx, attribute, item) else {
        return (Outcome::Foreign(Box::new(foreign)), cx.finish().err());
    };
    let service = service(&cx, &args);
    let mut mistakes = cx.finish().err();

    let cx = Ctxt::new();
    let found = service
        .and_then(|service| model::operation(&cx, service, args.operation.get(), &item.item.ident));
    keep_first(&mut mistakes, cx);
    let Some(found) = found else {
        return (Outcome::Unknown(Box::new(item), Box::new(args)), mistakes);
    };

    let cx = Ctxt::new();
    let in_module = attribute == Attribute::Operation;
    let half_typed = item.half_typed;
    let mut request = check::request::check(&cx, found, &args, item, in_module);
    if half_typed || mistakes.is_some() {
        request.forget_members();
    }
    keep_first(&mut mistakes, cx);
    request.broken = half_typed || mistakes.is_some() || !model::is_spoken(request.found.service);
    (
        Outcome::Checked(Box::new(request), Box::new(args)),
        mistakes,
    )
}

/// Ends a stage. What it found counts if no stage before it found anything.
fn keep_first(mistakes: &mut Option<Mistakes>, cx: Ctxt) {
    let found = cx.finish().err();
    if mistakes.is_none() {
        *mistakes = found;
    }
}

impl Outcome {
    /// What is emitted when nothing is known of the operation.
    fn without_model(self) -> TokenStream {
        match self {
            Self::Foreign(item) => item.into_token_stream(),
            Self::Unknown(item, args) => {
                let made = Made::of(&item.item.ident, &args);
                fallback::operation(&krate(&args), &item.item, &made, true)
            }
            Self::Checked(request, _) => request.item.item.into_token_stream(),
        }
    }
}

/// Looks up the service that the arguments name.
fn service(cx: &Ctxt, args: &Args, tokens: &TokenStream) -> Option<Service> {
    if args.model.is_given() {
        let unreadable = args.service.is_given() && args.service.get().is_none();
        let file = args.model.get().filter(|_| !unreadable)?;
        return model_file::service(cx, file, args.service.get());
    }
    match args.service.get() {
        Some(name) => model::service(cx, name),
        None if args.service.is_given() || args.unreadable => None,
        None => {
            cx.error_on(args::span_of_args(tokens), messages::SERVICE_MISSING);
            None
        }
    }
}

/// What the arguments say of everything that is made.
pub(crate) fn settings(args: &Args) -> Settings {
    Settings {
        krate: krate(args),
        derives: args.derive.get().cloned().unwrap_or_default(),
        has_tools: !args.no_implicit_prelude.is_given(),
        defaults: args.defaults.clone(),
    }
}

/// Looks up the protocol that the arguments name.
fn named_protocol(cx: &Ctxt, args: &Args, service: Option<Service>) -> Option<Protocol> {
    model::named_protocol(cx, service?, args.protocol.get()?)
}

/// Where the runtime is.
pub(crate) fn krate(args: &Args) -> syn::Path {
    args.krate
        .get()
        .cloned()
        .unwrap_or_else(|| parse_quote!(::aws_operation))
}

/// All mistakes as one error, which the compiler shows as several.
pub(crate) fn combined(mistakes: impl IntoIterator<Item = Option<Mistakes>>) -> Option<syn::Error> {
    mistakes
        .into_iter()
        .flatten()
        .map(|Mistakes(error)| error)
        .reduce(|mut all, error| {
            all.combine(error);
            all
        })
}

fn with_errors(tokens: &TokenStream, error: Option<syn::Error>) -> TokenStream {
    let error = error.map(|error| error.to_compile_error());
    quote!(#tokens #error)
}
