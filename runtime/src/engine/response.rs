//! Tells answers from errors inside the engine. What is in an answer is read outside of it.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Output};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, OrchestratorError};
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SerializeRequest};
use aws_smithy_types::config_bag::ConfigBag;

use super::service_error::ServiceError;
use crate::operation::Operation;

/// Hands the engine the request, which is already written.
#[derive(Debug)]
pub(crate) struct AlreadyWritten;

impl SerializeRequest for AlreadyWritten {
    fn serialize_input(&self, input: Input, _cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        input
            .downcast()
            .map_err(|_| "BUG: the engine's input is an HTTP request".into())
    }
}

/// Decides whether an answer is an error. The output is nothing: the answer itself is taken from
/// the engine's context afterwards, not copied.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) operation: &'static Operation,
}

impl DeserializeResponse for Verdict {
    /// A body that the user gets as a stream stays unread.
    fn deserialize_streaming_with_config(
        &self,
        response: &mut HttpResponse,
        _cfg: &ConfigBag,
    ) -> Option<Result<Output, OrchestratorError<Error>>> {
        (self.operation.streaming_output && response.status().is_success())
            .then(|| Ok(Output::erase(())))
    }

    fn deserialize_nonstreaming_with_config(
        &self,
        response: &HttpResponse,
        cfg: &ConfigBag,
    ) -> Result<Output, OrchestratorError<Error>> {
        if response.status().is_success() && !is_late_error(self.operation, response) {
            return Ok(Output::erase(()));
        }
        let error = ServiceError::read(self.operation, response, cfg);
        Err(OrchestratorError::operation(Error::erase(error)))
    }
}

/// Whether an answer with a good status is an error all the same.
///
/// S3 sends the status before the work is done where it takes long (`CopyObject`,
/// `CompleteMultipartUpload`, …), and the error in the body.
/// <https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html>
fn is_late_error(operation: &Operation, response: &HttpResponse) -> bool {
    if operation.service.name != "s3" {
        return false;
    }
    let body = response
        .body()
        .bytes()
        .unwrap_or_default()
        .trim_ascii_start();
    let root = match body.strip_prefix(b"<?xml") {
        Some(rest) => rest
            .windows(2)
            .position(|pair| pair == b"?>")
            .map_or(rest, |end| rest[end + 2..].trim_ascii_start()),
        None => body,
    };
    root.strip_prefix(b"<Error").is_some_and(|rest| {
        matches!(
            rest.first(),
            Some(b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n')
        )
    })
}
