//! What became of a call's attempts: the engine's own error tells only about the last one.

use std::error::Error as StdError;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::connection::CaptureSmithyConnection;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextRef,
    FinalizerInterceptorContextRef,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata as _};

use tracing::Span;

use super::observe;
use super::service_error::ServiceError;
use crate::error::Sent;

/// Watches the attempts of one call.
#[derive(Debug, Clone, Default)]
pub(crate) struct Progress(Arc<Mutex<Attempts>>);

#[derive(Debug, Default)]
struct Attempts {
    begun: u32,
    /// The connection, if there is one, of each attempt that the HTTP client got.
    handed_over: Vec<CaptureSmithyConnection>,
    /// The last error that the service answered with.
    last_answer: Option<LastAnswer>,
    /// Whether there was to be no other attempt.
    given_up: bool,
    /// The attempt under way.
    span: Option<Span>,
}

/// An error that the service answered with, and that was tried again.
#[derive(Debug, Clone)]
pub(crate) struct LastAnswer {
    pub(crate) status: u16,
    pub(crate) error: ErrorMetadata,
}

impl Progress {
    /// How many attempts were begun.
    pub(crate) fn attempts(&self) -> u32 {
        self.state().begun
    }

    /// Whether the request left this machine, as far as that can be told without an answer.
    pub(crate) fn sent(&self) -> Sent {
        if self.state().handed_over.iter().any(has_connection) {
            Sent::Maybe
        } else {
            Sent::No
        }
    }

    /// Whether the last attempt that the HTTP client got came as far as a connection.
    pub(crate) fn is_connected(&self) -> bool {
        self.state().handed_over.last().is_some_and(has_connection)
    }

    /// Whether an attempt was begun that the HTTP client has not got yet: it waits for credentials.
    pub(crate) fn is_unsigned(&self) -> bool {
        let state = self.state();
        (state.handed_over.len() as u64) < u64::from(state.begun)
    }

    /// Notes that there is to be no other attempt.
    pub(crate) fn give_up(&self) {
        self.state().given_up = true;
    }

    /// Whether there was to be no other attempt. If there was, but none came, then because the
    /// whole call's time was over.
    pub(crate) fn is_given_up(&self) -> bool {
        self.state().given_up
    }

    /// The last error that the service answered with.
    pub(crate) fn last_answer(&self) -> Option<LastAnswer> {
        self.state().last_answer.clone()
    }

    fn state(&self) -> MutexGuard<'_, Attempts> {
        // Nothing that holds the lock can leave the state half written.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn has_connection(attempt: &CaptureSmithyConnection) -> bool {
    attempt.get().is_some()
}

#[dyn_dispatch_hint]
impl Intercept for Progress {
    fn name(&self) -> &'static str {
        "Progress"
    }

    fn read_before_execution(
        &self,
        _context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // The engine wants parameters for its endpoint resolver. Ours has none: the endpoint is
        // known before the engine starts.
        cfg.interceptor_state()
            .store_put(EndpointResolverParams::new(()));
        Ok(())
    }

    fn read_before_attempt(
        &self,
        _context: &BeforeTransmitInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let mut state = self.state();
        state.begun += 1;
        state.span = Some(observe::attempt(state.begun));
        Ok(())
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        // The client's interceptor against broken connections puts it there.
        let connection = context.request().extension::<CaptureSmithyConnection>();
        let connection = connection.cloned().unwrap_or_default();
        let mut state = self.state();
        state.handed_over.push(connection);
        if let Some(span) = &state.span {
            observe::sends(span, context.request());
        }
        Ok(())
    }

    fn read_after_attempt(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let span = self.state().span.take();
        let outcome = context.output_or_error();
        let error = outcome.and_then(Result::err);
        let error = error.and_then(|error| error.as_operation_error());
        let error = error.and_then(|error| error.downcast_ref::<ServiceError>());
        if let Some(span) = span {
            let failed = outcome.is_none_or(|outcome| outcome.is_err());
            let code = error.and_then(|error| error.code());
            observe::came(&span, context.response(), failed, code);
        }
        if let Some(error) = error
            && let Some(response) = context.response()
        {
            self.state().last_answer = Some(LastAnswer {
                status: response.status().as_u16(),
                error: error.meta().clone(),
            });
        }
        Ok(())
    }
}

/// The error of type `E` among `error` and its sources.
pub(crate) fn find<'e, E: StdError + 'static>(
    error: &'e (dyn StdError + 'static),
) -> Option<&'e E> {
    sources(error).find_map(|error| error.downcast_ref())
}

/// The error and its sources.
pub(crate) fn sources<'e>(
    error: &'e (dyn StdError + 'static),
) -> impl Iterator<Item = &'e (dyn StdError + 'static)> {
    let mut next = Some(error);
    std::iter::from_fn(move || {
        let error = next?;
        next = error.source();
        Some(error)
    })
}
