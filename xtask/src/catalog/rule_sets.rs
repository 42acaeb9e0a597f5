//! botocore's endpoint rule sets, said in the catalog's language, each distinct one once.

use std::collections::BTreeMap;

use aws_operation_catalog::{
    Condition, EndpointAuth, Expression, Rule, RuleParameter, RuleParameterType, RuleSet, Then,
};
use serde_json::Value;

use super::fields::{Fields, text};

/// The texts, with the name of the first service that has each.
#[derive(Default)]
pub(crate) struct RuleSets {
    names: BTreeMap<String, String>,
}

/// Which text a service has, and what `{host}` stands for in it.
pub(crate) struct Reference {
    pub(crate) name: String,
    pub(crate) host: Option<String>,
}

impl RuleSets {
    /// Adds a service's rules, unless another has the same.
    pub(crate) fn add(&mut self, service: &str, rules: &Value) -> Result<Reference, String> {
        let host = host(rules);
        let mut rules = rules.clone();
        if let Some(host) = &host {
            put_host(&mut rules, host);
        }
        let text = convert(&rules, service)?.to_string();
        let name = self
            .names
            .entry(text)
            .or_insert_with(|| service.to_owned())
            .clone();
        Ok(Reference { name, host })
    }

    /// Name and text of each.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.names
            .iter()
            .map(|(text, name)| (name.as_str(), text.as_str()))
    }

    /// The text of a name.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.iter()
            .find(|(found, _)| *found == name)
            .map(|(_, text)| text)
    }
}

/// What stands before the region in most of the templates: `sqs` of `https://sqs.{Region}.{P#dnsSuffix}`.
fn host(rules: &Value) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    count_hosts(rules, &mut counts);
    let most = counts.values().copied().max()?;
    counts
        .into_iter()
        .find(|(_, count)| *count == most)
        .map(|(host, _)| host)
}

fn count_hosts(value: &Value, counts: &mut BTreeMap<String, usize>) {
    match value {
        Value::String(text) => {
            let host = text
                .strip_prefix("https://")
                .and_then(|rest| rest.split_once(".{Region}"));
            let host = host.map(|(host, _)| host.strip_suffix("-fips").unwrap_or(host));
            if let Some(host) = host.filter(|host| !host.is_empty() && !host.contains('{')) {
                *counts.entry(host.to_owned()).or_default() += 1;
            }
        }
        Value::Array(values) => values.iter().for_each(|value| count_hosts(value, counts)),
        Value::Object(map) => map.values().for_each(|value| count_hosts(value, counts)),
        _ => {}
    }
}

fn put_host(value: &mut Value, host: &str) {
    match value {
        Value::String(text) => {
            let rest = text
                .strip_prefix("https://")
                .and_then(|rest| rest.strip_prefix(host));
            if let Some(rest) =
                rest.filter(|rest| rest.starts_with('.') || rest.starts_with("-fips."))
            {
                *text = format!("https://{{host}}{rest}");
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| put_host(value, host)),
        Value::Object(map) => map.values_mut().for_each(|value| put_host(value, host)),
        _ => {}
    }
}

fn convert<'a>(file: &'a Value, service: &str) -> Result<RuleSet<'a>, String> {
    let mut fields = Fields::new(file, format!("{service}: rules"))?;
    let mut parameters = Vec::new();
    for (name, value) in fields.object("parameters")?.into_iter().flatten() {
        parameters.push(parameter(name, value)?);
    }
    let set = RuleSet {
        parameters,
        rules: rules(fields.needed("rules")?)?,
    };
    fields.finish()?;
    Ok(set)
}

fn parameter<'a>(name: &'a str, value: &'a Value) -> Result<RuleParameter<'a>, String> {
    let mut fields = Fields::new(value, name)?;
    let parameter = RuleParameter {
        name,
        kind: match fields.needed_text("type")? {
            "boolean" | "Boolean" => RuleParameterType::Boolean,
            "string" | "String" => RuleParameterType::String,
            "stringArray" => RuleParameterType::StringArray,
            other => return Err(format!("parameter {name} of type {other}")),
        },
        required: fields.flag("required")?,
        built_in: fields.text("builtIn")?,
        default: match fields.take("default") {
            None => None,
            Some(Value::Bool(true)) => Some("true"),
            Some(Value::Bool(false)) => Some("false"),
            Some(other) => Some(text(other, name)?),
        },
    };
    fields.finish()?;
    Ok(parameter)
}

