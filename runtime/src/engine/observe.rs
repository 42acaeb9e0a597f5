//! What is told of calls and attempts while they go on: spans with OpenTelemetry's names.
//!
//! Neither bodies nor what a service says in its messages: only what is known before, and codes.
//! <https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/>
//! <https://opentelemetry.io/docs/specs/semconv/http/http-spans/>

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use tracing::Span;
use tracing::field::Empty;

use super::answer::{Answer, Failure, request_id};
use crate::Region;
use crate::error::{Error, ErrorKind};
use crate::operation::Operation;

/// The span of a call, from its beginning to the answer's.
pub(super) fn call(operation: &Operation, region: Region) -> Span {
    let service = operation.service.sdk_id;
    let span = tracing::info_span!(
        "aws_operation",
        "otel.name" = Empty,
        "otel.kind" = "client",
        "otel.status_code" = Empty,
        "rpc.system" = "aws-api",
        "rpc.service" = service,
        "rpc.method" = operation.name,
        "cloud.region" = Empty,
        "server.address" = Empty,
        "http.response.status_code" = Empty,
        "aws.request_id" = Empty,
        "aws.extended_request_id" = Empty,
        "error.type" = Empty,
        "attempts" = Empty,
    );
    if !span.is_disabled() {
        span.record("otel.name", format!("{service}.{}", operation.name));
        span.record("cloud.region", region.as_str());
    }
    span
}

/// Tells how the call ended.
pub(super) fn end(span: &Span, outcome: &Result<Answer, Failure>) {
    if span.is_disabled() {
        return;
    }
    match outcome {
        Ok(answer) => {
            let status = answer.response.status().as_u16();
            span.record("http.response.status_code", status);
            span.record("attempts", answer.attempts);
            if let Some(id) = request_id(answer.response.headers()) {
                span.record("aws.request_id", id);
            }
        }
        Err(failure) => failed(span, &failure.error),
    }
}

fn failed(span: &Span, error: &Error) {
    span.record("otel.status_code", "ERROR");
    span.record("error.type", error.code().unwrap_or(kind(error.kind())));
    span.record("attempts", error.attempts());
    for (name, value) in [
        ("server.address", error.host()),
        ("aws.request_id", error.request_id()),
        ("aws.extended_request_id", error.extended_request_id()),
    ] {
        if let Some(value) = value {
            span.record(name, value);
        }
    }
    if let Some(status) = error.status() {
        span.record("http.response.status_code", status);
    }
}

/// What went wrong where AWS has no code for it.
fn kind(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Configuration => "configuration",
        ErrorKind::Connect => "connect",
        ErrorKind::Construction => "construction",
        ErrorKind::Credentials => "credentials",
        ErrorKind::Response => "response",
        ErrorKind::Service => "service",
        ErrorKind::Timeout => "timeout",
        ErrorKind::Transport => "transport",
    }
}

/// The span of the attempt with this number, from 1 on. It is no other span's surroundings: it
/// lasts as long as the attempt.
pub(super) fn attempt(number: u32) -> Span {
    tracing::debug_span!(
        "aws_operation.attempt",
        "otel.kind" = "client",
        "http.request.method" = Empty,
        "http.request.resend_count" = number.saturating_sub(1),
        "server.address" = Empty,
        "http.response.status_code" = Empty,
        "aws.request_id" = Empty,
        "error.type" = Empty,
    )
}

/// Tells what is sent.
pub(super) fn sends(span: &Span, request: &HttpRequest) {
    if span.is_disabled() {
        return;
    }
    span.record("http.request.method", request.method());
    let uri = request.uri();
    let host = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    let host = host.split(['/', '?']).next().unwrap_or_default();
    span.record("server.address", host);
}

/// Tells what came back: an answer, and the code of the error that it is.
pub(super) fn came(span: &Span, response: Option<&HttpResponse>, failed: bool, code: Option<&str>) {
    if span.is_disabled() {
        return;
    }
    if let Some(response) = response {
        span.record("http.response.status_code", response.status().as_u16());
        if let Some(id) = request_id(response.headers()) {
            span.record("aws.request_id", id);
        }
    }
    if failed {
        span.record("error.type", code.unwrap_or("transport"));
    }
}
