//! What the engine's result means.

use std::error::Error as StdError;
use std::fmt::Write as _;
use std::time::Instant;

use aws_credential_types::provider::error::CredentialsError;
use aws_smithy_async::future::timeout::TimedOutError;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::dns::ResolveDnsError;
use aws_smithy_runtime_api::client::interceptors::context::{Error as Erased, InterceptorContext};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{SdkError, ServiceError as ServiceErrorContext};
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::ChecksumMismatch;
use super::answer::{Answer, ErrorResponse, Failure, answered};
use super::cause::{connect_fault, credentials_fault, hint};
use super::endpoint::Target;
use super::limits::Limits;
use super::progress::{LastAnswer, Progress, find, sources};
use super::request::facts;
use super::service_error::ServiceError;
use super::stream::WrongLength;
use crate::Region;
use crate::error::{Builder, Error, ErrorKind, Limit, Sent};
use crate::operation::Operation;

type EngineError = SdkError<Erased, HttpResponse>;

/// Tells what the engine's result means.
pub(super) struct Judge<'a> {
    pub(super) operation: &'static Operation,
    pub(super) region: Region,
    /// For example `s3:PutObject`.
    pub(super) name: &'a str,
    pub(super) target: &'a Target,
    pub(super) limits: Limits,
    pub(super) progress: &'a Progress,
    pub(super) start: Instant,
}

