//! botocore's paginators and waiters, said in Smithy's words as far as Smithy has them.

use aws_operation_catalog::{Acceptor, Comparator, Matcher, Paginator, Waiter, WaiterState};
use serde_json::Value;

use super::fields::{Fields, text};

/// `paginators-1.json`: `{"input_token": "NextToken", "output_token": "NextToken", "result_key": "Items", …}`
pub(crate) fn paginator<'a>(value: &'a Value, place: &str) -> Result<Paginator<'a>, String> {
    let mut fields = Fields::new(value, place)?;
    let paginator = Paginator {
        input_token: fields.texts("input_token")?,
        output_token: fields.texts("output_token")?,
        page_size: fields.text("limit_key")?,
        items: fields.texts("result_key")?,
        more_results: fields.text("more_results")?,
        non_aggregate: fields.texts("non_aggregate_keys")?,
    };
    fields.finish()?;
    Ok(paginator)
}

/// `waiters-2.json`: `{"operation": "DescribeTable", "delay": 20, "maxAttempts": 25, "acceptors": […]}`;
/// gives back the operation's name, too.
pub(crate) fn waiter<'a>(
    name: &'a str,
    value: &'a Value,
    place: &str,
) -> Result<(&'a str, Waiter<'a>), String> {
    let mut fields = Fields::new(value, format!("{place}:{name}"))?;
    let operation = fields.needed_text("operation")?;
    let mut number = |key: &str| {
        fields
            .number(key)?
            .ok_or_else(|| format!("{place}:{name}: no `{key}`"))
    };
    let (delay, max_attempts) = (number("delay")?, number("maxAttempts")?);
    let acceptors = fields.needed("acceptors")?.as_array().into_iter().flatten();
    let acceptors = acceptors
        .map(|value| acceptor(value, fields.place()))
        .collect::<Result<_, _>>()?;
    fields.finish()?;
    Ok((
        operation,
        Waiter {
            name,
            delay,
            max_attempts,
            acceptors,
        },
    ))
}

fn acceptor<'a>(value: &'a Value, place: &str) -> Result<Acceptor<'a>, String> {
    let mut fields = Fields::new(value, place)?;
    let state = match fields.needed_text("state")? {
        "failure" => WaiterState::Failure,
        "retry" => WaiterState::Retry,
        "success" => WaiterState::Success,
        other => return Err(format!("{place}: unknown state `{other}`")),
    };
    let (name, path, expected) = (
        fields.needed_text("matcher")?,
        fields.text("argument")?,
        fields.needed("expected")?,
    );
    let comparator = match (name, expected) {
        ("path", Value::Bool(_)) => Some(Comparator::BooleanEquals),
        ("path", _) => Some(Comparator::StringEquals),
        ("pathAll", _) => Some(Comparator::AllStringEquals),
        ("pathAny", _) => Some(Comparator::AnyStringEquals),
        _ => None,
    };
    let matcher = match (name, path, expected) {
        ("error", None, Value::Bool(failed)) => Matcher::Success(!failed),
        ("error", None, code) => Matcher::ErrorType(text(code, place)?),
        ("status", None, status) => {
            let status = status
                .as_u64()
                .and_then(|status| u16::try_from(status).ok());
            Matcher::Status(status.ok_or_else(|| format!("{place}: no status"))?)
        }
        (_, Some(path), expected) => {
            let comparator =
                comparator.ok_or_else(|| format!("{place}: unknown matcher `{name}`"))?;
            let expected = match expected {
                Value::Bool(true) => "true",
                Value::Bool(false) => "false",
                other => text(other, place)?,
            };
            Matcher::Output {
                path,
                comparator,
                expected,
            }
        }
        _ => return Err(format!("{place}: unknown matcher `{name}`")),
    };
    fields.finish()?;
    Ok(Acceptor { state, matcher })
}
