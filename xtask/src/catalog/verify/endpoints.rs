//! Endpoints: against the rules for every region, and against the official cases.

use aws_operation_catalog::{Endpoint, Partition, Service};
use serde_json::{Value, json};

use super::{Model, Problems, flag, text, texts};
use crate::catalog::rules;

pub(super) fn verify(
    problems: &mut Problems,
    model: &Model,
    service: &Service<'_>,
    partitions: &[Partition<'_>],
) -> Result<(), String> {
    let regions = || {
        let of = |partition| {
            Partition::clone(partition)
                .regions
                .into_iter()
                .map(move |region| (partition, region))
        };
        partitions
            .iter()
            .flat_map(of)
            .filter(|(_, region)| !region.global)
    };
    for (partition, region) in regions() {
        let (outcome, url) = rules::evaluate(&model.rules, region.name, partitions)?;
        let said = match outcome {
            rules::Outcome::Endpoint(_) => Ok(url),
            rules::Outcome::Error(message) => Err(message),
        };
        problems.same(
            &format!("endpoint in {}", region.name),
            &said,
            &read(service, partition, region.name),
        );
    }
    for case in model.endpoint_cases["testCases"]
        .as_array()
        .into_iter()
        .flatten()
    {
        let region = case["params"]["Region"].as_str().unwrap_or_default();
        let Some((partition, region)) = regions().find(|(_, found)| found.name == region) else {
            continue;
        };
        if !is_plain(&case["params"]) {
            continue;
        }
        let expected = &case["expect"];
        let said = match text(&expected["endpoint"], "url") {
            Some(url) => Ok(url.to_owned()),
            None => Err(text(expected, "error").unwrap_or_default().to_owned()),
        };
        let place = format!(
            "official case `{}`",
            text(case, "documentation").unwrap_or_default()
        );
        problems.same(&place, &said, &read(service, partition, region.name));
        if let Some(Endpoint::Url { auth_schemes, .. }) =
            service.endpoints.of(partition.id, region.name)
        {
            let schemes = expected["endpoint"]["properties"]["authSchemes"].as_array();
            let schemes = schemes.map(Vec::as_slice).unwrap_or_default();
            let none = schemes.len() == 1 && auth_schemes.is_empty();
            problems.same(
                &place,
                &schemes.len(),
                &if none { 1 } else { auth_schemes.len() },
            );
            for (at, said) in schemes.iter().enumerate() {
                auth(
                    problems,
                    &place,
                    said,
                    auth_schemes.get(at),
                    service.signing_name,
                    region.name,
                );
            }
        }
    }
    Ok(())
}

/// The case sets nothing but the region.
fn is_plain(params: &Value) -> bool {
    let others = |(key, value): (&String, &Value)| {
        key == "Region" || (key.starts_with("Use") && *value == json!(false))
    };
    params.as_object().into_iter().flatten().all(others)
}

/// The URL that the catalog gives.
fn read(service: &Service<'_>, partition: &Partition<'_>, region: &str) -> Result<String, String> {
    match service.endpoints.of(partition.id, region) {
        Some(Endpoint::Url { template, .. }) => Ok(template
            .replace("{region}", region)
            .replace("{dnsSuffix}", partition.dns_suffix)
            .replace("{dualStackDnsSuffix}", partition.dual_stack_dns_suffix)),
        Some(Endpoint::Error(message)) => Err((*message).to_owned()),
        None => Err("nothing".to_owned()),
    }
}

fn auth(
    problems: &mut Problems,
    place: &str,
    said: &Value,
    read: Option<&aws_operation_catalog::EndpointAuth<'_>>,
    signing_name: &str,
    region: &str,
) {
    problems.keys(
        place,
        said,
        &[
            "disableDoubleEncoding",
            "name",
            "signingName",
            "signingRegion",
            "signingRegionSet",
        ],
    );
    let name = text(said, "signingName").unwrap_or(signing_name);
    let v4a = text(said, "name") == Some("sigv4a");
    let said_region = text(said, "signingRegion").unwrap_or(region);
    let read_name = read
        .and_then(|read| read.signing_name)
        .unwrap_or(signing_name);
    let read_region = read.and_then(|read| read.signing_region).unwrap_or(region);
    problems.same(place, &name, &read_name);
    problems.same(place, &said_region, &read_region);
    problems.same(
        place,
        &flag(said, "disableDoubleEncoding"),
        &read.is_some_and(|read| read.disable_double_encoding),
    );
    problems.same(
        place,
        &text(said, "name"),
        &Some(read.map_or("sigv4", |read| read.scheme)),
    );
    if v4a {
        let read = read.map(|read| read.signing_region_set.clone());
        problems.same(
            place,
            &texts(said, "signingRegionSet"),
            &read.unwrap_or_default(),
        );
    }
}
