//! Looks up what the user named in the catalog of AWS's models.

use aws_operation_catalog::{self as catalog, AuthScheme, Operation, Protocol};
use proc_macro2::Ident;
use syn::LitStr;

use crate::ctxt::Ctxt;
use crate::messages;
use crate::plan::Auth;

/// The protocols that the runtime speaks, first the one to choose.
const SUPPORTED: [Protocol; 3] = [
    Protocol::AwsJson1_0,
    Protocol::AwsJson1_1,
    Protocol::RestXml,
];

/// A service of the catalog, which lives as long as the compiler.
pub(crate) type Service = &'static catalog::Service<'static>;

/// An operation, and how to call it.
pub(crate) struct Found {
    pub(crate) service: Service,
    pub(crate) operation: Operation<'static>,
    pub(crate) protocol: Protocol,
    pub(crate) auth: Auth,
}

/// Finds a service by AWS's name for it, or by the official Rust SDK's.
pub(crate) fn service(cx: &Ctxt, name: &LitStr) -> Option<Service> {
    let wanted = name.value();
    let found = catalog::service(&wanted);
    if found.is_none() {
        let names: Vec<&str> = catalog::service_names().collect();
        cx.error_at(name, messages::unknown_service(&wanted, &names));
    }
    found
}

/// Finds the operation that a request stands for: the one named, else the one that the struct's
/// name says (`SynthesizeSpeechRequest` → `SynthesizeSpeech`).
pub(crate) fn operation(
    cx: &Ctxt,
    service: Service,
    named: Option<&LitStr>,
    item: &Ident,
) -> Option<Found> {
    let names = || service.operation_names().collect::<Vec<_>>();
    let operation = match named {
        Some(named) => {
            let wanted = named.value();
            let found = service.operation(&wanted);
            if found.is_none() {
                cx.error_at(
                    named,
                    messages::unknown_operation(service.name, &wanted, &names()),
                );
            }
            found?
        }
        None => {
            let item_name = item.to_string();
            let guess = stem(&item_name);
            let found = service.operation(guess);
            if found.is_none() {
                let message =
                    messages::operation_not_in_name(service.name, &item_name, guess, &names());
                cx.error_at(item, message);
            }
            found?
        }
    };
    let place: &dyn quote::ToTokens = match named {
        Some(named) => named,
        None => item,
    };
    supported(cx, service, operation, place)
}

/// What a request's name says without its ending.
pub(crate) fn stem(item: &str) -> &str {
    match item.strip_suffix("Request") {
        Some(stem) if !stem.is_empty() => stem,
        _ => item,
    }
}

/// Refuses what this version cannot do, by name.
fn supported(
    cx: &Ctxt,
    service: Service,
    operation: Operation<'static>,
    place: &dyn quote::ToTokens,
) -> Option<Found> {
    let full_name = format!("{}:{}", service.name, operation.name);
    let protocol = SUPPORTED
        .into_iter()
        .find(|protocol| service.protocols.contains(protocol));
    let auth = auth(service, &operation);
    if protocol.is_none() {
        let spoken = service
            .protocols
            .first()
            .map_or("no protocol", |protocol| protocol.as_str());
        cx.error_at(place, messages::protocol_unsupported(service.name, spoken));
    }
    if auth.is_none() {
        let what = "is not signed with SigV4";
        cx.error_at(place, messages::trait_unsupported(&full_name, what));
    }
    if has_event_stream(service, &operation) {
        cx.error_at(
            place,
            messages::trait_unsupported(&full_name, "has an event stream"),
        );
    }
    if operation.discovered_endpoint == Some(true) {
        let what = "needs endpoint discovery";
        cx.error_at(place, messages::trait_unsupported(&full_name, what));
    }
    if operation
        .host_prefix
        .is_some_and(|prefix| prefix.contains('{'))
    {
        let what = "fills members into the host (`hostLabel`)";
        cx.error_at(place, messages::trait_unsupported(&full_name, what));
    }
    Some(Found {
        service,
        protocol: protocol?,
        auth: auth?,
        operation,
    })
}

/// The first scheme of the operation, else of the service, that the runtime can do.
fn auth(service: Service, operation: &Operation<'_>) -> Option<Auth> {
    let schemes = if operation.auth.is_empty() {
        &service.auth
    } else {
        &operation.auth
    };
    schemes.iter().find_map(|scheme| match scheme {
        AuthScheme::NoAuth => Some(Auth::None),
        AuthScheme::SigV4 if operation.unsigned_payload => Some(Auth::SigV4UnsignedPayload),
        AuthScheme::SigV4 => Some(Auth::SigV4),
        AuthScheme::HttpBearer | AuthScheme::SigV4a => None,
    })
}

/// Whether a member of the input or the output is a stream of events.
fn has_event_stream(service: Service, operation: &Operation<'_>) -> bool {
    [operation.input, operation.output]
        .into_iter()
        .flatten()
        .any(|name| {
            service.shape(name).is_some_and(|shape| {
                shape.kind.members().any(|member| {
                    service.shape(member.target).is_some_and(|target| {
                        target.traits.streaming
                            && matches!(target.kind, catalog::ShapeKind::Union(_))
                    })
                })
            })
        })
}
