//! Which operations: some of every service, always the same ones.

use std::collections::BTreeSet;

use aws_operation_catalog::{self as catalog, Operation, Service};

use crate::write;

pub(crate) struct Sampled {
    pub(crate) service: &'static Service<'static>,
    pub(crate) operations: Vec<Operation<'static>>,
}

/// One operation of every service, and one more wherever it brings a kind of member, in a place of
/// the HTTP message, that no other has in that protocol.
pub(crate) fn sample() -> Vec<Sampled> {
    let mut seen = BTreeSet::new();
    catalog::services()
        .map(|service| {
            let mut able: Vec<_> = service
                .operation_names()
                .filter_map(|name| service.operation(name))
                .filter(|operation| !service.has_event_stream(operation))
                .filter(|operation| write::can(service, operation))
                .collect();
            let first = hash(service.name) % able.len().max(1);
            able.rotate_left(first);
            let operations = able
                .into_iter()
                .enumerate()
                .filter(|(at, operation)| {
                    let mut is_new = *at == 0;
                    for feature in features(service, operation) {
                        is_new |= seen.insert(feature);
                    }
                    is_new
                })
                .map(|(_, operation)| operation)
                .collect();
            Sampled {
                service,
                operations,
            }
        })
        .collect()
}

/// What the top-level members of input and output are, and where they travel.
fn features(service: &Service<'static>, operation: &Operation<'_>) -> BTreeSet<String> {
    let protocol = service
        .protocols
        .first()
        .map_or("", |protocol| protocol.as_str());
    let mut features = BTreeSet::from([format!("{protocol} {:?}", operation.auth)]);
    for (side, name) in [("input", operation.input), ("output", operation.output)] {
        let members = name.and_then(|name| service.shape(name));
        for member in members.iter().flat_map(|shape| shape.kind.members()) {
            let Some(target) = service.shape(member.target) else {
                continue;
            };
            let place = member.traits.http.map(|http| format!("{http:?}"));
            let place = place.as_deref().unwrap_or("Body");
            // `Header("x-amz-…")`: the place counts, and not the name.
            let place = place.split('(').next().unwrap_or_default();
            let kind = target.kind.keyword();
            let required = if member.required { "required" } else { "" };
            features.insert(format!("{protocol} {side} {place} {kind} {required}"));
        }
    }
    features
}

/// FNV-1a: by chance, but the same everywhere.
fn hash(name: &str) -> usize {
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    usize::try_from(hash).unwrap_or_default()
}
