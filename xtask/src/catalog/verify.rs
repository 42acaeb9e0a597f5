//! The round trip: reads a file of the catalog and holds it against botocore's model, fact by fact.
//!
//! It shares nothing with the converter, on purpose, and says again in its own way what each key means. It goes both
//! ways: a fact of the model that the reader does not give back is a problem, and so is one that the model does not
//! have; the catalog's structs are put together whole and compared, so that a new field cannot be forgotten. A key that it does
//! not know is a problem, too.

mod metadata;
mod operations;
mod rule_sets;
mod shapes;

use std::collections::BTreeMap;
use std::fmt::Debug;

use aws_operation_catalog::Service;
use serde_json::Value;

use super::rule_sets::RuleSets;

/// What differs, in one service.
pub(crate) struct Problems {
    service: String,
    found: Vec<String>,
}

impl Problems {
    /// Notes a difference.
    fn same<T: PartialEq + Debug>(&mut self, place: &str, said: &T, read: &T) {
        if said != read {
            let service = &self.service;
            self.found.push(format!(
                "{service} {place}: the model says {said:?}, the catalog {read:?}"
            ));
        }
    }

    /// Notes keys that nobody here knows.
    fn keys(&mut self, place: &str, value: &Value, known: &[&str]) {
        for key in value.as_object().into_iter().flat_map(|map| map.keys()) {
            if !known.contains(&key.as_str()) {
                self.found
                    .push(format!("{} {place}: unknown key `{key}`", self.service));
            }
        }
    }
}

/// The facts of a service, as botocore's files have them.
struct Model {
    main: Value,
    extras: Value,
    paginators: Value,
    waiters: Value,
    rules: Value,
}

/// Holds the text of a service against botocore's files of it.
pub(crate) fn service(
    name: &str,
    text: &str,
    files: &BTreeMap<String, Vec<u8>>,
    sets: &RuleSets,
) -> Result<(), String> {
    let parse = |bytes: Option<&Vec<u8>>| match bytes {
        Some(bytes) => serde_json::from_slice(bytes).map_err(|error| format!("{name}: {error}")),
        None => Ok(Value::Null),
    };
    let model = Model {
        main: parse(files.get("service-2.json"))?,
        extras: parse(files.get("service-2.sdk-extras.json"))?["merge"].take(),
        paginators: with_extras(
            parse(files.get("paginators-1.json"))?["pagination"].take(),
            &parse(files.get("paginators-1.sdk-extras.json"))?["merge"]["pagination"],
        ),
        waiters: parse(files.get("waiters-2.json"))?["waiters"].take(),
        rules: parse(files.get("endpoint-rule-set-1.json"))?,
    };
    let service = Service::parse(text).map_err(|error| format!("{name}.txt: {error}"))?;
    let mut problems = Problems {
        service: name.to_owned(),
        found: Vec::new(),
    };

    metadata::verify(&mut problems, &model, &service);
    operations::verify(&mut problems, &model, &service);
    shapes::verify(&mut problems, &model, &service);
    rule_sets::verify(&mut problems, &model, &service, sets)?;
    if problems.found.is_empty() {
        Ok(())
    } else {
        Err(problems.found.join("\n"))
    }
}

/// Pages' extras: keys of operations, all of them lists.
fn with_extras(mut paginators: Value, extras: &Value) -> Value {
    for (operation, extra) in extras.as_object().into_iter().flatten() {
        for (key, value) in extra.as_object().into_iter().flatten() {
            paginators[operation][key] = value.clone();
        }
    }
    paginators
}

/// A string; absent where it is none.
fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

fn flag(value: &Value, key: &str) -> bool {
    value.get(key) == Some(&Value::Bool(true))
}

/// A list of strings, or one string, or nothing.
fn texts<'a>(value: &'a Value, key: &str) -> Vec<&'a str> {
    match value.get(key) {
        Some(Value::String(one)) => vec![one],
        several => several
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect(),
    }
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, value)| (key.as_str(), value))
}
