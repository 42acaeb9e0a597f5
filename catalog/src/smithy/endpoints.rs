//! Where a service is, as far as its rules are those that most of AWS's services have.
//!
//! The catalog's own rule sets are read and evaluated when the catalog is written. Here they are
//! only recognised: when every address that a rule set can come to is one of the usual four, then
//! the one without FIPS and without dual stack is where the service is. Whatever else a rule set
//! says, it is not guessed at, and the service has no endpoint but the configured one.

use std::collections::BTreeSet;

use jsonc_parser::ast::Value;

use super::definition::TraitValues;
use super::json::{self, Fault};
use crate::endpoint::{Endpoint, Endpoints};

/// The endpoints of a service with these traits.
pub(super) fn of<'j>(values: &TraitValues<'j>) -> Result<Endpoints<'j>, Fault> {
    let rules = ["smithy.rules#endpointRuleSet", "smithy.rules#endpointBdd"];
    for id in rules {
        let Some(rules) = values.get(id) else {
            continue;
        };
        let mut found = Found::default();
        json::object(rules, &format!("`{id}`"))?;
        found.look_into(rules);
        if let Some(template) = found.usual() {
            let template = String::leak(template);
            return Ok(Endpoints {
                common: Some(Endpoint::Url {
                    template,
                    auth_schemes: Vec::new(),
                }),
                ..Endpoints::default()
            });
        }
    }
    Ok(Endpoints::default())
}

/// What a rule set can come to.
#[derive(Default)]
struct Found<'j> {
    urls: BTreeSet<&'j str>,
    /// Whether it says more of an endpoint than where it is, or finds it in another way.
    special: bool,
}

impl<'j> Found<'j> {
    /// Collects the addresses: whatever stands behind `url`.
    fn look_into(&mut self, value: &'j Value<'j>) {
        match value {
            Value::Array(array) => array
                .elements
                .iter()
                .for_each(|value| self.look_into(value)),
            Value::Object(object) => {
                for entry in &object.properties {
                    match (entry.name.as_str(), &entry.value) {
                        ("url", Value::StringLit(url)) => {
                            self.urls.insert(&url.value);
                        }
                        ("url", url) if !is_custom(url) => self.special = true,
                        ("headers" | "properties", Value::Object(more)) => {
                            self.special |= !more.properties.is_empty();
                        }
                        (_, value) => self.look_into(value),
                    }
                }
            }
            _ => {}
        }
    }

    /// The one address that counts, if all are of the usual kind.
    fn usual(&self) -> Option<String> {
        let host = self
            .urls
            .iter()
            .filter_map(|url| url.strip_prefix("https://")?.split_once(".{Region}."))
            .map(|(host, _)| host.strip_suffix("-fips").unwrap_or(host))
            .next()?;
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        if self.special || !host.bytes().all(is_word) {
            return None;
        }
        let suffixes = ["dnsSuffix", "dualStackDnsSuffix"];
        let address = |fips: &str, suffix: &str| {
            format!("https://{host}{fips}.{{Region}}.{{PartitionResult#{suffix}}}")
        };
        let mut usual = BTreeSet::new();
        for suffix in suffixes {
            usual.extend(["", "-fips"].map(|fips| address(fips, suffix)));
        }
        if !self.urls.iter().all(|url| usual.contains(*url)) {
            return None;
        }
        // A service that only has addresses of both stacks has no others.
        let suffix = suffixes
            .into_iter()
            .find(|suffix| self.urls.contains(address("", suffix).as_str()))?;
        Some(format!("https://{host}.{{region}}.{{{suffix}}}"))
    }
}

/// Whether this is the endpoint that the caller configured: `{"ref": "Endpoint"}`.
fn is_custom(url: &Value<'_>) -> bool {
    let reference = url.as_object().and_then(|object| json::get(object, "ref"));
    reference
        .and_then(Value::as_string_lit)
        .is_some_and(|name| name.value == "Endpoint")
}
