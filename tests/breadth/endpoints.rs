//! AWS's own cases of endpoints: all of them, on the rules that the macro has compiled.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use aws_operation::__private::{ParameterValue, ResolvedEndpoint, Service, resolve_endpoint};
use serde::Deserialize;
use serde_json::Value;

use crate::services;

/// A line of a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    #[serde(default)]
    params: BTreeMap<String, Value>,
    url: Option<String>,
    #[serde(default)]
    auth: Vec<Auth>,
    #[serde(default)]
    headers: BTreeMap<String, Vec<String>>,
    error: Option<String>,
    /// The same by calls of operations, which `tests/protocols` makes.
    #[serde(default, rename = "calls")]
    _calls: Vec<Value>,
}

/// How to sign, in the words of the cases.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Auth {
    name: String,
    signing_name: Option<String>,
    signing_region: Option<String>,
    #[serde(default)]
    signing_region_set: Vec<String>,
    #[serde(default)]
    disable_double_encoding: bool,
}

/// The cases of a service.
fn cases(service: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("endpoint_cases");
    let path = folder.join(format!("{service}.jsonl"));
    let text = fs::read_to_string(&path).expect("every service has cases");
    let read = |line| serde_json::from_str(line).expect("a case");
    text.lines().map(read).collect()
}

#[test]
fn every_case_of_the_rules() {
    let (mut passed, mut faults) = (0, String::new());
    for sampled in services::all() {
        let service = (sampled.service)();
        for (at, case) in cases(sampled.name).iter().enumerate() {
            match compare(service, case) {
                Ok(()) => passed += 1,
                Err(fault) => {
                    let _ = writeln!(faults, "{}:{}: {fault}", sampled.name, at + 1);
                }
            }
        }
    }
    println!("{passed} endpoint cases passed");
    assert!(faults.is_empty(), "{faults}");
    assert_eq!(passed, 14_589);
}

fn compare(service: &Service, case: &Case) -> Result<(), String> {
    let parameter = |name: &'static str, _: &'static str| {
        Some(match case.params.get(name)? {
            Value::Bool(value) => ParameterValue::Boolean(*value),
            Value::String(text) => ParameterValue::Text(text.into()),
            Value::Array(texts) => {
                let texts = texts.iter().filter_map(Value::as_str);
                ParameterValue::Texts(texts.map(str::to_owned).collect())
            }
            other => panic!("a parameter {other}"),
        })
    };
    let found = resolve_endpoint(&service.endpoint_rules, parameter);
    match (found, &case.error) {
        (Err(said), Some(expected)) if said == *expected => Ok(()),
        (Ok(Some(found)), None) if is_expected(&found, case) => Ok(()),
        (found, _) => Err(format!("{found:?} is not {case:?}")),
    }
}

fn is_expected(found: &ResolvedEndpoint, case: &Case) -> bool {
    let headers = found.headers.iter();
    let headers: BTreeMap<_, _> = headers
        .map(|(name, value)| ((*name).to_owned(), vec![value.clone()]))
        .collect();
    let auth = found.auth_schemes.iter().map(|auth| Auth {
        name: auth.scheme.to_owned(),
        signing_name: auth.signing_name.clone(),
        signing_region: auth.signing_region.clone(),
        signing_region_set: auth.signing_region_set.clone(),
        disable_double_encoding: auth.disable_double_encoding,
    });
    Some(&found.url) == case.url.as_ref()
        && headers == case.headers
        && auth.collect::<Vec<_>>() == case.auth
}
