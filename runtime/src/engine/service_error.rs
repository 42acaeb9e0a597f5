//! An error that the service answered with, as the engine sees it: what to retry, and how.

use std::error::Error as StdError;
use std::fmt;

use aws_runtime::retries::classifiers::{THROTTLING_ERRORS, TRANSIENT_ERRORS};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};

use crate::operation::Operation;
use crate::protocol::REQUEST_ID;

/// The code and the message of an error answer.
///
/// The engine's retry classifiers ask it. The modelled members are read later, outside the
/// engine, by the call that knows their types.
#[derive(Debug)]
pub(crate) struct ServiceError {
    metadata: ErrorMetadata,
    /// The shape's name, or what is its name in the service's only protocol. The code is another
    /// one where a former protocol had one.
    shape: Option<String>,
    /// What the model says about retrying it, or the code of the former protocol.
    retryable: Option<ErrorKind>,
}

impl ServiceError {
    /// Reads the error's code and message. An answer that has none, or that is not of the
    /// protocol at all, makes an error without them: proxies and load balancers send such.
    pub(crate) fn read(operation: &Operation, response: &HttpResponse, cfg: &ConfigBag) -> Self {
        let protocol = (operation.protocol)().wire();
        let plain = without_query_code(response);
        let query_code = response.headers().get(QUERY_CODE).map(|header| {
            // `code;who-is-at-fault`
            let code = header.split_once(';').map_or(header, |(code, _)| code);
            code.to_owned()
        });
        let response = plain.as_ref().unwrap_or(response);
        let mut metadata = protocol
            .error_metadata(response, cfg)
            .map_or_else(|_| ErrorMetadata::builder().build(), Builder::build);
        // The answer to a HEAD request has no body to hold a code. `NotFound` is what S3's model
        // calls it.
        if metadata.code().is_none()
            && operation.service.name == "s3"
            && response.status().as_u16() == 404
        {
            metadata = ErrorMetadata::builder().code("NotFound").build();
        }
        let shape = metadata.code().map(str::to_owned);
        let retryable = shape.as_deref().and_then(|shape| {
            let error = operation
                .retryable_errors
                .iter()
                .find(|error| error.code == shape)?;
            // https://smithy.io/2.0/spec/behavior-traits.html#retryable-trait
            Some(if error.throttling {
                ErrorKind::ThrottlingError
            } else {
                ErrorKind::ServerError
            })
        });
        // AWS's lists of codes are as old as that protocol.
        let retryable = retryable.or_else(|| listed(query_code.as_deref()?));
        if let Some(code) = query_code.filter(|_| operation.service.aws_query_compatible) {
            metadata = with_code(&metadata, code);
        }
        Self {
            metadata,
            shape,
            retryable,
        }
    }

    /// The name by which the operation's model knows the error.
    pub(crate) fn shape(&self) -> Option<&str> {
        self.shape.as_deref()
    }

    /// The request id that the answer's body has.
    pub(crate) fn request_id(&self) -> Option<&str> {
        self.metadata.extra(REQUEST_ID)
    }
}

/// The same with another code.
fn with_code(metadata: &ErrorMetadata, code: String) -> ErrorMetadata {
    let mut builder = ErrorMetadata::builder().code(code);
    if let Some(message) = metadata.message() {
        builder = builder.message(message);
    }
    if let Some(id) = metadata.extra(REQUEST_ID) {
        builder = builder.custom(REQUEST_ID, id.to_owned());
    }
    builder.build()
}

/// How to retry an error with this query code, by AWS's lists.
fn listed(code: &str) -> Option<ErrorKind> {
    if THROTTLING_ERRORS.contains(&code) {
        Some(ErrorKind::ThrottlingError)
    } else if TRANSIENT_ERRORS.contains(&code) {
        Some(ErrorKind::TransientError)
    } else {
        None
    }
}

/// The response without the code that the service's former protocol, query, had for the error.
///
/// AWS sends it when it is asked to, others always. It stays the error's code for those who have
/// always known it by that, as in AWS's own SDKs. But it would hide the shape's name, which tells
/// the modelled errors apart. `None` when there is no such code.
/// <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait>
fn without_query_code(response: &HttpResponse) -> Option<HttpResponse> {
    response.headers().get(QUERY_CODE)?;
    let mut plain = HttpResponse::new(response.status(), response.body().try_clone()?);
    *plain.headers_mut() = response.headers().clone();
    plain.headers_mut().remove(QUERY_CODE);
    Some(plain)
}

const QUERY_CODE: &str = "x-amzn-query-error";

impl fmt::Display for ServiceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.metadata.code().unwrap_or("an error without a code"))
    }
}

impl StdError for ServiceError {}

impl ProvideErrorMetadata for ServiceError {
    fn meta(&self) -> &ErrorMetadata {
        &self.metadata
    }
}

impl ProvideErrorKind for ServiceError {
    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        self.retryable
    }

    fn code(&self) -> Option<&str> {
        self.metadata.code()
    }
}
