//! What became of a call's attempts: the engine's own error tells only about the last one.

use std::error::Error as StdError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextRef,
    FinalizerInterceptorContextRef,
};
use aws_smithy_runtime_api::client::interceptors::{Intercept, dyn_dispatch_hint};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

use crate::error::Sent;

/// Watches the attempts of one call.
#[derive(Debug, Clone, Default)]
pub(crate) struct Progress(Arc<Attempts>);

#[derive(Debug, Default)]
struct Attempts {
    begun: AtomicU32,
    /// Whether the current attempt was handed to the HTTP client.
    handed_over: AtomicBool,
    /// Whether an attempt got as far as a connection.
    left: AtomicBool,
}

impl Progress {
    /// How many attempts were begun.
    pub(crate) fn attempts(&self) -> u32 {
        self.0.begun.load(Ordering::Relaxed)
    }

    /// Whether the request left this machine, as far as that can be told without an answer.
    pub(crate) fn sent(&self) -> Sent {
        if self.0.left.load(Ordering::Relaxed) {
            Sent::Maybe
        } else {
            Sent::No
        }
    }
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
        self.0.begun.fetch_add(1, Ordering::Relaxed);
        self.0.handed_over.store(false, Ordering::Relaxed);
        Ok(())
    }

    fn read_before_transmit(
        &self,
        _context: &BeforeTransmitInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.0.handed_over.store(true, Ordering::Relaxed);
        Ok(())
    }

    fn read_after_attempt(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let no_connection = match context.output_or_error() {
            Some(Err(error)) => error
                .as_connector_error()
                .is_some_and(|error| is_connect_failure(error)),
            _ => false,
        };
        if self.0.handed_over.load(Ordering::Relaxed) && !no_connection {
            self.0.left.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// Whether there was no connection to send anything on.
pub(crate) fn is_connect_failure(error: &(dyn StdError + 'static)) -> bool {
    find::<hyper_util::client::legacy::Error>(error)
        .is_some_and(hyper_util::client::legacy::Error::is_connect)
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