fn rules(list: &Value) -> Result<Vec<Rule<'_>>, String> {
    list.as_array().into_iter().flatten().map(rule).collect()
}

fn rule(value: &Value) -> Result<Rule<'_>, String> {
    let mut fields = Fields::new(value, "rule")?;
    let conditions = fields
        .needed("conditions")?
        .as_array()
        .into_iter()
        .flatten();
    let conditions = conditions.map(condition).collect::<Result<_, _>>()?;
    let then = match fields.needed_text("type")? {
        "endpoint" => endpoint(fields.needed("endpoint")?)?,
        "error" => Then::Error(fields.needed_text("error")?),
        "tree" => Then::Rules(rules(fields.needed("rules")?)?),
        other => return Err(format!("unknown type of rule `{other}`")),
    };
    fields.finish()?;
    Ok(Rule { conditions, then })
}

fn condition(value: &Value) -> Result<Condition<'_>, String> {
    let assign = value
        .get("assign")
        .map(|name| text(name, "condition"))
        .transpose()?;
    Ok(Condition {
        assign,
        value: call(value)?,
    })
}

fn call(value: &Value) -> Result<Expression<'_>, String> {
    let mut fields = Fields::new(value, "call")?;
    fields.take("assign");
    let name = fields.needed_text("fn")?;
    let arguments = fields.needed("argv")?.as_array().into_iter().flatten();
    fields.finish()?;
    if name == "getAttr" {
        let arguments: Vec<&Value> = arguments.collect();
        let [value, path] = arguments[..] else {
            return Err("`getAttr` takes a value and a path".to_owned());
        };
        return Ok(Expression::Attribute(
            Box::new(expression(value)?),
            text(path, "getAttr")?,
        ));
    }
    Ok(Expression::Call(
        name,
        arguments.map(expression).collect::<Result<_, _>>()?,
    ))
}

fn expression(value: &Value) -> Result<Expression<'_>, String> {
    match value {
        Value::Bool(value) => Ok(Expression::Boolean(*value)),
        Value::Number(number) => {
            let number = number
                .as_u64()
                .and_then(|number| u32::try_from(number).ok());
            number
                .map(Expression::Integer)
                .ok_or_else(|| format!("the number {value}"))
        }
        Value::Object(map) if map.contains_key("fn") => call(value),
        Value::Object(_) => {
            let mut fields = Fields::new(value, "reference")?;
            let name = fields.needed_text("ref")?;
            fields.finish()?;
            Ok(Expression::Reference(name))
        }
        value => text(value, "expression").map(Expression::Template),
    }
}

fn endpoint(value: &Value) -> Result<Then<'_>, String> {
    let mut fields = Fields::new(value, "endpoint")?;
    let url = expression(fields.needed("url")?)?;
    let mut headers = Vec::new();
    for (name, values) in fields.object("headers")?.into_iter().flatten() {
        let values = values
            .as_array()
            .into_iter()
            .flatten()
            .map(|value| text(value, name));
        headers.push((name.as_str(), values.collect::<Result<_, _>>()?));
    }
    let (mut auth_schemes, mut properties) = (Vec::new(), Vec::new());
    for (name, value) in fields.object("properties")?.into_iter().flatten() {
        if name == "authSchemes" {
            auth_schemes = value
                .as_array()
                .into_iter()
                .flatten()
                .map(auth)
                .collect::<Result<_, _>>()?;
            continue;
        }
        let values = match value {
            Value::Array(values) => values
                .iter()
                .map(|value| text(value, name))
                .collect::<Result<_, _>>()?,
            value => vec![text(value, name)?],
        };
        properties.push((name.as_str(), values));
    }
    fields.finish()?;
    Ok(Then::Endpoint {
        url,
        auth_schemes,
        headers,
        properties,
    })
}

fn auth(value: &Value) -> Result<EndpointAuth<'_>, String> {
    let mut fields = Fields::new(value, "authSchemes")?;
    let auth = EndpointAuth {
        scheme: fields.needed_text("name")?,
        signing_name: fields.text("signingName")?,
        signing_region: fields.text("signingRegion")?,
        signing_region_set: fields.texts("signingRegionSet")?,
        disable_double_encoding: fields.flag("disableDoubleEncoding")?,
    };
    fields.finish()?;
    Ok(auth)
}
