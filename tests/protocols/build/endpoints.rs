//! The calls that the official cases of endpoints name: files of the package beside this one.

use std::fs;

use aws_operation_catalog::{self as catalog, Service};
use serde_json::{Value, json};

use crate::cases::Suite;

/// Where the cases are, by service.
const FOLDER: &str = "../breadth/endpoint_cases";

/// Reads the cases of all services that have calls.
pub(crate) fn read() -> Vec<Suite> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let entries = fs::read_dir(FOLDER).expect("the folder of the cases is there");
    let names = entries.map(|entry| {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_stem().expect("a file has a name");
        name.to_string_lossy().into_owned()
    });
    let mut names: Vec<_> = names.collect();
    names.sort();
    names.iter().filter_map(|name| suite(name)).collect()
}

fn suite(name: &str) -> Option<Suite> {
    let path = format!("{FOLDER}/{name}.jsonl");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let service = catalog::service(name);
    let service = service.unwrap_or_else(|| panic!("no service `{name}`"));
    let mut cases = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let case: Value =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{path}: {error}"));
        for (call, input) in case["calls"].as_array().into_iter().flatten().enumerate() {
            cases.push(json!({
                "id": format!("line_{}_{call}", at + 1),
                "operation": input["operationName"],
                "params": input["operationParams"],
                "endpoint": {
                    "builtIn": input["builtInParams"],
                    "url": with_prefix(service, input, &case["url"]),
                    "auth": case["auth"],
                    "headers": case["headers"],
                    "error": case["error"],
                },
            }));
        }
    }
    if cases.is_empty() {
        return None;
    }
    Some(Suite {
        module: format!("endpoints_{}", name.replace('-', "_")),
        arguments: format!("service = {name:?}"),
        service,
        protocol: None,
        cases,
    })
}

/// The URL that is called: a case's is without what the operation puts before the host. S3 Control's
/// operations put nothing there, since its rules do, and before an endpoint of one's own goes nothing.
fn with_prefix(service: &Service<'_>, input: &Value, url: &Value) -> Value {
    let operation = input["operationName"].as_str().unwrap_or_default();
    let operation = service.operation(operation).expect("an operation");
    let is_own = input["builtInParams"].get("SDK::Endpoint").is_some();
    match (operation.host_prefix, url.as_str()) {
        (Some(prefix), Some(url)) if service.name != "s3control" && !is_own => {
            let mut prefix = prefix.to_owned();
            for (name, value) in input["operationParams"].as_object().into_iter().flatten() {
                let value = value.as_str().unwrap_or_default();
                prefix = prefix.replace(&format!("{{{name}}}"), value);
            }
            url.replacen("://", &format!("://{prefix}"), 1).into()
        }
        _ => url.clone(),
    }
}