impl Judge<'_> {
    pub(super) fn judge(
        &self,
        outcome: Result<InterceptorContext, EngineError>,
    ) -> Result<Answer, Failure> {
        let context = outcome.map_err(|error| self.failure(error))?;
        let (_, _, _, response) = context.into_parts();
        let response = response.ok_or_else(|| {
            self.error(ErrorKind::Response, self.progress.sent())
                .detail("the engine brought no answer")
                .build()
        })?;
        Ok(Answer {
            operation: self.operation,
            region: self.region,
            attempts: self.progress.attempts(),
            url: self.target.url.clone(),
            start: self.start,
            response,
            cfg: facts(self.operation),
        })
    }

    fn failure(&self, error: EngineError) -> Failure {
        let (end, broken_off) = match error {
            SdkError::ServiceError(context) => return self.service_error(context),
            SdkError::ResponseError(ref context) => {
                (End::Connection, Some(context.raw().status().as_u16()))
            }
            SdkError::TimeoutError(_) => (End::Limit, None),
            SdkError::DispatchFailure(_) if self.progress.is_unsigned() => (End::Before, None),
            SdkError::DispatchFailure(_) if !self.progress.is_connected() => (End::Connect, None),
            SdkError::DispatchFailure(ref failure) if failure.is_timeout() => {
                (slow_end(&error), None)
            }
            SdkError::DispatchFailure(ref failure) if failure.is_user() => (End::Stream, None),
            SdkError::DispatchFailure(_) => (End::Connection, None),
            _ => (End::Before, None),
        };
        let source = error
            .into_source()
            .unwrap_or_else(|error| error.to_string().into());
        let last_answer = self.progress.last_answer();
        if let (End::Limit, false, Some(answer)) = (end, self.progress.is_given_up(), last_answer) {
            return self.unsuccessful(&answer, source).into();
        }
        let mismatch = find::<ChecksumMismatch>(source.as_ref()).map(ToString::to_string);
        let error = match broken_off {
            Some(status) if let Some(mismatch) = mismatch => self
                .error(ErrorKind::Response, Sent::Yes)
                .status(status)
                .detail(mismatch)
                .source(source),
            Some(status) => self
                .error(ErrorKind::Transport, Sent::Yes)
                .status(status)
                .detail("the answer broke off")
                .source(source),
            None => self.unanswered(end, source),
        };
        error.attempts(self.progress.attempts()).build().into()
    }

    /// The whole call's time was over, and what came until then was no success.
    fn unsuccessful(&self, answer: &LastAnswer, source: BoxError) -> Error {
        let last = match answer.error.code() {
            Some(_) => "the last answer",
            None => "the last answer was an error without a code",
        };
        let limit = self.limit();
        self.error(ErrorKind::Timeout, Sent::Yes)
            .detail(format!("no success in time: {limit}; {last}"))
            .limit(Some(limit))
            .code(answer.error.code(), answer.error.message())
            .status(answer.status)
            .source(source)
            .attempts(self.progress.attempts())
            .build()
    }

    /// The limit that the engine reached.
    fn limit(&self) -> Limit {
        match self.limits.total {
            Some(total) if !self.progress.is_given_up() => Limit::Timeout(total),
            _ => Limit::AttemptTimeout(self.limits.attempt),
        }
    }

    /// There was no answer, not even a part of one.
    fn unanswered(&self, end: End, source: BoxError) -> Builder {
        let sent = self.progress.sent();
        let cause: &(dyn StdError + 'static) = source.as_ref();
        let (kind, mut detail) = if let Some(error) = find::<CredentialsError>(cause) {
            (ErrorKind::Credentials, credentials_fault(error).to_owned())
        } else if let Some(fault) = find::<WrongLength>(cause) {
            (ErrorKind::Construction, fault.to_string())
        } else {
            self.end(end, cause)
        };
        let limit = match end {
            End::Limit => Some(self.limit()),
            End::Read => Some(Limit::ReadTimeout(self.limits.read)),
            End::Connect if find::<TimedOutError>(cause).is_some() => {
                Some(Limit::ConnectTimeout(self.limits.connect))
            }
            _ => None,
        };
        if let Some(limit) = limit {
            let _ = write!(detail, ": {limit}");
        }
        let error = self.error(kind, sent).detail(detail).limit(limit);
        error.source(source)
    }

    fn end(&self, end: End, cause: &(dyn StdError + 'static)) -> (ErrorKind, String) {
        let url = &self.target.url;
        match end {
            End::Before => (
                ErrorKind::Construction,
                "the request cannot be addressed or signed".to_owned(),
            ),
            End::Connect => (
                ErrorKind::Connect,
                format!(
                    "cannot connect to {url}{}{}",
                    connect_fault(cause),
                    self.region_hint(cause)
                ),
            ),
            End::Connection => (
                ErrorKind::Transport,
                format!("the connection to {url} broke"),
            ),
            End::Limit if self.progress.is_unsigned() => (
                ErrorKind::Credentials,
                "the source of credentials did not answer in time".to_owned(),
            ),
            End::Limit | End::Read => (ErrorKind::Timeout, format!("no answer from {url} in time")),
            End::Stream => (
                ErrorKind::Construction,
                "the request's stream cannot be read".to_owned(),
            ),
            End::Upload => (
                ErrorKind::Timeout,
                format!("{url} takes too little of the request"),
            ),
        }
    }

    /// What is wrong when there is no host because there is no region.
    fn region_hint(&self, cause: &(dyn StdError + 'static)) -> String {
        if self.target.custom
            || !matches!(self.region, Region::Custom(_))
            || find::<ResolveDnsError>(cause).is_none()
        {
            return String::new();
        }
        let unknown = format!("; `{}` is no region that this version knows", self.region);
        match self.region.meant() {
            Some(region) => format!("{unknown}; did you mean `{region}`?"),
            None => unknown,
        }
    }

    fn service_error(&self, context: ServiceErrorContext<Erased, HttpResponse>) -> Failure {
        let error = context.err().downcast_ref::<ServiceError>();
        let code = error.and_then(|error| error.code());
        let message = error.and_then(|error| error.message());
        let mut builder = answered(ErrorKind::Service, self.name, self.region, context.raw())
            .request_id_in_body(error.and_then(ServiceError::request_id))
            .attempts(self.progress.attempts())
            .url(&self.target.url)
            .code(code, message);
        if let Some(detail) = hint(self.operation, code, context.raw()) {
            builder = builder.detail(detail);
        }
        let shape = error.and_then(ServiceError::shape).or(code);
        let shape = shape.unwrap_or_default().to_owned();
        let error = builder.build();
        let response = ErrorResponse {
            operation: self.operation,
            shape,
            response: context.into_raw(),
            cfg: facts(self.operation),
        };
        Failure {
            error,
            response: Some(Box::new(response)),
        }
    }

    fn error(&self, kind: ErrorKind, sent: Sent) -> Builder {
        Builder::new(kind, sent, self.name, self.region).url(&self.target.url)
    }
}

/// Whether the answer did not begin or the request did not go out. Both are the HTTP client's
/// timeouts, and the type of the first is its own.
fn slow_end(error: &(dyn StdError + 'static)) -> End {
    let is_read = |error: &(dyn StdError + 'static)| error.to_string().contains("HTTP read");
    if sources(error).any(is_read) {
        End::Read
    } else {
        End::Upload
    }
}

/// What ended a call without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// It was never handed over.
    Before,
    /// There was no connection to send it on.
    Connect,
    /// The connection broke.
    Connection,
    /// A time limit was reached.
    Limit,
    /// The answer did not begin.
    Read,
    /// The request's own stream failed.
    Stream,
    /// The other side stopped reading.
    Upload,
}
