//! Endpoints: against the rules for every region, and against the official cases.

use aws_operation_catalog::{Endpoint, Partition, Service};
use serde_json::Value;

use super::{Model, Problems, flag, text, texts};
use crate::catalog::rules::{self, Outcome};

/// A URL and how to sign for it, or why there is none.
type Said = Result<(String, Vec<Signing>), String>;

/// One authentication scheme, with nothing left to a default.
#[derive(Debug, PartialEq)]
struct Signing {
    scheme: String,
    name: String,
    region: String,
    region_set: Vec<String>,
    disable_double_encoding: bool,
}

pub(super) fn verify(
    problems: &mut Problems,
    model: &Model,
    service: &Service<'_>,
    partitions: &[Partition<'_>],
) -> Result<(), String> {
    for partition in partitions {
        for region in partition.regions.iter().filter(|region| !region.global) {
            let region = region.name;
            let (outcome, url) = rules::evaluate(&model.rules, region, partitions)?;
            let said = by_the_rules(outcome, url, service, region);
            problems.same(
                &format!("endpoint in {region}"),
                &said,
                &read(service, partition, region),
            );
            for case in model.endpoint_cases["testCases"]
                .as_array()
                .into_iter()
                .flatten()
            {
                if is_about(&case["params"], region) {
                    let place = format!(
                        "official case `{}`",
                        text(case, "documentation").unwrap_or_default()
                    );
                    let said = by_the_case(&case["expect"], service, region);
                    problems.same(&place, &said, &read(service, partition, region));
                }
            }
        }
    }
    Ok(())
}

/// The case sets nothing but this region.
fn is_about(params: &Value, region: &str) -> bool {
    let others = |(key, value): (&String, &Value)| {
        key == "Region" || (key.starts_with("Use") && *value == false)
    };
    params["Region"] == region && params.as_object().into_iter().flatten().all(others)
}

fn by_the_rules(outcome: Outcome, url: String, service: &Service<'_>, region: &str) -> Said {
    let found = match outcome {
        Outcome::Endpoint(found) => found,
        Outcome::Error(message) => return Err(message),
    };
    let auth = found.auth.into_iter().map(|auth| Signing {
        scheme: auth.scheme,
        name: auth.name.unwrap_or_else(|| service.signing_name.to_owned()),
        region: auth.region.unwrap_or_else(|| region.to_owned()),
        region_set: auth.region_set,
        disable_double_encoding: auth.disable_double_encoding,
    });
    Ok((url, or_plain(auth.collect(), service, region)))
}

fn by_the_case(expect: &Value, service: &Service<'_>, region: &str) -> Said {
    let endpoint = &expect["endpoint"];
    let Some(url) = text(endpoint, "url") else {
        return Err(text(expect, "error").unwrap_or_default().to_owned());
    };
    let schemes = endpoint["properties"]["authSchemes"]
        .as_array()
        .into_iter()
        .flatten();
    let auth = schemes.map(|scheme| Signing {
        scheme: text(scheme, "name").unwrap_or_default().to_owned(),
        name: text(scheme, "signingName")
            .unwrap_or(service.signing_name)
            .to_owned(),
        region: text(scheme, "signingRegion").unwrap_or(region).to_owned(),
        region_set: texts(scheme, "signingRegionSet")
            .into_iter()
            .map(str::to_owned)
            .collect(),
        disable_double_encoding: flag(scheme, "disableDoubleEncoding"),
    });
    Ok((url.to_owned(), or_plain(auth.collect(), service, region)))
}

/// What the catalog gives.
fn read(service: &Service<'_>, partition: &Partition<'_>, region: &str) -> Said {
    let (template, schemes) = match service.endpoints.of(partition.id, region) {
        Some(Endpoint::Url {
            template,
            auth_schemes,
        }) => (template, auth_schemes),
        Some(Endpoint::Error(message)) => return Err((*message).to_owned()),
        None => return Err("nothing".to_owned()),
    };
    let url = template
        .replace("{region}", region)
        .replace("{dnsSuffix}", partition.dns_suffix)
        .replace("{dualStackDnsSuffix}", partition.dual_stack_dns_suffix);
    let auth = schemes.iter().map(|auth| Signing {
        scheme: auth.scheme.to_owned(),
        name: auth.signing_name.unwrap_or(service.signing_name).to_owned(),
        region: auth.signing_region.unwrap_or(region).to_owned(),
        region_set: auth
            .signing_region_set
            .iter()
            .map(|region| (*region).to_owned())
            .collect(),
        disable_double_encoding: auth.disable_double_encoding,
    });
    Ok((url, or_plain(auth.collect(), service, region)))
}

/// Nothing said is `sigv4` with the service's name and the region.
fn or_plain(auth: Vec<Signing>, service: &Service<'_>, region: &str) -> Vec<Signing> {
    if !auth.is_empty() {
        return auth;
    }
    vec![Signing {
        scheme: "sigv4".to_owned(),
        name: service.signing_name.to_owned(),
        region: region.to_owned(),
        region_set: Vec::new(),
        disable_double_encoding: false,
    }]
}
