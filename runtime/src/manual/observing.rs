//! What can be seen of calls: spans, the wire, interceptors.
//!
//! Every call is a [`tracing`](https://docs.rs/tracing) span, `aws_operation`, at the level INFO, with
//! the names of OpenTelemetry's conventions for AWS SDKs: `rpc.system`, `rpc.service`, `rpc.method`,
//! `cloud.region`, `http.response.status_code`, `aws.request_id`, `otel.name` (`SQS.SendMessage`), `otel.kind`; and
//! `attempts`. Those that fail also have `server.address`, `aws.extended_request_id`, `otel.status_code` and
//! `error.type` (AWS's code, where there is one). Every attempt is a span
//! `aws_operation.attempt` at DEBUG, with `http.request.method`, `http.request.resend_count`, the
//! server, status, request id and error of that attempt. `tracing-opentelemetry` exports them as they
//! are.
//!
//! Below them are the spans and events of AWS's engine and its HTTP client, at DEBUG and TRACE:
//! `aws_smithy_runtime`, `aws_runtime`, `aws_smithy_http_client`, `hyper_util`.
//!
//! # Secrets
//! Neither bodies nor keys, tokens or signatures are logged, at any level, by these crates or by those
//! below them; a test reads everything that they log at TRACE. Bodies go to the engine as streams,
//! answers as sensitive, and its signer's own events are kept back.
//!
//! # The wire
//! To see what goes over the line, do not log: put a proxy between. With
//! [`HttpConfig::with_proxy`](crate::HttpConfig::with_proxy) and
//! [`with_root_certificates`](crate::HttpConfig::with_root_certificates), mitmproxy shows every request
//! and answer of the connector that it is set for, and of no other. In tests, a
//! `MockConnector` shows the written requests.
//!
//! # Interceptors
//! A [`Connector`](crate::Connector) takes [interceptors](crate::interceptors) of AWS's SDK, for what no
//! setting does: headers that depend on the request, metrics, a second signature.
