//! Writes a rule set.

use std::fmt;

use super::{Condition, Expression, Rule, RuleParameter, RuleParameterType, RuleSet, Then};
use crate::print::{self, Quoted, TraitPrinter};

impl fmt::Display for RuleSet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for RuleParameter {
            name,
            kind,
            required,
            built_in,
            default,
        } in &self.parameters
        {
            let kind = match kind {
                RuleParameterType::Boolean => "boolean",
                RuleParameterType::String => "string",
                RuleParameterType::StringArray => "stringArray",
            };
            write!(f, "parameter {name}: {kind}")?;
            print::flag(f, "required", *required)?;
            print::word(f, "builtIn", *built_in)?;
            print::word(f, "default", *default)?;
            writeln!(f)?;
        }
        writeln!(f)?;
        self.rules.iter().try_for_each(|rule| rule.print(f, 0))
    }
}

impl Rule<'_> {
    fn print(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        write!(f, "{:1$}", "", depth * 2)?;
        f.write_str(if self.conditions.is_empty() {
            "always"
        } else {
            "when "
        })?;
        for (at, Condition { assign, value }) in self.conditions.iter().enumerate() {
            if at > 0 {
                f.write_str(", ")?;
            }
            if let Some(name) = assign {
                write!(f, "{name} = ")?;
            }
            write!(f, "{value}")?;
        }
        match &self.then {
            Then::Endpoint {
                url,
                auth_schemes,
                headers,
                properties,
            } => {
                write!(f, " => endpoint {url}")?;
                auth_schemes.iter().try_for_each(|auth| auth.print(f))?;
                let headers = headers.iter().map(|header| ("header", header));
                let properties = properties.iter().map(|property| ("property", property));
                for (kind, (name, values)) in headers.chain(properties) {
                    TraitPrinter::new(kind)
                        .word("name", Some(name))
                        .words("value", values)
                        .print(f)?;
                }
                writeln!(f)
            }
            Then::Error(message) => writeln!(f, " => error {}", Quoted(message)),
            Then::Rules(rules) => {
                writeln!(f)?;
                rules.iter().try_for_each(|rule| rule.print(f, depth + 1))
            }
        }
    }
}

impl fmt::Display for Expression<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attribute(value, path) => write!(f, "{value}#{path}"),
            Self::Boolean(value) => value.fmt(f),
            Self::Call(name, arguments) => {
                write!(f, "{name}(")?;
                for (at, argument) in arguments.iter().enumerate() {
                    f.write_str(if at > 0 { ", " } else { "" })?;
                    argument.fmt(f)?;
                }
                f.write_str(")")
            }
            Self::Integer(value) => value.fmt(f),
            Self::Reference(name) => f.write_str(name),
            Self::Template(text) => Quoted(text).fmt(f),
        }
    }
}
