//! A service's endpoints for every region, told in as few lines as will do.

use std::collections::BTreeMap;

use aws_operation_catalog::{Endpoint, EndpointAuth, Endpoints, Partition};
use serde_json::Value;

use super::rules::{self, Auth, Found, Outcome};

/// What the rules say, with the region's partition: one entry for each real region of each partition.
pub(crate) struct Evaluated<'p> {
    regions: Vec<(&'p str, &'p str, Outcome)>,
}

/// Evaluates a service's rules for every real region.
pub(crate) fn evaluate<'p>(
    rules: &Value,
    signing_name: &str,
    partitions: &'p [Partition<'p>],
) -> Result<Evaluated<'p>, String> {
    let mut regions = Vec::new();
    for partition in partitions {
        for region in partition.regions.iter().filter(|region| !region.global) {
            let (outcome, _) = rules::evaluate(rules, region.name, partitions)?;
            regions.push((partition.id, region.name, plain(outcome, signing_name)));
        }
    }
    Ok(Evaluated { regions })
}

/// Leaves out what is so anyway: the service's own signing name, and `sigv4` when nothing is said about it.
fn plain(mut outcome: Outcome, signing_name: &str) -> Outcome {
    if let Outcome::Endpoint(Found { auth, .. }) = &mut outcome {
        for auth in auth.iter_mut() {
            auth.name.take_if(|name| name == signing_name);
        }
        let sigv4 =
            |auth: &Auth| auth.scheme == "sigv4" && auth.name.is_none() && auth.region.is_none();
        if matches!(&auth[..], [only] if sigv4(only) && !only.disable_double_encoding) {
            auth.clear();
        }
    }
    outcome
}

impl Evaluated<'_> {
    /// Says it in lines: what most regions have in common, then partitions that differ, then regions that differ.
    pub(crate) fn lines(&self) -> Endpoints<'_> {
        let common =
            most_frequent(self.regions.iter().map(|(_, _, outcome)| outcome)).filter(|common| {
                // One host for a whole partition is not what a region has that nobody knows yet.
                let mut having = self
                    .regions
                    .iter()
                    .filter(|(_, _, outcome)| outcome == *common)
                    .map(|(id, _, _)| id);
                let first = having.next();
                having.any(|id| Some(id) != first)
            });
        let mut endpoints = Endpoints {
            common: common.map(endpoint),
            ..Endpoints::default()
        };
        let mut ids: Vec<&str> = self.regions.iter().map(|(id, _, _)| *id).collect();
        ids.dedup();
        for id in ids {
            let within = || self.regions.iter().filter(|(found, _, _)| *found == id);
            let most = most_frequent(within().map(|(_, _, outcome)| outcome));
            if let Some(most) = most.filter(|most| Some(*most) != common) {
                endpoints.partitions.push((id, endpoint(most)));
            }
            for (_, region, outcome) in within().filter(|(_, _, outcome)| Some(outcome) != most) {
                endpoints.regions.push((*region, endpoint(outcome)));
            }
        }
        endpoints
    }
}

/// Of several that are as frequent, the one that comes first in the order of templates.
fn most_frequent<'a>(outcomes: impl Iterator<Item = &'a Outcome>) -> Option<&'a Outcome> {
    let mut counts: BTreeMap<&Outcome, usize> = BTreeMap::new();
    for outcome in outcomes {
        *counts.entry(outcome).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(outcome, _)| outcome)
}

fn endpoint(outcome: &Outcome) -> Endpoint<'_> {
    let Found { template, auth } = match outcome {
        Outcome::Endpoint(found) => found,
        Outcome::Error(message) => return Endpoint::Error(message),
    };
    let auth = auth.iter().map(|auth| EndpointAuth {
        scheme: &auth.scheme,
        signing_name: auth.name.as_deref(),
        signing_region: auth.region.as_deref(),
        signing_region_set: auth.region_set.iter().map(String::as_str).collect(),
        disable_double_encoding: auth.disable_double_encoding,
    });
    Endpoint::Url {
        template,
        auth_schemes: auth.collect(),
    }
}
