//! Every operation goes through the pipeline, and nothing clashes or panics.

use std::collections::{BTreeMap, BTreeSet};

use aws_operation_catalog::{self as catalog, Operation, Service};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::{messages_of, module_of, parsed, type_names};
use crate::check::words;
use crate::model::is_spoken;
use crate::{expand, names};

/// A request struct that names every member of an operation's input.
fn request(
    service: &'static Service<'static>,
    operation: &Operation<'static>,
) -> (Ident, TokenStream) {
    let ident = format_ident!("{}Request", names::pascal_case(operation.name));
    let input = operation.input.and_then(|name| service.shape(name));
    let members = input.iter().flat_map(|shape| shape.kind.members());
    let fields = members
        .filter(|member| !member.traits.sdk_extra)
        .map(|member| {
            let field = names::ident(&names::snake_case(member.name), Span::call_site());
            let ty: syn::Type =
                syn::parse_str(&words::rust_type(service, member.target, "")).expect("a type");
            if member.required {
                quote!(#field: #ty,)
            } else {
                quote!(#field: Option<#ty>,)
            }
        });
    let item = quote!(pub struct #ident { #(#fields)* });
    (ident, item)
}

/// What became of the operations of some services.
#[derive(Default)]
struct Outcome {
    expanded: usize,
    /// Reasons, and how many operations were refused for each.
    refused: BTreeMap<String, usize>,
}

impl Outcome {
    fn add(&mut self, service: &'static Service<'static>) {
        let operations: Vec<_> = service
            .operation_names()
            .filter_map(|name| service.operation(name))
            .collect();
        let requests = operations.iter().map(|operation| {
            let (_, item) = request(service, operation);
            let name = operation.name;
            quote!(#[aws_operation(operation = #name)] #item)
        });
        let name = service.name;
        let module = quote!(pub mod connector { #(#requests)* });
        let expansion = parsed(&expand::connector(&quote!(service = #name), &module));

        let messages = messages_of(&expansion);
        self.expanded += operations.len() - messages.len();
        for message in messages {
            let reason = message
                .split_once("` ")
                .map_or(message.as_str(), |(_, reason)| reason);
            *self.refused.entry(reason.to_owned()).or_default() += 1;
        }
        let names = type_names(module_of(&expansion));
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(
            names.len(),
            distinct.len(),
            "{name}: {:?}",
            repeated(&names)
        );
    }
}

#[test]
fn every_operation_expands() {
    let services: Vec<_> = catalog::services().collect();
    let part = &|first: usize| {
        let mut outcome = Outcome::default();
        for service in services.iter().skip(first).step_by(2) {
            outcome.add(service);
        }
        outcome
    };
    let [one, mut all] = std::thread::scope(|scope| {
        let halves = [0, 1].map(|first| scope.spawn(move || part(first)));
        halves.map(|half| half.join().expect("every service expands"))
    });
    all.expanded += one.expanded;
    for (reason, count) in one.refused {
        *all.refused.entry(reason).or_default() += count;
    }
    let event_streams =
        "has an event stream, which is not supported by this version of aws-operation";
    let refused = BTreeMap::from([(event_streams.to_owned(), 25)]);
    assert_eq!((all.expanded, all.refused), (19_771, refused));
}

fn repeated(names: &[String]) -> Vec<&String> {
    let mut seen = BTreeSet::new();
    names.iter().filter(|name| !seen.insert(*name)).collect()
}

#[test]
fn every_service_is_spoken_to() {
    let unspoken: Vec<_> = catalog::services()
        .filter(|service| !is_spoken(service))
        .collect();
    assert!(unspoken.is_empty(), "{unspoken:?}");
}
