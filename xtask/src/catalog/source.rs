//! One service's files, as far as they are read.

use serde_json::{Map, Value};

use super::fields::object;

/// Marks a member that botocore adds to AWS's model.
pub(crate) const SDK_EXTRA: &str = "aws-operation:sdkExtra";

/// A service's files, merged.
pub(crate) struct Source {
    /// The directory's name, which is the command line's.
    pub(crate) name: String,
    /// The Rust SDK's name.
    pub(crate) sdk_name: String,
    /// `service-2.json` with `service-2.sdk-extras.json`.
    pub(crate) model: Value,
    /// The inside of `paginators-1.json` with `paginators-1.sdk-extras.json`.
    pub(crate) paginators: Value,
    /// The inside of `waiters-2.json`.
    pub(crate) waiters: Value,
    /// `endpoint-rule-set-1.json`.
    pub(crate) rules: Value,
}

impl Source {
    /// Reads a service; `file` gives the content of a file of its directory, if there is one.
    pub(crate) fn read<'a>(
        name: &str,
        file: impl Fn(&str) -> Option<&'a [u8]>,
    ) -> Result<Self, String> {
        let read = |file_name: &str| {
            let parse = |bytes: &[u8]| {
                serde_json::from_slice(bytes)
                    .map_err(|error| format!("{name}/{file_name}: {error}"))
            };
            file(file_name).map(parse).transpose()
        };
        let mut model: Value =
            read("service-2.json")?.ok_or_else(|| format!("{name}: no model"))?;
        if let Some(extras) = read("service-2.sdk-extras.json")? {
            mark(&mut model, &extras["merge"])?;
            merge(&mut model, &extras["merge"]);
        }
        bounds_as_text(&mut model);
        let mut paginators = read("paginators-1.json")?.unwrap_or_default();
        if let Some(extras) = read("paginators-1.sdk-extras.json")? {
            merge(&mut paginators, &extras["merge"]);
        }
        let id = model["metadata"]["serviceId"]
            .as_str()
            .ok_or_else(|| format!("{name}: no `serviceId`"))?;
        Ok(Self {
            name: name.to_owned(),
            sdk_name: sdk_name(id),
            paginators: inside(paginators, "pagination"),
            waiters: inside(read("waiters-2.json")?.unwrap_or_default(), "waiters"),
            rules: read("endpoint-rule-set-1.json")?
                .ok_or_else(|| format!("{name}: no endpoint rules"))?,
            model,
        })
    }

    /// The name to sign with; in older models, the first label of the host.
    pub(crate) fn signing_name(&self) -> &str {
        let metadata = &self.model["metadata"];
        metadata["signingName"]
            .as_str()
            .or(metadata["endpointPrefix"].as_str())
            .unwrap_or_default()
    }
}

fn inside(mut file: Value, key: &str) -> Value {
    match file.get_mut(key) {
        Some(inside) => inside.take(),
        None => Value::Object(Map::new()),
    }
}

/// The name of a service in the Rust SDK: `Config Service` is `config`, `EventBridge` is `eventbridge`.
///
/// smithy-rs takes the id in small letters, without blanks and dashes and without `service` at the end.
fn sdk_name(id: &str) -> String {
    let name = id.to_ascii_lowercase().replace([' ', '-'], "");
    name.strip_suffix("service").unwrap_or(&name).to_owned()
}

/// Merges as botocore does (`loaders.py`, `deep_merge`): objects by key, everything else replaced.
fn merge(into: &mut Value, from: &Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, from) => *into = from.clone(),
    }
}

/// Marks the members that the extras add: botocore takes them out again before it sends a request.
fn mark(model: &mut Value, extras: &Value) -> Result<(), String> {
    let Some(shapes) = extras.get("shapes") else {
        return Ok(());
    };
    for (shape, value) in object(shapes, "extras")? {
        for (name, member) in value
            .get("members")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let members = &mut model["shapes"][shape]["members"];
            if members.get(name).is_none() {
                members[name] = member.clone();
                members[name][SDK_EXTRA] = Value::Bool(true);
            }
        }
    }
    Ok(())
}

/// Makes `"min": 1` into `"min": "1"`, so that a bound's text can be borrowed like every other text.
fn bounds_as_text(model: &mut Value) {
    for shape in model["shapes"]
        .as_object_mut()
        .into_iter()
        .flat_map(Map::values_mut)
    {
        for key in ["max", "min"] {
            if let Some(Value::Number(number)) = shape.get(key) {
                shape[key] = Value::String(number.to_string());
            }
        }
    }
}
