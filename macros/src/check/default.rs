//! Defaults of members: held against the model while compiling.

use std::cmp::Ordering;
use std::ptr;

use aws_operation_catalog::{Member, Range, Service, ShapeKind, Traits};
use syn::{Expr, ExprLit, ExprUnary, Lit, UnOp};

use super::bind::Place;
use super::words;
use crate::ctxt::Ctxt;
use crate::item::DefaultKey;
use crate::messages;
use crate::plan::{Default, Value};

/// What is known of the field that has the default.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    /// The structure that it is a field of.
    pub(super) place: Place<'a>,
    /// The member that it stands for.
    pub(super) member: &'a Member<'static>,
    /// Whether it is an `Option`.
    pub(super) optional: bool,
    /// Whether it is a field of a request, which is never read.
    pub(super) request: bool,
}

/// Checks a default.
pub(super) fn check(cx: &Ctxt, of: Of<'_>, key: &DefaultKey) -> Option<Default> {
    let member = of.member.name;
    match key {
        // A request's field has its type's default when the user says so in Rust.
        DefaultKey::OfType(path) if of.request => {
            cx.error_at(path, messages::DEFAULT_WITHOUT_VALUE);
            None
        }
        // `#[aws(default)] name: Option<String>`
        DefaultKey::OfType(path) if of.optional => {
            cx.error_at(path, messages::DEFAULT_OF_OPTION);
            None
        }
        DefaultKey::OfType(_) => Some(Default::OfType),
        // `#[aws(default = 10)] max_results: i32`
        DefaultKey::Value(value) if of.request && !of.optional => {
            let message = messages::default_never_absent(of.place.name, member);
            cx.error_at(value, message);
            None
        }
        // The same token for every request would make all but the first one do nothing.
        DefaultKey::Value(value) if of.member.traits.idempotency_token => {
            let message = messages::default_of_token(of.place.name, member);
            cx.error_at(value, message);
            None
        }
        DefaultKey::Value(written) => value(cx, of, written).map(Default::Value),
    }
}

/// What stands behind `default =`.
enum Literal {
    Boolean(bool),
    /// Sign and digits.
    Float(String),
    /// Sign and digits.
    Integer(String),
    Text(String),
}

impl Literal {
    fn read(expr: &Expr) -> Option<Self> {
        match expr {
            // What a `macro_rules!` passed on comes in an invisible group.
            Expr::Group(group) => Self::read(&group.expr),
            Expr::Lit(ExprLit { lit, .. }) => match lit {
                Lit::Bool(value) => Some(Self::Boolean(value.value())),
                Lit::Float(value) if value.suffix().is_empty() => {
                    Some(Self::Float(value.base10_digits().to_owned()))
                }
                Lit::Int(value) if value.suffix().is_empty() => {
                    Some(Self::Integer(value.base10_digits().to_owned()))
                }
                Lit::Str(value) if value.suffix().is_empty() => Some(Self::Text(value.value())),
                _ => None,
            },
            Expr::Unary(ExprUnary {
                op: UnOp::Neg(_),
                expr,
                ..
            }) => match Self::read(expr)? {
                Self::Float(digits) => Some(Self::Float(format!("-{digits}"))),
                Self::Integer(digits) => Some(Self::Integer(format!("-{digits}"))),
                Self::Boolean(_) | Self::Text(_) => None,
            },
            _ => None,
        }
    }

    fn words(&self) -> &'static str {
        match self {
            Self::Boolean(_) => "a boolean",
            Self::Float(_) => "a floating point number",
            Self::Integer(_) => "an integer",
            Self::Text(_) => "a string",
        }
    }
}

fn value(cx: &Ctxt, of: Of<'_>, written: &Expr) -> Option<Value> {
    let (place, member) = (of.place.name, of.member.name);
    let Some(shape) = of.place.service.shape(of.member.target) else {
        cx.error_at(
            written,
            messages::default_of_kind(place, member, "a document"),
        );
        return None;
    };
    let kind = words::kind(&shape.kind);
    if !takes_literals(&shape.kind) {
        cx.error_at(written, messages::default_of_kind(place, member, &kind));
        return None;
    }
    let Some(literal) = Literal::read(written) else {
        cx.error_at(written, messages::DEFAULT_NO_LITERAL);
        return None;
    };
    let too_large = |digits: &str| messages::default_too_large(place, member, &kind, digits);
    let value = match (&shape.kind, &literal) {
        (ShapeKind::Boolean, Literal::Boolean(value)) => Ok(Value::Boolean(*value)),
        (ShapeKind::Double, Literal::Float(digits) | Literal::Integer(digits)) => {
            let value = digits.parse().ok().filter(|value: &f64| value.is_finite());
            value.map(Value::Double).ok_or_else(|| too_large(digits))
        }
        (ShapeKind::Float, Literal::Float(digits) | Literal::Integer(digits)) => {
            let value = digits.parse().ok().filter(|value: &f32| value.is_finite());
            value.map(Value::Float).ok_or_else(|| too_large(digits))
        }
        (ShapeKind::Integer, Literal::Integer(digits)) => {
            let value = digits.parse().map(Value::Integer);
            value.map_err(|_| too_large(digits))
        }
        (ShapeKind::Long, Literal::Integer(digits)) => {
            let value = digits.parse().map(Value::Long);
            value.map_err(|_| too_large(digits))
        }
        (ShapeKind::Enum(values), Literal::Text(text)) => {
            one_of(place, member, values, text).map(|()| Value::Text(text.clone()))
        }
        (ShapeKind::String, Literal::Text(text)) => {
            one_of(place, member, &of.member.traits.enum_values, text)
                .map(|()| Value::Text(text.clone()))
        }
        (_, literal) => Err(messages::default_kind(
            place,
            member,
            &kind,
            literal.words(),
        )),
    };
    let allowed = value.and_then(|value| {
        for traits in [&of.member.traits, &shape.traits] {
            constrained(of, traits, &literal)?;
        }
        Ok(value)
    });
    allowed
        .map_err(|message| cx.error_at(written, message))
        .ok()
}

