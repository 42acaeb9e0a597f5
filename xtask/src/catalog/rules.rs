//! Evaluates endpoint rule sets, as far as a region alone decides.
//!
//! The language is Smithy's (<https://smithy.io/2.0/additional-specs/rules-engine/specification.html>). Left out are
//! the functions that only rules for other parameters call; meeting one is an error.

use aws_operation_catalog::Partition;
use serde_json::{Value, json};

/// What the rules say of a region.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Error(String),
    Endpoint(Found),
}

/// An endpoint; nothing in it depends on the region but through its template's `{region}`, `{dnsSuffix}` and
/// `{dualStackDnsSuffix}`, and on the partition through nothing else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Found {
    pub(crate) template: String,
    pub(crate) auth: Vec<Auth>,
}

/// One of the authentication schemes; an absent name or region is the service's and the region itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Auth {
    pub(crate) scheme: String,
    pub(crate) name: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) region_set: Vec<String>,
    pub(crate) disable_double_encoding: bool,
}

/// The values of parameters and of what conditions have assigned.
struct Scope<'a> {
    partitions: &'a [Partition<'a>],
    /// Those of a condition are taken off again when its rule does not hold.
    values: Vec<(&'a str, Value)>,
}

/// Evaluates the rules for a region: no FIPS, no dual stack, every other parameter at its default.
///
/// Gives back the URL as well, evaluated without any template.
pub(crate) fn evaluate(
    rules: &Value,
    region: &str,
    partitions: &[Partition<'_>],
) -> Result<(Outcome, String), String> {
    let mut values = Vec::new();
    for (name, parameter) in rules["parameters"].as_object().into_iter().flatten() {
        let default = parameter.get("default").cloned().unwrap_or_default();
        let value = if name == "Region" {
            json!(region)
        } else {
            default
        };
        values.push((name.as_str(), value));
    }
    let scope = &mut Scope { partitions, values };
    scope
        .rules(&rules["rules"])?
        .ok_or_else(|| format!("no rule is about {region}"))
}

impl<'a> Scope<'a> {
    /// The outcome of the first rule whose conditions hold.
    fn rules(&mut self, rules: &'a Value) -> Result<Option<(Outcome, String)>, String> {
        for rule in rules.as_array().into_iter().flatten() {
            let before = self.values.len();
            if self.conditions(&rule["conditions"])? {
                let outcome = match rule["type"].as_str() {
                    Some("endpoint") => Some(self.endpoint(&rule["endpoint"])?),
                    Some("error") => Some((
                        Outcome::Error(self.template(&rule["error"])?),
                        String::new(),
                    )),
                    Some("tree") => self.rules(&rule["rules"])?,
                    other => return Err(format!("unknown type of rule: {other:?}")),
                };
                if outcome.is_some() {
                    return Ok(outcome);
                }
            }
            self.values.truncate(before);
        }
        Ok(None)
    }

    /// A condition holds when its value is neither false nor absent.
    fn conditions(&mut self, conditions: &'a Value) -> Result<bool, String> {
        for condition in conditions.as_array().into_iter().flatten() {
            let value = self.call(condition)?;
            if matches!(value, Value::Null | Value::Bool(false)) {
                return Ok(false);
            }
            if let Some(name) = condition["assign"].as_str() {
                self.values.push((name, value));
            }
        }
        Ok(true)
    }

    fn get(&self, name: &str) -> Option<&Value> {
        self.values
            .iter()
            .rev()
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value)
    }

    fn call(&self, call: &Value) -> Result<Value, String> {
        let args = call["argv"].as_array().into_iter().flatten();
        let args = args
            .map(|arg| self.value(arg))
            .collect::<Result<Vec<_>, _>>()?;
        let text = |at: usize| args.get(at).and_then(Value::as_str);
        Ok(match call["fn"].as_str() {
            Some("aws.partition") => self.partition(text(0).unwrap_or_default())?,
            Some("booleanEquals" | "stringEquals") => Value::Bool(args[0] == args[1]),
            Some("getAttr") => args[0]
                .get(text(1).unwrap_or_default())
                .cloned()
                .unwrap_or_default(),
            Some("isSet") => Value::Bool(!args[0].is_null()),
            Some("isValidHostLabel") => {
                Value::Bool(text(0).is_some_and(|text| is_host_label(text, args[1] == true)))
            }
            Some("not") => Value::Bool(matches!(args[0], Value::Null | Value::Bool(false))),
            Some("substring") => substring(text(0).unwrap_or_default(), &args)
                .map_or(Value::Null, |part| json!(part)),
            other => {
                return Err(format!(
                    "no function {other:?} is needed to find a region's endpoint"
                ));
            }
        })
    }

    fn value(&self, arg: &Value) -> Result<Value, String> {
        match arg {
            Value::Object(map) if map.contains_key("fn") => self.call(arg),
            Value::Object(map) => {
                let name = map
                    .get("ref")
                    .and_then(Value::as_str)
                    .ok_or_else(|| format!("unknown value {arg}"))?;
                Ok(self.get(name).cloned().unwrap_or_default())
            }
            Value::String(_) => self.template(arg).map(Value::String),
            other => Ok(other.clone()),
        }
    }

    /// Fills in `{Name}` and `{Name#attribute}`.
    fn template(&self, template: &Value) -> Result<String, String> {
        self.fill(template, |_| None)
    }

    /// Fills in a template; `keep` may put something else in the place of a name.
    fn fill(
        &self,
        template: &Value,
        keep: impl Fn(&str) -> Option<&'static str>,
    ) -> Result<String, String> {
        let mut rest = template
            .as_str()
            .ok_or_else(|| format!("no template: {template}"))?;
        let mut text = String::new();
        while let Some((before, name, after)) = rest.split_once('{').and_then(|(before, rest)| {
            let (name, after) = rest.split_once('}')?;
            Some((before, name, after))
        }) {
            let (root, attribute) = name.split_once('#').unwrap_or((name, ""));
            let value = self
                .get(root)
                .ok_or_else(|| format!("{template}: no value `{root}`"))?;
            let value = if attribute.is_empty() {
                value
            } else {
                &value[attribute]
            };
            text.push_str(before);
            text.push_str(match keep(name) {
                Some(kept) => kept,
                None => value
                    .as_str()
                    .ok_or_else(|| format!("{template}: `{name}` is {value}"))?,
            });
            rest = after;
        }
        text.push_str(rest);
        Ok(text)
    }

    fn partition(&self, region: &str) -> Result<Value, String> {
        let listed =
            |partition: &&Partition<'_>| partition.regions.iter().any(|found| found.name == region);
        let found = self
            .partitions
            .iter()
            .find(listed)
            .ok_or_else(|| format!("no partition lists `{region}`"))?;
        Ok(json!({
            "name": found.id,
            "dnsSuffix": found.dns_suffix,
            "dualStackDnsSuffix": found.dual_stack_dns_suffix,
            "implicitGlobalRegion": found.implicit_global_region,
            "supportsFIPS": found.supports_fips,
            "supportsDualStack": found.supports_dual_stack,
        }))
    }

    fn endpoint(&self, endpoint: &Value) -> Result<(Outcome, String), String> {
        let url = self.template(&endpoint["url"])?;
        let template = self.fill(&endpoint["url"], |name| match name.split_once('#') {
            None if name == "Region" => Some("{region}"),
            Some((_, "dnsSuffix")) => Some("{dnsSuffix}"),
            Some((_, "dualStackDnsSuffix")) => Some("{dualStackDnsSuffix}"),
            _ => None,
        })?;
        let schemes = endpoint["properties"]["authSchemes"]
            .as_array()
            .into_iter()
            .flatten();
        let auth = schemes
            .map(|scheme| self.auth(scheme))
            .collect::<Result<_, _>>()?;
        Ok((Outcome::Endpoint(Found { template, auth }), url))
    }

    fn auth(&self, scheme: &Value) -> Result<Auth, String> {
        let optional = |key: &str| {
            scheme
                .get(key)
                .map(|value| self.template(value))
                .transpose()
        };
        let same = scheme
            .get("signingRegion")
            .is_some_and(|region| region == "{Region}");
        let regions = scheme["signingRegionSet"].as_array().into_iter().flatten();
        Ok(Auth {
            scheme: self.template(&scheme["name"])?,
            name: optional("signingName")?,
            region: optional("signingRegion")?.filter(|_| !same),
            region_set: regions
                .map(|region| self.template(region))
                .collect::<Result<_, _>>()?,
            disable_double_encoding: scheme["disableDoubleEncoding"] == true,
        })
    }
}

fn is_host_label(text: &str, dots: bool) -> bool {
    if dots {
        return text.split('.').all(|label| is_host_label(label, false));
    }
    (1..=63).contains(&text.len())
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// `substring(text, start, stop, reverse)`; nothing when the text is too short or not ASCII.
fn substring<'t>(text: &'t str, args: &[Value]) -> Option<&'t str> {
    let bound = |at: usize| {
        args.get(at)
            .and_then(Value::as_u64)
            .and_then(|bound| usize::try_from(bound).ok())
    };
    let (start, stop) = (bound(1)?, bound(2)?);
    if !text.is_ascii() || start >= stop {
        return None;
    }
    if args.get(3) == Some(&Value::Bool(true)) {
        text.get(text.len().checked_sub(stop)?..text.len() - start)
    } else {
        text.get(start..stop)
    }
}
