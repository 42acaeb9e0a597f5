//! What the engine brings back: an answer to be read, or a failure with its reason.

use std::time::{Duration, Instant};

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_schema::serde::{SerdeError, ShapeDeserializer};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::ConfigBag;

use super::cause::foreign;
use crate::Region;
use crate::error::{Builder, Error, ErrorKind, Sent};
use crate::operation::Operation;

/// A successful response, not read yet.
pub(crate) struct Answer {
    pub(super) operation: &'static Operation,
    pub(super) region: Region,
    pub(super) attempts: u32,
    /// For what is found out later: where it is from, and since when it was asked for.
    pub(super) url: String,
    pub(super) start: Instant,
    pub(super) response: HttpResponse,
    pub(super) cfg: ConfigBag,
}

impl Answer {
    /// The body as a stream, where that is what the operation gives.
    fn take_stream(&mut self) -> Option<ByteStream> {
        self.operation.streaming_output.then(|| {
            ByteStream::new(std::mem::replace(
                self.response.body_mut(),
                SdkBody::empty(),
            ))
        })
    }

    pub(super) fn reader(&self) -> Result<Box<dyn ShapeDeserializer + '_>, SerdeError> {
        let protocol = (self.operation.protocol)().wire();
        protocol.read(&self.response, self.operation.output, &self.cfg)
    }

    /// The failure to read it.
    pub(super) fn unreadable(&self, reason: SerdeError) -> Error {
        let name = format!("{}:{}", self.operation.service.name, self.operation.name);
        answered(ErrorKind::Response, &name, self.region, &self.response)
            .attempts(self.attempts)
            .detail(foreign(&self.response).unwrap_or_else(|| "the answer cannot be read".into()))
            .source(reason)
            .url(&self.url)
            .build()
            .took(self.start.elapsed())
    }
}

/// A failed call.
pub(crate) struct Failure {
    pub(crate) error: Error,
    /// The service's error answer, with its modelled members not read yet.
    pub(super) response: Option<Box<ErrorResponse>>,
}

impl Failure {
    /// Notes how long the call took.
    pub(super) fn took(mut self, elapsed: Duration) -> Self {
        self.error = self.error.took(elapsed);
        self
    }

    fn give(self, to: &mut dyn Receiver) {
        let Self { error, response } = self;
        let Some(response) = response else {
            return to.error(error);
        };
        let code = error.code().map(str::to_owned);
        match (
            response.shape.as_deref().or(code.as_deref()),
            response.reader(),
        ) {
            (Some(shape), Ok(mut reader)) => to.modeled(shape, error, &mut *reader),
            _ => to.error(error),
        }
    }
}

/// Who makes something of their own types of what the engine brought back.
pub(crate) trait Receiver {
    /// Reads an answer, of which the payload may be a live stream.
    fn answer(
        &mut self,
        reader: &mut dyn ShapeDeserializer,
        stream: Option<ByteStream>,
    ) -> Result<(), SerdeError>;

    /// Takes a failure.
    fn error(&mut self, error: Error);

    /// Takes a failure that the model has members for, if it has a shape of this name.
    fn modeled(&mut self, shape: &str, error: Error, reader: &mut dyn ShapeDeserializer);
}

/// Gives what came to who has the types for it: in the end that has an answer or an error.
pub(crate) fn give(outcome: Result<Answer, Failure>, to: &mut dyn Receiver) {
    match outcome {
        Ok(mut answer) => {
            let stream = answer.take_stream();
            let read = answer
                .reader()
                .and_then(|mut reader| to.answer(&mut *reader, stream));
            if let Err(reason) = read {
                to.error(answer.unreadable(reason));
            }
        }
        Err(failure) => failure.give(to),
    }
}

/// The service's error answer.
pub(crate) struct ErrorResponse {
    pub(super) operation: &'static Operation,
    /// The name of the error's shape, which is not always its code.
    pub(super) shape: Option<String>,
    pub(super) response: HttpResponse,
    pub(super) cfg: ConfigBag,
}

impl ErrorResponse {
    fn reader(&self) -> Result<Box<dyn ShapeDeserializer + '_>, SerdeError> {
        let protocol = (self.operation.protocol)().wire();
        protocol.read_error(&self.response, &self.cfg)
    }
}

/// What every error has that came with an answer.
pub(super) fn answered(
    kind: ErrorKind,
    name: &str,
    region: Region,
    response: &HttpResponse,
) -> Builder {
    let headers = response.headers();
    Builder::new(kind, Sent::Yes, name, region)
        .status(response.status().as_u16())
        .headers(headers)
        .request_ids(request_id(headers), headers.get("x-amz-id-2"))
}

/// AWS's id of the request.
pub(super) fn request_id(headers: &Headers) -> Option<&str> {
    let mut names = ["x-amzn-requestid", "x-amz-request-id"].iter();
    names.find_map(|name| headers.get(*name))
}