/// Whether there are literals of the shape's kind.
fn takes_literals(kind: &ShapeKind<'_>) -> bool {
    match kind {
        ShapeKind::Boolean
        | ShapeKind::Double
        | ShapeKind::Enum(_)
        | ShapeKind::Float
        | ShapeKind::Integer
        | ShapeKind::Long
        | ShapeKind::String => true,
        ShapeKind::Blob
        | ShapeKind::Document
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Timestamp
        | ShapeKind::Union(_) => false,
    }
}

/// `default = "HASHH"`; no values are no constraint.
fn one_of(place: &str, member: &str, values: &[&str], text: &str) -> Result<(), String> {
    if values.is_empty() || values.contains(&text) {
        Ok(())
    } else {
        Err(messages::default_no_value(place, member, text, values))
    }
}

/// Range, length and pattern.
fn constrained(of: Of<'_>, traits: &Traits<'_>, literal: &Literal) -> Result<(), String> {
    let (place, member) = (of.place.name, of.member.name);
    match literal {
        // `default = 11` of 1 to 10
        Literal::Float(digits) | Literal::Integer(digits) => match &traits.range {
            Some(range) if !contains(range, digits) => {
                let bounds = words::bounds(range.min, range.max).unwrap_or_default();
                Err(messages::default_range(place, member, &bounds, digits))
            }
            _ => Ok(()),
        },
        Literal::Text(text) => {
            // <https://smithy.io/2.0/spec/constraint-traits.html#length-trait>: code points
            let count = text.chars().count() as u64;
            if let Some(length) = &traits.length
                && (length.min.is_some_and(|min| count < min)
                    || length.max.is_some_and(|max| count > max))
            {
                let text = |bound: Option<u64>| bound.map(|bound| bound.to_string());
                let (min, max) = (text(length.min), text(length.max));
                let bounds = words::bounds(min.as_deref(), max.as_deref()).unwrap_or_default();
                return Err(messages::default_length(place, member, &bounds, count));
            }
            match traits.pattern {
                Some(pattern) if !matches(pattern, text, is_of_aws(of.place.service)) => {
                    Err(messages::default_pattern(place, member, pattern, text))
                }
                _ => Ok(()),
            }
        }
        Literal::Boolean(_) => Ok(()),
    }
}

fn contains(range: &Range<'_>, digits: &str) -> bool {
    let below = range.min.is_some_and(|min| compare(digits, min).is_lt());
    let above = range.max.is_some_and(|max| compare(digits, max).is_gt());
    !below && !above
}

/// Exactly where both are integers. What is no number is no constraint.
fn compare(one: &str, other: &str) -> Ordering {
    if let (Ok(one), Ok(other)) = (one.parse::<i128>(), other.parse::<i128>()) {
        return one.cmp(&other);
    }
    let (one, other) = (one.parse::<f64>(), other.parse::<f64>());
    match (one, other) {
        (Ok(one), Ok(other)) => one.total_cmp(&other),
        _ => Ordering::Equal,
    }
}

/// Whether a text follows a pattern. In Smithy a pattern is not anchored unless it says so
/// (<https://smithy.io/2.0/spec/constraint-traits.html#pattern-trait>). In botocore, which AWS's
/// models come from, one without any anchor is about the whole text: `TableName` of DynamoDB is
/// `[a-zA-Z0-9_.-]+` there and `^[a-zA-Z0-9_.-]+$` in Smithy.
///
/// One that looks around, or asks for Unicode's categories, cannot be read here: AWS checks it.
fn matches(pattern: &str, text: &str, botocore: bool) -> bool {
    let anchored = pattern.starts_with('^') || pattern.ends_with('$');
    let regex = if botocore && !anchored {
        regex_lite::Regex::new(&format!("^(?:{pattern})$"))
    } else {
        regex_lite::Regex::new(pattern)
    };
    regex.map_or(true, |regex| regex.is_match(text))
}

/// Whether the model is one of AWS's own, and not the user's.
fn is_of_aws(service: &'static Service<'static>) -> bool {
    aws_operation_catalog::service(service.name).is_some_and(|aws| ptr::eq(aws, service))
}

#[cfg(test)]
mod tests {
    use super::{compare, matches};

    #[test]
    fn large_integers_are_compared_exactly() {
        assert!(compare("9007199254740993", "9007199254740992").is_gt());
        assert!(compare("-0.5", "0").is_lt());
        assert!(compare("1e-16", "1").is_lt());
    }

    #[test]
    fn patterns_are_read_or_no_constraint() {
        for botocore in [true, false] {
            assert!(matches("^[a-z]+$", "abc", botocore));
            assert!(!matches("^[a-z]+$", "abc1", botocore));
            assert!(matches("^a|b$", "1b", botocore));
            assert!(matches("^(?!aws:).*$", "aws:tag", botocore));
            assert!(matches(r"^\p{L}+$", "1", botocore));
        }
        assert!(matches("[a-z]+|1", "1abc", false));
        assert!(!matches("[a-z]+|1", "1abc", true));
        assert!(matches("[a-z]+|1", "1", true));
    }
}
