//! Waiters as the catalog's own.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

use super::definition::{TraitValues, name};
use super::json::{self, Fault};
use crate::operation::{Acceptor, Comparator, Matcher, Waiter, WaiterState};

/// How long a waiter goes on: Smithy leaves it to the caller, and botocore's usual is ten minutes.
const WAIT_SECONDS: u32 = 600;

/// Those that the catalog has words for: one that looks at the input and the output at once is left
/// out (<https://smithy.io/2.0/additional-specs/waiters.html>).
pub(super) fn waiters<'j>(values: &TraitValues<'j>) -> Result<Vec<Waiter<'j>>, Fault> {
    let id = "smithy.waiters#waitable";
    let what = format!("`{id}`");
    let mut waiters = Vec::new();
    for found in json::entries(values.get(id).copied(), &what)? {
        let object = json::object(&found.value, &what)?;
        let delay = json::get(object, "minDelay");
        let delay = delay.map(|value| json::integer::<u32>(value, "`minDelay`"));
        let delay = delay.transpose()?.unwrap_or(2).max(1);
        let mut acceptors = Some(Vec::new());
        for value in json::elements(json::get(object, "acceptors"), "`acceptors`")? {
            match acceptor(value)? {
                Some(acceptor) => acceptors.iter_mut().for_each(|all| all.push(acceptor)),
                None => acceptors = None,
            }
        }
        waiters.extend(acceptors.map(|acceptors| Waiter {
            name: found.name.as_str(),
            delay,
            max_attempts: WAIT_SECONDS.div_ceil(delay),
            acceptors,
        }));
    }
    Ok(waiters)
}

/// `{"state": "success", "matcher": {"success": true}}`
fn acceptor<'j>(value: &'j Value<'j>) -> Result<Option<Acceptor<'j>>, Fault> {
    let what = "an acceptor";
    let object = json::object(value, what)?;
    let state = json::needed(object, "state", what)?;
    let state = WaiterState::read(json::string(state, "`state`")?)
        .map_err(|_| Fault::new(state.start(), "a state is `success`, `failure` or `retry`"))?;
    let matcher = json::object(json::needed(object, "matcher", what)?, "`matcher`")?;
    let matcher = if let Some(value) = json::get(matcher, "success") {
        Matcher::Success(json::boolean(value, "`success`")?)
    } else if let Some(value) = json::get(matcher, "errorType") {
        Matcher::ErrorType(name(json::line(value, "`errorType`")?))
    } else if let Some(value) = json::get(matcher, "output") {
        let output = json::object(value, "`output`")?;
        let text = |key: &str| json::line(json::needed(output, key, "`output`")?, key);
        let Ok(comparator) = Comparator::read(text("comparator")?) else {
            return Ok(None);
        };
        Matcher::Output {
            path: text("path")?,
            comparator,
            expected: text("expected")?,
        }
    } else {
        return Ok(None);
    };
    Ok(Some(Acceptor { state, matcher }))
}
