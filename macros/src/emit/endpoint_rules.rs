//! A service's endpoint rules, compiled into bytes: the runtime's `endpoint_rules` says what they
//! mean, and evaluates them.

mod plain;

use std::collections::BTreeMap;

use aws_operation_catalog::{
    self as catalog, Condition, EndpointAuth, Expression, Rule, RuleParameter, RuleParameterType,
    RuleSet, Service, Then,
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Stands where a condition assigns nothing.
const NO_SLOT: u8 = 255;

/// Expands to `EndpointRules { host: "sqs", code: b"…" }`.
pub(crate) fn of(service: &Service<'_>) -> TokenStream {
    let said = service.endpoint_rules;
    let rules = said.and_then(|said| catalog::rule_set(said.name));
    let rules = rules.unwrap_or_else(|| plain::rules(&service.endpoints));
    let host = said.and_then(|said| said.host).unwrap_or_default();
    let code = Literal::byte_string(&compile(&rules));
    quote!(__aws::EndpointRules { host: #host, code: #code })
}

/// Compiles a rule set.
fn compile(rules: &RuleSet<'_>) -> Vec<u8> {
    let mut compiler = Compiler::default();
    for parameter in &rules.parameters {
        compiler.slot(parameter.name);
        compiler.parameter(parameter);
    }
    let parameters = std::mem::take(&mut compiler.code);
    compiler.rules(&rules.rules);
    let mut code = vec![small(compiler.slots.len()), small(rules.parameters.len())];
    code.extend(parameters);
    code.extend(compiler.code);
    code
}

#[derive(Default)]
struct Compiler<'r> {
    code: Vec<u8>,
    /// Which slot a name's value has. Rules beside each other use names again, and slots with them.
    slots: BTreeMap<&'r str, u8>,
}

impl<'r> Compiler<'r> {
    fn parameter(&mut self, parameter: &RuleParameter<'_>) {
        let RuleParameter {
            name,
            kind,
            required,
            built_in,
            default,
        } = *parameter;
        self.text(name);
        self.text(built_in.unwrap_or_default());
        self.boolean(required);
        match (kind, default) {
            (RuleParameterType::Boolean, Some(default)) => self.boolean(default == "true"),
            (RuleParameterType::String, Some(default)) => self.literal(default),
            (_, None) | (RuleParameterType::StringArray, Some(_)) => self.code.push(b'-'),
        }
    }

    fn rules(&mut self, rules: &'r [Rule<'r>]) {
        for rule in rules {
            let start = self.code.len();
            self.rule(rule);
            let length = self.code.len() - start;
            self.code.splice(start..start, two_bytes(length));
        }
    }

    fn rule(&mut self, Rule { conditions, then }: &'r Rule<'r>) {
        self.count(conditions);
        for Condition { assign, value } in conditions {
            let slot = assign.map_or(NO_SLOT, |name| self.slot(name));
            self.code.push(slot);
            self.expression(value);
        }
        match then {
            Then::Endpoint {
                url,
                auth_schemes,
                headers,
                // What they say, AWS's own clients count.
                properties: _,
            } => {
                self.code.push(b'E');
                self.expression(url);
                self.count(auth_schemes);
                for auth in auth_schemes {
                    self.auth(auth);
                }
                self.count(headers);
                for (name, values) in headers {
                    self.text(name);
                    self.template(&values.join(","));
                }
            }
            Then::Error(message) => {
                self.code.push(b'X');
                self.template(message);
            }
            Then::Rules(rules) => {
                self.code.push(b'R');
                self.rules(rules);
            }
        }
    }

    fn auth(&mut self, auth: &EndpointAuth<'_>) {
        self.text(auth.scheme);
        for template in [auth.signing_name, auth.signing_region] {
            match template {
                Some(template) => self.template(template),
                None => self.code.push(b'-'),
            }
        }
        self.count(&auth.signing_region_set);
        for region in &auth.signing_region_set {
            self.template(region);
        }
        self.boolean(auth.disable_double_encoding);
    }

    fn expression(&mut self, expression: &Expression<'_>) {
        match expression {
            Expression::Attribute(of, path) => self.attribute(path, |this| this.expression(of)),
            Expression::Boolean(value) => self.boolean(*value),
            Expression::Call(name, arguments) => {
                self.code.push(function(name));
                for argument in arguments {
                    self.expression(argument);
                }
            }
            // Where in a text, for `substring`: a bucket's name has 63 places.
            Expression::Integer(value) => {
                self.code.push(u8::try_from(*value).unwrap_or(u8::MAX));
            }
            Expression::Reference(name) => self.reference(name),
            Expression::Template(text) => self.template(text),
        }
    }

    /// An attribute, and what stands at a place of it: `resourceId[1]`, `[0]`.
    fn attribute(&mut self, path: &str, of: impl FnOnce(&mut Self)) {
        let (name, index) = match path.strip_suffix(']').and_then(|path| path.split_once('[')) {
            Some((name, index)) => (name, index.parse::<u8>().ok()),
            None => (path, None),
        };
        if let Some(index) = index {
            self.code.extend([b'[', index]);
        }
        // An ARN's resource is nothing without a place in it.
        if !name.is_empty() && index.is_none() {
            self.code.push(b'.');
            self.text(name);
        }
        of(self);
    }

    fn reference(&mut self, name: &str) {
        // A name that nothing gives a value has none.
        let slot = self.slots.get(name).copied().unwrap_or(NO_SLOT);
        self.code.extend([b'$', slot]);
    }

    /// A text with `{Name}`, `{Name#attribute}` and `{host}` in it.
    fn template(&mut self, text: &str) {
        let mut parts = 0;
        let mut compiled = Self {
            code: Vec::new(),
            slots: self.slots.clone(),
        };
        let mut rest = text;
        while let Some((before, name, after)) = rest.split_once('{').and_then(|(before, rest)| {
            let (name, after) = rest.split_once('}')?;
            Some((before, name, after))
        }) {
            if !before.is_empty() {
                compiled.literal(before);
                parts += 1;
            }
            match name.split_once('#') {
                Some((of, path)) => compiled.attribute(path, |this| this.reference(of)),
                None if name == "host" => compiled.code.push(b'H'),
                None => compiled.reference(name),
            }
            parts += 1;
            rest = after;
        }
        if !rest.is_empty() || parts == 0 {
            compiled.literal(rest);
            parts += 1;
        }
        if parts != 1 {
            self.code.extend([b'%', small(parts)]);
        }
        self.code.extend(compiled.code);
    }

    fn literal(&mut self, text: &str) {
        self.code.push(b'"');
        self.text(text);
    }

    fn text(&mut self, text: &str) {
        self.code.extend(two_bytes(text.len()));
        self.code.extend(text.bytes());
    }

    fn boolean(&mut self, value: bool) {
        self.code.push(if value { b'T' } else { b'F' });
    }

    fn count<T>(&mut self, of: &[T]) {
        self.code.push(small(of.len()));
    }

    fn slot(&mut self, name: &'r str) -> u8 {
        let next = small(self.slots.len());
        *self.slots.entry(name).or_insert(next)
    }
}

/// The letter of a function of the rules engine's library; 0 when the runtime does not have it.
fn function(name: &str) -> u8 {
    match name {
        "aws.isVirtualHostableS3Bucket" => b'b',
        "aws.parseArn" => b'a',
        "aws.partition" => b'p',
        "booleanEquals" | "stringEquals" => b'=',
        "isSet" => b's',
        "isValidHostLabel" => b'l',
        "not" => b'n',
        "parseURL" => b'u',
        "substring" => b't',
        "uriEncode" => b'e',
        _ => 0,
    }
}

fn small(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn two_bytes(number: usize) -> [u8; 2] {
    u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The runtime's own tests run on these.
    #[test]
    fn the_runtime_tests_have_the_same_rules() {
        for name in ["s3", "sqs"] {
            let service = catalog::service(name).expect("AWS has it");
            let said = service.endpoint_rules.expect("it has rules");
            let rules = catalog::rule_set(said.name).expect("they are there");
            let folder = concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../runtime/src/engine/tests/operations"
            );
            let path = format!("{folder}/{name}.rules");
            let compiled = compile(&rules);
            // After a change of the format or of the models: `BLESS=1 cargo test -p aws-operation-macros`
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&path, &compiled).expect("the file can be written");
            }
            let committed = std::fs::read(&path).unwrap_or_default();
            assert_eq!(committed, compiled, "{path} is not what the macro emits");
        }
    }

    /// Nothing is cut off: counts and lengths fit in their bytes, and every function is known.
    #[test]
    fn every_rule_set_fits() {
        let mut largest = 0;
        let names: BTreeSet<&str> = catalog::services()
            .filter_map(|service| Some(service.endpoint_rules?.name))
            .collect();
        for name in names {
            let rules = catalog::rule_set(name).expect("a set of that name");
            check(&rules.rules);
            let compiled = compile(&rules);
            assert!(compiled[0] < NO_SLOT, "{name}: {} slots", compiled[0]);
            largest = largest.max(compiled.len());
        }
        assert!((10_000..64_000).contains(&largest), "{largest}");
    }

    fn check(rules: &[Rule<'_>]) {
        assert!(rules.len() < 255);
        for Rule { conditions, then } in rules {
            assert!(conditions.len() < 255);
            for condition in conditions {
                known(&condition.value);
            }
            match then {
                Then::Endpoint { url, .. } => known(url),
                Then::Error(_) => {}
                Then::Rules(rules) => check(rules),
            }
        }
    }

    fn known(expression: &Expression<'_>) {
        match expression {
            Expression::Attribute(of, _) => known(of),
            Expression::Call(name, arguments) => {
                assert_ne!(function(name), 0, "{name}");
                arguments.iter().for_each(known);
            }
            Expression::Integer(value) => assert!(*value < 255),
            _ => {}
        }
    }
}
