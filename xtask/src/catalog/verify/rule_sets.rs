//! Rule sets: said again in botocore's JSON, they are the file.

use aws_operation_catalog::{
    Condition, EndpointAuth, Expression, Rule, RuleParameter, RuleParameterType, RuleSet, Service,
    Then,
};
use serde_json::{Map, Value, json};

use super::{Model, Problems};
use crate::catalog::rule_sets::RuleSets;

pub(super) fn verify(
    problems: &mut Problems,
    model: &Model,
    service: &Service<'_>,
    sets: &RuleSets,
) -> Result<(), String> {
    let said = service
        .endpoint_rules
        .ok_or_else(|| format!("{}: no rules", service.name))?;
    let text = sets
        .text(said.name)
        .ok_or_else(|| format!("{}: no rules `{}`", service.name, said.name))?;
    let set =
        RuleSet::parse(text).map_err(|error| format!("endpoints/{}.txt: {error}", said.name))?;
    let read = json!({ "version": model.rules["version"], "parameters": parameters(&set), "rules": rules(&set.rules) });
    let mut read = read.to_string();
    if let Some(host) = said.host {
        read = read.replace("{host}", host);
    }
    let mut expected = model.rules.clone();
    plain(&mut expected);
    let read: Value = serde_json::from_str(&read).map_err(|error| error.to_string())?;
    problems.same("endpoint rules", &expected, &read);
    Ok(())
}

/// Writes the types of parameters in one way, and takes away what says no more than its absence.
fn plain(rules: &mut Value) {
    for parameter in rules["parameters"]
        .as_object_mut()
        .into_iter()
        .flat_map(Map::values_mut)
    {
        match parameter["type"].as_str() {
            Some("Boolean") => parameter["type"] = json!("boolean"),
            Some("String") => parameter["type"] = json!("string"),
            _ => {}
        }
        if let Value::Object(parameter) = parameter {
            parameter.retain(|key, value| key != "required" || *value != json!(false));
        }
    }
    without_nothing(rules);
}

/// Takes away documentation, empty objects, and schemes' `false`.
fn without_nothing(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(without_nothing),
        Value::Object(map) => {
            map.values_mut().for_each(without_nothing);
            let says_nothing = |key: &str, value: &Value| match key {
                "documentation" => true,
                "disableDoubleEncoding" => *value == json!(false),
                "headers" | "properties" => *value == json!({}),
                _ => false,
            };
            map.retain(|key, value| !says_nothing(key, value));
        }
        _ => {}
    }
}

/// An object of what is there.
fn object<const N: usize>(entries: [(&str, Option<Value>); N]) -> Value {
    let entries = entries
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn parameters(set: &RuleSet<'_>) -> Value {
    let parameter = |RuleParameter {
                         name,
                         kind,
                         required,
                         built_in,
                         default,
                     }: &RuleParameter<'_>| {
        let (kind, default) = match kind {
            RuleParameterType::Boolean => {
                ("boolean", default.map(|default| json!(default == "true")))
            }
            RuleParameterType::String => ("string", default.map(|default| json!(default))),
            RuleParameterType::StringArray => {
                ("stringArray", default.map(|default| json!(default)))
            }
        };
        let value = object([
            ("builtIn", built_in.map(|name| json!(name))),
            ("required", required.then_some(json!(true))),
            ("default", default),
            ("type", Some(json!(kind))),
        ]);
        ((*name).to_owned(), value)
    };
    Value::Object(set.parameters.iter().map(parameter).collect::<Map<_, _>>())
}

fn rules(rules: &[Rule<'_>]) -> Value {
    rules.iter().map(rule).collect()
}

fn rule(rule: &Rule<'_>) -> Value {
    let conditions: Value = rule.conditions.iter().map(condition).collect();
    match &rule.then {
        Then::Error(message) => {
            json!({ "conditions": conditions, "error": message, "type": "error" })
        }
        Then::Rules(inner) => {
            json!({ "conditions": conditions, "rules": rules(inner), "type": "tree" })
        }
        Then::Endpoint {
            url,
            auth_schemes,
            headers,
            properties,
        } => {
            let mut said = Map::new();
            if !auth_schemes.is_empty() {
                said.insert(
                    "authSchemes".to_owned(),
                    auth_schemes.iter().map(auth).collect(),
                );
            }
            for (name, values) in properties {
                // The one list among the properties.
                let value = if *name == "metricValues" {
                    json!(values)
                } else {
                    json!(values[0])
                };
                said.insert((*name).to_owned(), value);
            }
            let properties = (!said.is_empty()).then_some(Value::Object(said));
            let headers = headers
                .iter()
                .map(|(name, values)| ((*name).to_owned(), json!(values)));
            let headers =
                (headers.len() > 0).then(|| Value::Object(headers.collect::<Map<_, _>>()));
            let endpoint = object([
                ("url", Some(expression(url))),
                ("properties", properties),
                ("headers", headers),
            ]);
            json!({ "conditions": conditions, "endpoint": endpoint, "type": "endpoint" })
        }
    }
}

fn auth(auth: &EndpointAuth<'_>) -> Value {
    object([
        ("name", Some(json!(auth.scheme))),
        ("signingName", auth.signing_name.map(|name| json!(name))),
        (
            "signingRegion",
            auth.signing_region.map(|region| json!(region)),
        ),
        (
            "signingRegionSet",
            (!auth.signing_region_set.is_empty()).then(|| json!(auth.signing_region_set)),
        ),
        (
            "disableDoubleEncoding",
            auth.disable_double_encoding.then_some(json!(true)),
        ),
    ])
}

fn condition(Condition { assign, value }: &Condition<'_>) -> Value {
    let mut value = expression(value);
    if let Some(name) = assign {
        value["assign"] = json!(name);
    }
    value
}

fn expression(value: &Expression<'_>) -> Value {
    match value {
        Expression::Attribute(of, path) => {
            json!({ "fn": "getAttr", "argv": [expression(of), path] })
        }
        Expression::Boolean(value) => json!(value),
        Expression::Call(name, arguments) => {
            json!({ "fn": name, "argv": arguments.iter().map(expression).collect::<Value>() })
        }
        Expression::Integer(value) => json!(value),
        Expression::Reference(name) => json!({ "ref": name }),
        Expression::Template(text) => json!(text),
    }
}
