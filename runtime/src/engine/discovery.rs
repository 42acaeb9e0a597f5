//! Asks a service where to call before calling it.
//!
//! Nothing here is named by the rest of the engine: an operation that needs it names it, so that
//! the linker drops it from all other programs.
//! <https://smithy.io/2.0/aws/aws-core.html#client-endpoint-discovery>

mod describe;
mod known;

use std::sync::Arc;
use std::time::{Duration, Instant};

use aws_smithy_async::future::timeout::Timeout;
use aws_smithy_async::rt::sleep::{AsyncSleep as _, default_async_sleep};

use super::{Answer, Failure, Prepared, Running};
use crate::error::{Builder, Error, ErrorKind, Limit, Sent};
use crate::operation::{Operation, Service};
use crate::protocol::Protocol;
use known::Known;

/// How an operation's endpoint is found out: by another operation.
#[derive(Debug, Clone, Copy)]
pub struct Discovery {
    describe: fn() -> &'static Operation,
    run: fn(Prepared, &'static Operation) -> Running,
}

impl Discovery {
    /// By the operation `describe`, which [`describe_endpoints`](Self::describe_endpoints) made.
    pub const fn new(describe: fn() -> &'static Operation) -> Self {
        Self {
            describe,
            run: start,
        }
    }

    /// The operation that tells endpoints, which is the same one in every service but for its name.
    pub const fn describe_endpoints(
        service: &'static Service,
        name: &'static str,
        protocol: fn() -> &'static Protocol,
    ) -> Operation {
        describe::operation(service, name, protocol)
    }

    pub(super) fn run(self, prepared: Prepared) -> Running {
        (self.run)(prepared, (self.describe)())
    }
}

/// What [`run`] is, boxed. A closure would be built once more in every crate that names an operation
/// with it, and the engine with it.
#[inline(never)]
fn start(prepared: Prepared, describe: &'static Operation) -> Running {
    Box::pin(run(prepared, describe))
}

/// Sends a request to where its service says. Should that be wrong by now, it asks again and sends
/// the request once more.
async fn run(mut prepared: Prepared, describe: &'static Operation) -> Result<Answer, Failure> {
    // What cannot be sent says so by itself.
    if !prepared.can_be_sent() {
        return prepared.send(None).await;
    }
    let known = known::at(&prepared);
    let url = find_out(&mut prepared, describe, &known).await?;
    let again = prepared.try_clone();
    let outcome = prepared.send(Some(&url)).await;
    match (outcome, again) {
        (Err(failure), Some(mut again)) if is_elsewhere(&failure.error) => {
            known.forget(&url);
            let url = find_out(&mut again, describe, &known).await?;
            again.send(Some(&url)).await
        }
        (outcome, _) => outcome,
    }
}

/// Whether the endpoint no longer is the one to call.
fn is_elsewhere(error: &Error) -> bool {
    // https://www.rfc-editor.org/rfc/rfc9110#section-15.5.20
    error.status() == Some(421) || error.code() == Some("InvalidEndpointException")
}

/// Finds the endpoint in the call's time, of which it then has less.
async fn find_out(
    prepared: &mut Prepared,
    describe: &'static Operation,
    known: &Arc<Known>,
) -> Result<Arc<str>, Error> {
    let begin = Instant::now();
    let answer = known.get(|| describe::ask(prepared, describe));
    let limit = prepared.config.timeout();
    let answer = match limit.zip(default_async_sleep()) {
        Some((limit, timer)) => Timeout::new(answer, timer.sleep(limit))
            .await
            .map_err(|_| too_late(prepared, describe, limit))?,
        None => answer.await,
    };
    let url = answer.map_err(|error| unknown(prepared, describe, error))?;
    if let Some(limit) = limit {
        // Zero would be no limit that can be set.
        let left = limit.saturating_sub(begin.elapsed());
        prepared.config =
            std::mem::take(&mut prepared.config).with_timeout(left.max(Duration::from_millis(1)));
    }
    Ok(url)
}

fn too_late(prepared: &Prepared, describe: &Operation, limit: Duration) -> Error {
    let limit = Limit::Timeout(limit);
    Builder::new(
        ErrorKind::Timeout,
        Sent::No,
        &prepared.name(),
        prepared.region,
    )
    .detail(format!(
        "`{}` did not say in time where to call: {limit}",
        describe.name
    ))
    .limit(Some(limit))
    .build()
}

/// The call's error: nobody said where to call, and why not.
fn unknown(prepared: &Prepared, describe: &Operation, error: Arc<Error>) -> Error {
    let mut detail = format!("`{}` did not say where to call", describe.name);
    if let Some(reason) = error.detail() {
        detail = format!("{detail}: {reason}");
    }
    let mut builder = Builder::new(error.kind(), Sent::No, &prepared.name(), prepared.region)
        .detail(detail)
        .code(error.code(), error.message())
        .request_ids(error.request_id(), error.extended_request_id());
    if let Some(status) = error.status() {
        builder = builder.status(status);
    }
    if let Some(source) = known::SharedError::new(error) {
        builder = builder.source(source);
    }
    builder.build()
}
