//! What the engine brings back: an answer to be read, or a failure with its reason.

use std::time::{Duration, Instant};

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_schema::codec::http_string::HttpStringDeserializer;
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
        protocol.read(&self.response, (self.operation.output)(), &self.cfg)
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
}

/// The service's error answer.
pub(crate) struct ErrorResponse {
    pub(super) operation: &'static Operation,
    /// The name of the error's shape, which is not always its code; empty, if nobody says it.
    pub(super) shape: String,
    pub(super) response: HttpResponse,
    pub(super) cfg: ConfigBag,
}

impl ErrorResponse {
    fn reader(&self) -> Result<Box<dyn ShapeDeserializer + '_>, SerdeError> {
        let protocol = (self.operation.protocol)().wire();
        protocol.read_error(&self.response, &self.cfg)
    }
}

/// What the engine brought back. What a call makes of it in the types of its request is built for
/// every request, so that all else is done here.
pub(crate) struct Outcome {
    error: Option<Error>,
    response: Response,
}

#[expect(
    clippy::large_enum_variant,
    reason = "there is one for each call, for a moment"
)]
enum Response {
    Answer(Answer),
    Error(Box<ErrorResponse>),
    None,
}

/// An outcome that is being read.
pub(crate) struct Reading<'a> {
    /// The failure, if it is one.
    pub(crate) error: Option<Error>,
    /// The name of the shape that the failure may have in the model.
    pub(crate) shape: &'a str,
    /// The live stream that is an answer's payload.
    pub(crate) stream: Option<ByteStream>,
    reader: Option<Box<dyn ShapeDeserializer + 'a>>,
    answer: Option<&'a Answer>,
    nothing: HttpStringDeserializer<'static>,
}

impl Outcome {
    #[inline(never)]
    pub(crate) fn new(outcome: Result<Answer, Failure>) -> Self {
        match outcome {
            Ok(answer) => Self {
                error: None,
                response: Response::Answer(answer),
            },
            Err(Failure { error, response }) => Self {
                error: Some(error),
                response: response.map_or(Response::None, Response::Error),
            },
        }
    }

    #[inline(never)]
    pub(crate) fn read(&mut self) -> Reading<'_> {
        let mut reading = Reading {
            error: self.error.take(),
            shape: "",
            stream: None,
            reader: None,
            answer: None,
            nothing: HttpStringDeserializer::new(""),
        };
        match &mut self.response {
            Response::Answer(answer) => {
                reading.stream = answer.take_stream();
                match answer.reader() {
                    Ok(reader) => reading.reader = Some(reader),
                    Err(reason) => reading.error = Some(answer.unreadable(reason)),
                }
                reading.answer = Some(answer);
            }
            Response::Error(response) => {
                if let Ok(reader) = response.reader() {
                    reading.reader = Some(reader);
                    reading.shape = &response.shape;
                }
            }
            Response::None => {}
        }
        reading
    }
}

impl Reading<'_> {
    /// Reads the answer, or what the model knows of the failure: nothing, if there is none.
    #[inline(never)]
    pub(crate) fn reader(&mut self) -> &mut dyn ShapeDeserializer {
        match &mut self.reader {
            Some(reader) => &mut **reader,
            None => &mut self.nothing,
        }
    }

    /// The failure to read the answer.
    #[cold]
    #[inline(never)]
    pub(crate) fn unreadable(&self, reason: SerdeError) -> Error {
        let answer = self.answer.expect("BUG: a failure is read as an answer");
        answer.unreadable(reason)
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
