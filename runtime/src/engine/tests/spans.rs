//! What observers are told: spans of calls and attempts, and interceptors.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::operations::send_message;
use super::server::{Reply, Server};
use super::{REGION, credentials};
use crate::interceptors::{
    BeforeTransmitInterceptorContextMut, BoxError, ConfigBag, Intercept, RuntimeComponents,
    dyn_dispatch_hint,
};
use crate::{Call, Connector};

/// Our spans with their fields, in the order in which they were made.
#[derive(Clone, Default)]
struct Spans {
    last: Arc<AtomicU64>,
    seen: Arc<Mutex<BTreeMap<u64, Fields>>>,
}

#[derive(Clone, Default)]
struct Fields(BTreeMap<&'static str, String>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        let text = format!("{value:?}").trim_matches('"').to_owned();
        self.0.insert(field.name(), text);
    }
}

impl Subscriber for Spans {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_span() && metadata.name().starts_with("aws_operation")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let id = self.last.fetch_add(1, Ordering::SeqCst) + 1;
        let mut fields = Fields::default();
        fields.0.insert("name", span.metadata().name().to_owned());
        span.record(&mut fields);
        self.seen.lock().unwrap().insert(id, fields);
        Id::from_u64(id)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut seen = self.seen.lock().unwrap();
        values.record(seen.get_mut(&span.into_u64()).unwrap());
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn event(&self, _: &Event<'_>) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test(start_paused = true)]
async fn calls_and_attempts_are_spans() {
    let spans = Spans::default();
    // As in the test of logs: with one subscriber only, other tests would decide what is seen.
    let _second = tracing::Dispatch::new(tracing::subscriber::NoSubscriber::new());
    let guard = tracing::subscriber::set_default(spans.clone());
    let refusal = r#"{"__type":"QueueDoesNotExist","message":"SECRET"}"#;
    let server = Server::new([
        Reply::Answer(503, &[("x-amzn-requestid", "first")], ""),
        Reply::Answer(400, &[("x-amzn-requestid", "second")], refusal),
    ]);
    let call = Call::new(&credentials(), REGION, &send_message("hello"), None);
    call.http_client(server.client()).await.unwrap_err();
    drop(guard);

    let seen = spans.seen.lock().unwrap();
    let [call, first, second] = seen.values().collect::<Vec<_>>()[..] else {
        panic!("{} spans", seen.len());
    };
    let has = |fields: &Fields, expected: &[(&str, &str)]| {
        for (name, value) in expected {
            let found = fields.0.get(name).map(String::as_str);
            assert_eq!(found, Some(*value), "{name} of {:?}", fields.0);
        }
    };
    has(
        call,
        &[
            ("name", "aws_operation"),
            ("otel.name", "SQS.SendMessage"),
            ("otel.kind", "client"),
            ("otel.status_code", "ERROR"),
            ("rpc.system", "aws-api"),
            ("rpc.service", "SQS"),
            ("rpc.method", "SendMessage"),
            ("cloud.region", REGION.as_str()),
            ("server.address", "sqs.eu-west-1.amazonaws.com"),
            ("http.response.status_code", "400"),
            ("aws.request_id", "second"),
            ("attempts", "2"),
        ],
    );
    assert!(
        call.0["error.type"].contains("NonExistentQueue")
            || call.0["error.type"] == "QueueDoesNotExist"
    );
    has(
        first,
        &[
            ("name", "aws_operation.attempt"),
            ("http.request.method", "POST"),
            ("http.request.resend_count", "0"),
            ("server.address", "sqs.eu-west-1.amazonaws.com"),
            ("http.response.status_code", "503"),
            ("aws.request_id", "first"),
        ],
    );
    has(
        second,
        &[
            ("http.request.resend_count", "1"),
            ("http.response.status_code", "400"),
            ("aws.request_id", "second"),
        ],
    );
    assert!(
        seen.values()
            .all(|span| span.0.values().all(|value| value != "SECRET"))
    );
}

#[derive(Debug)]
struct Tenant(&'static str);

#[dyn_dispatch_hint]
impl Intercept for Tenant {
    fn name(&self) -> &'static str {
        "Tenant"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let headers = context.request_mut().headers_mut();
        headers.append("x-tenant", self.0);
        Ok(())
    }
}

#[tokio::test]
async fn interceptors_of_a_connector_come_in_their_order_and_are_signed() {
    let server = Server::new([Reply::Answer(200, &[], "{}")]);
    let connector = Connector::new(credentials(), REGION)
        .interceptor(Tenant("one"))
        .interceptor(Tenant("two"));
    let call = connector.call(&send_message("hello"));
    call.http_client(server.client()).await.unwrap();
    let sent = &server.seen()[0];
    assert!(sent.header("x-tenant").is_some());
    assert!(sent.header("authorization").unwrap().contains("x-tenant"));
}
