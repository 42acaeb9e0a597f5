//! Reads a rule set.

use super::{Condition, Expression, Rule, RuleParameter, RuleParameterType, RuleSet, Then};
use crate::Error;
use crate::endpoint::EndpointAuth;
use crate::index;
use crate::line::Line;

impl<'t> RuleSet<'t> {
    /// Reads a rule set.
    ///
    /// # Errors
    ///
    /// Where the text is not in the format.
    pub fn parse(text: &'t str) -> Result<Self, Error> {
        let mut set = Self::default();
        // The rules that lines can still be added to, from the outermost to the innermost.
        let mut open: Vec<Rule<'t>> = Vec::new();
        for (at, line) in index::content(text) {
            let fail = |message| Error {
                line: at + 1,
                message,
            };
            let depth = (line.len() - line.trim_start_matches(' ').len()) / 2;
            let mut line = Line::new(line);
            if depth > open.len() || (depth > 0 && !takes_rules(&open[depth - 1])) {
                return Err(fail("this line is too deep".to_owned()));
            }
            close(&mut set, &mut open, depth);
            match line.word().map_err(fail)? {
                "parameter" => set.parameters.push(parameter(&mut line).map_err(fail)?),
                "when" => open.push(rule(&mut line, true).map_err(fail)?),
                "always" => open.push(rule(&mut line, false).map_err(fail)?),
                other => {
                    return Err(fail(format!(
                        "expected `parameter`, `when` or `always`, found `{other}`"
                    )));
                }
            }
        }
        close(&mut set, &mut open, 0);
        Ok(set)
    }
}

fn takes_rules(rule: &Rule<'_>) -> bool {
    matches!(rule.then, Then::Rules(_))
}

/// Puts the open rules from `depth` on where they belong: into the rule around them.
fn close<'t>(set: &mut RuleSet<'t>, open: &mut Vec<Rule<'t>>, depth: usize) {
    while open.len() > depth {
        let Some(rule) = open.pop() else { return };
        match open.last_mut() {
            Some(Rule {
                then: Then::Rules(rules),
                ..
            }) => rules.push(rule),
            _ => set.rules.push(rule),
        }
    }
}

fn parameter<'t>(line: &mut Line<'t>) -> Result<RuleParameter<'t>, String> {
    let name = line.word()?;
    line.expect(':')?;
    let kind = match line.word()? {
        "boolean" => RuleParameterType::Boolean,
        "string" => RuleParameterType::String,
        "stringArray" => RuleParameterType::StringArray,
        other => return Err(format!("unknown type `{other}`")),
    };
    let mut parameter = RuleParameter {
        name,
        kind,
        required: false,
        built_in: None,
        default: None,
    };
    while let Some(mut applied) = line.applied()? {
        match applied.name {
            "builtIn" => parameter.built_in = Some(applied.needed("")?),
            "default" => parameter.default = Some(applied.needed("")?),
            "required" => parameter.required = true,
            other => return Err(format!("unknown trait `@{other}` of a parameter")),
        }
        applied.finish()?;
    }
    Ok(parameter)
}

fn rule<'t>(line: &mut Line<'t>, conditional: bool) -> Result<Rule<'t>, String> {
    let mut conditions = Vec::new();
    if conditional {
        conditions.push(condition(line)?);
        while line.eat(',') {
            conditions.push(condition(line)?);
        }
    }
    if line.is_empty() {
        return Ok(Rule {
            conditions,
            then: Then::Rules(Vec::new()),
        });
    }
    line.expect('=')?;
    line.expect('>')?;
    let then = match line.word()? {
        "endpoint" => endpoint(line)?,
        "error" => Then::Error(line.term()?.text),
        other => return Err(format!("expected `endpoint` or `error`, found `{other}`")),
    };
    line.end()?;
    Ok(Rule { conditions, then })
}

fn endpoint<'t>(line: &mut Line<'t>) -> Result<Then<'t>, String> {
    let url = expression(line)?;
    let (mut auth_schemes, mut headers, mut properties) = (Vec::new(), Vec::new(), Vec::new());
    while let Some(mut applied) = line.applied()? {
        let list = match applied.name {
            "header" => &mut headers,
            "property" => &mut properties,
            _ => {
                auth_schemes.push(EndpointAuth::read(applied)?);
                continue;
            }
        };
        list.push((applied.needed("name")?, applied.list("value")));
        applied.finish()?;
    }
    Ok(Then::Endpoint {
        url,
        auth_schemes,
        headers,
        properties,
    })
}

fn condition<'t>(line: &mut Line<'t>) -> Result<Condition<'t>, String> {
    let value = expression(line)?;
    let mut assigned = *line;
    match value {
        // `=`, but not the `=>` behind the last condition.
        Expression::Reference(name) if assigned.eat('=') && !assigned.eat('>') => {
            line.expect('=')?;
            Ok(Condition {
                assign: Some(name),
                value: expression(line)?,
            })
        }
        value => Ok(Condition {
            assign: None,
            value,
        }),
    }
}

fn expression<'t>(line: &mut Line<'t>) -> Result<Expression<'t>, String> {
    let term = line.term()?;
    let mut expression = match term.text {
        text if term.quoted => return Ok(Expression::Template(text)),
        "true" => return Ok(Expression::Boolean(true)),
        "false" => return Ok(Expression::Boolean(false)),
        text if text.starts_with(|first: char| first.is_ascii_digit()) => {
            return Ok(Expression::Integer(crate::line::number(text)?));
        }
        name if line.eat('(') => {
            let mut arguments = vec![expression(line)?];
            while line.eat(',') {
                arguments.push(expression(line)?);
            }
            line.expect(')')?;
            Expression::Call(name, arguments)
        }
        name => Expression::Reference(name),
    };
    while line.eat('#') {
        expression = Expression::Attribute(Box::new(expression), line.path()?);
    }
    Ok(expression)
}
