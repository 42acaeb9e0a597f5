//! Looks up what the user named in the catalog of AWS's models.

use aws_operation_catalog::{self as catalog, AuthScheme, Operation, Protocol};
use proc_macro2::Ident;
use syn::LitStr;

use crate::ctxt::Ctxt;
use crate::messages;
use crate::plan::Auth;
use crate::suggest::nearest;

/// The protocols that the runtime speaks, first the one to choose.
///
/// CBOR before JSON: it is never slower for the caller, and more than twice as fast with blobs
/// (`cargo bench -p aws-operation-tests --bench formats`).
const SUPPORTED: [Protocol; 7] = [
    Protocol::RpcV2Cbor,
    Protocol::AwsJson1_0,
    Protocol::AwsJson1_1,
    Protocol::RestJson,
    Protocol::RestXml,
    Protocol::AwsQuery,
    Protocol::Ec2Query,
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

impl Found {
    /// The output shape, if the operation has one.
    pub(crate) fn output(&self) -> Option<&'static catalog::Shape<'static>> {
        self.service.shape(self.operation.output?)
    }

    /// Takes the protocol that the user asks for, if there is one.
    pub(crate) fn speak(&mut self, protocol: Option<Protocol>) {
        self.protocol = protocol.unwrap_or(self.protocol);
    }
}

/// Finds a service by AWS's name for it, or by the official Rust SDK's.
///
/// What is wrong or refused is reported, and what was probably meant comes back all the same: code
/// that uses what is made from it shall have no errors of its own.
pub(crate) fn service(cx: &Ctxt, name: &LitStr) -> Option<Service> {
    let wanted = name.value();
    let Some(service) = catalog::service(&wanted) else {
        let names: Vec<&str> = catalog::service_names().collect();
        cx.error_at(name, messages::unknown_service(&wanted, &names));
        return nearest(&wanted, names).and_then(catalog::service);
    };
    check_spoken(cx, service, name);
    Some(service)
}

/// Refuses a service, at the place where it is named, of which the runtime speaks no protocol.
pub(crate) fn check_spoken(cx: &Ctxt, service: Service, place: &LitStr) {
    if !is_spoken(service) {
        let protocol = service.protocols.first();
        let protocol = protocol.map_or("no protocol", |protocol| protocol.as_str());
        cx.error_at(
            place,
            messages::protocol_unsupported(service.name, protocol),
        );
    }
}

/// Whether the runtime speaks a protocol of the service.
pub(crate) fn is_spoken(service: Service) -> bool {
    protocol(service).is_some()
}

/// The protocol that the user asks for, of those that the service offers.
pub(crate) fn named_protocol(cx: &Ctxt, service: Service, name: &LitStr) -> Option<Protocol> {
    let wanted = name.value();
    let offered: Vec<&str> = service
        .protocols
        .iter()
        .map(|offer| offer.as_str())
        .collect();
    let found = service
        .protocols
        .iter()
        .copied()
        .find(|offer| offer.as_str() == wanted);
    match found {
        Some(found) => return Some(found),
        None if Protocol::ALL.iter().any(|known| known.as_str() == wanted) => {
            let message = messages::protocol_not_offered(&wanted, service.name, &offered);
            cx.error_at(name, message);
        }
        None => {
            let message = messages::unknown_protocol(&wanted, service.name, &offered);
            cx.error_at(name, message);
        }
    }
    None
}

fn protocol(service: Service) -> Option<Protocol> {
    SUPPORTED
        .into_iter()
        .find(|protocol| service.protocols.contains(protocol))
}

/// Finds the operation that a request stands for: the one named, else the one that the struct's
/// name says (`SynthesizeSpeechRequest` → `SynthesizeSpeech`). When there is none of that name, what
/// comes back after the report is the one that was probably meant.
pub(crate) fn operation(
    cx: &Ctxt,
    service: Service,
    explicit: Option<&LitStr>,
    item: &Ident,
) -> Option<Found> {
    let names = || service.operation_names().collect::<Vec<_>>();
    let item_name = item.to_string();
    let wanted = explicit.map_or_else(|| stem(&item_name).to_owned(), LitStr::value);
    let place: &dyn quote::ToTokens = match explicit {
        Some(explicit) => explicit,
        None => item,
    };
    let Some(operation) = service.operation(&wanted) else {
        let message = if explicit.is_some() {
            messages::unknown_operation(service.name, &wanted, &names())
        } else {
            messages::operation_not_in_name(service.name, &item_name, &wanted, &names())
        };
        cx.error_at(place, message);
        let meant = service.operation(nearest(&wanted, names())?)?;
        let unheard = Ctxt::new();
        let found = supported(&unheard, service, meant, place);
        drop(unheard.finish());
        return Some(found);
    };
    Some(supported(cx, service, operation, place))
}

/// What a request's name says without its ending.
pub(crate) fn stem(item: &str) -> &str {
    match item.strip_suffix("Request") {
        Some(stem) if !stem.is_empty() => stem,
        _ => item,
    }
}

/// Refuses what this version cannot do, by name.
///
/// What is refused is planned all the same, so that its types are there and one mistake is one
/// error.
fn supported(
    cx: &Ctxt,
    service: Service,
    operation: Operation<'static>,
    place: &dyn quote::ToTokens,
) -> Found {
    let full_name = format!("{}:{}", service.name, operation.name);
    let refuse = |what: &str| cx.error_at(place, messages::trait_unsupported(&full_name, what));
    let auth = auth(service, &operation);
    if auth.is_none() {
        refuse("is signed with SigV4a only");
    }
    if service.has_event_stream(&operation) {
        refuse("has an event stream");
    }
    Found {
        service,
        protocol: protocol(service).unwrap_or(SUPPORTED[0]),
        auth: auth.unwrap_or(Auth::None),
        operation,
    }
}

/// The first scheme of the operation, else of the service, that the runtime can do.
fn auth(service: Service, operation: &Operation<'_>) -> Option<Auth> {
    let schemes = if operation.auth.is_empty() {
        &service.auth
    } else {
        &operation.auth
    };
    let takes_token = schemes.contains(&AuthScheme::HttpBearer);
    schemes.iter().find_map(|scheme| match scheme {
        AuthScheme::HttpBearer if schemes.contains(&AuthScheme::SigV4) => None,
        AuthScheme::HttpBearer => Some(Auth::Bearer),
        AuthScheme::NoAuth => Some(Auth::None),
        AuthScheme::SigV4 if operation.unsigned_payload => Some(Auth::SigV4UnsignedPayload),
        AuthScheme::SigV4 if takes_token => Some(Auth::SigV4OrBearer),
        AuthScheme::SigV4 => Some(Auth::SigV4),
        // Every operation that takes it takes SigV4, too.
        AuthScheme::SigV4a => None,
    })
}
