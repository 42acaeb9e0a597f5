//! Operations, their paginators and waiters.

use std::collections::BTreeMap;

use aws_operation_catalog::{
    Acceptor, Comparator, ContextValue, Deprecated, Http, HttpChecksum, Matcher, Operation,
    Paginator, Service, Waiter, WaiterState,
};
use serde_json::{Value, json};

use super::metadata::scheme;
use super::{Model, Problems, entries, flag, text, texts};

const OPERATION: [&str; 22] = [
    "auth",
    "authtype",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "documentation",
    "endpoint",
    "endpointdiscovery",
    "endpointoperation",
    "errors",
    "http",
    "httpChecksum",
    "httpChecksumRequired",
    "idempotent",
    "input",
    "name",
    "operationContextParams",
    "output",
    "readonly",
    "requestcompression",
    "staticContextParams",
    "unsignedPayload",
];

pub(super) fn verify(problems: &mut Problems, model: &Model, service: &Service<'_>) {
    let said = &model.main["operations"];
    let mut names: Vec<&str> = entries(said).map(|(name, _)| name).collect();
    names.sort_unstable();
    problems.same("operations", &names, &service.operation_names().collect());
    let mut waiters: BTreeMap<&str, Vec<(&str, &Value)>> = BTreeMap::new();
    for (name, waiter) in entries(&model.waiters) {
        waiters
            .entry(text(waiter, "operation").unwrap_or_default())
            .or_default()
            .push((name, waiter));
    }
    for (name, said) in entries(said) {
        let Some(read) = service.operation(name) else {
            continue;
        };
        operation(problems, said, &read);
        paginator(
            problems,
            name,
            model.paginators.get(name),
            read.paginator.as_ref(),
        );
        let mut said = waiters.remove(name).unwrap_or_default();
        said.sort_unstable_by_key(|(name, _)| *name);
        problems.same(&format!("{name}.waiters"), &said.len(), &read.waiters.len());
        for ((name, said), read) in said.into_iter().zip(&read.waiters) {
            waiter(problems, name, said, read);
        }
    }
    problems.same(
        "waiters of no operation",
        &Vec::new(),
        &waiters.into_keys().collect(),
    );
    let of_none = entries(&model.paginators)
        .map(|(name, _)| name)
        .filter(|name| !names.contains(name));
    problems.same(
        "paginators of no operation",
        &Vec::new(),
        &of_none.collect(),
    );
}

fn operation(problems: &mut Problems, said: &Value, read: &Operation<'_>) {
    let name = read.name;
    problems.keys(name, said, &OPERATION);
    problems.keys(
        name,
        &said["http"],
        &["method", "requestUri", "responseCode"],
    );
    problems.keys(
        name,
        &said["input"],
        &["documentation", "locationName", "shape", "xmlNamespace"],
    );
    problems.keys(
        name,
        &said["output"],
        &["documentation", "resultWrapper", "shape"],
    );
    let code = said["http"].get("responseCode").and_then(Value::as_u64);
    let listed = said["errors"].as_array().into_iter().flatten();
    let paths = entries(&said["operationContextParams"]);
    let expected = Operation {
        name,
        wire_name: text(said, "name").unwrap_or_default(),
        http: Http {
            method: text(&said["http"], "method").unwrap_or_default(),
            uri: text(&said["http"], "requestUri").unwrap_or_default(),
            response_code: code.and_then(|code| u16::try_from(code).ok()),
        },
        input: text(&said["input"], "shape"),
        output: text(&said["output"], "shape"),
        errors: listed.filter_map(|error| text(error, "shape")).collect(),
        auth: texts(said, "auth").into_iter().map(scheme).collect(),
        unsigned_payload: flag(said, "unsignedPayload"),
        host_prefix: text(&said["endpoint"], "hostPrefix"),
        http_checksum: said.get("httpChecksum").map(said_checksum),
        http_checksum_required: flag(said, "httpChecksumRequired"),
        request_compression: texts(&said["requestcompression"], "encodings"),
        idempotent: flag(said, "idempotent"),
        readonly: flag(said, "readonly"),
        discovered_endpoint: said
            .get("endpointdiscovery")
            .map(|discovery| flag(discovery, "required")),
        static_context_params: entries(&said["staticContextParams"])
            .map(static_param)
            .collect(),
        operation_context_params: paths
            .filter_map(|(key, param)| Some((key, text(param, "path")?)))
            .collect(),
        deprecated: said_deprecated(said),
        // Held against files of their own.
        paginator: read.paginator.clone(),
        waiters: read.waiters.clone(),
    };
    problems.same(name, &&expected, &read);
    // Not carried, because it follows.
    let wrapper = text(&said["output"], "resultWrapper");
    problems.same(
        name,
        &wrapper.map(|_| format!("{name}Result")).as_deref(),
        &wrapper,
    );
    let authtype = if read.unsigned_payload {
        Some("v4-unsigned-body")
    } else {
        None
    };
    let authtype = authtype.or((!read.auth.is_empty()).then_some("none"));
    problems.same(name, &text(said, "authtype"), &authtype);
}

fn static_param<'a>((name, said): (&'a str, &'a Value)) -> (&'a str, ContextValue<'a>) {
    match &said["value"] {
        Value::Bool(value) => (name, ContextValue::Boolean(*value)),
        value => (
            name,
            ContextValue::String(value.as_str().unwrap_or_default()),
        ),
    }
}

pub(super) fn said_deprecated(said: &Value) -> Option<Deprecated<'_>> {
    let since = text(said, "deprecatedSince");
    flag(said, "deprecated").then(|| Deprecated {
        message: text(said, "deprecatedMessage"),
        since,
    })
}

fn said_checksum(said: &Value) -> HttpChecksum<'_> {
    HttpChecksum {
        request_algorithm_member: text(said, "requestAlgorithmMember"),
        request_checksum_required: flag(said, "requestChecksumRequired"),
        request_validation_mode_member: text(said, "requestValidationModeMember"),
        response_algorithms: texts(said, "responseAlgorithms"),
    }
}

fn paginator(
    problems: &mut Problems,
    name: &str,
    said: Option<&Value>,
    read: Option<&Paginator<'_>>,
) {
    let keys = [
        "input_token",
        "output_token",
        "limit_key",
        "result_key",
        "more_results",
        "non_aggregate_keys",
    ];
    problems.keys(name, said.unwrap_or(&Value::Null), &keys);
    let said = said.map(|said| Paginator {
        input_token: texts(said, "input_token"),
        output_token: texts(said, "output_token"),
        page_size: text(said, "limit_key"),
        items: texts(said, "result_key"),
        more_results: text(said, "more_results"),
        non_aggregate: texts(said, "non_aggregate_keys"),
    });
    problems.same(name, &said.as_ref(), &read);
}

fn waiter(problems: &mut Problems, name: &str, said: &Value, read: &Waiter<'_>) {
    problems.keys(
        name,
        said,
        &[
            "acceptors",
            "delay",
            "description",
            "maxAttempts",
            "operation",
        ],
    );
    problems.same(name, &name, &read.name);
    problems.same(name, &said["delay"], &json!(read.delay));
    problems.same(name, &said["maxAttempts"], &json!(read.max_attempts));
    let none = Vec::new();
    let acceptors = said["acceptors"].as_array().unwrap_or(&none);
    problems.same(
        name,
        acceptors,
        &read.acceptors.iter().map(in_botocores_words).collect(),
    );
}

/// The acceptor as `waiters-2.json` would have it.
fn in_botocores_words(acceptor: &Acceptor<'_>) -> Value {
    let state = match acceptor.state {
        WaiterState::Failure => "failure",
        WaiterState::Retry => "retry",
        WaiterState::Success => "success",
    };
    match acceptor.matcher {
        Matcher::ErrorType(code) => json!({ "matcher": "error", "expected": code, "state": state }),
        Matcher::Status(status) => {
            json!({ "matcher": "status", "expected": status, "state": state })
        }
        Matcher::Success(success) => {
            json!({ "matcher": "error", "expected": !success, "state": state })
        }
        Matcher::Output {
            path,
            comparator,
            expected,
        } => {
            let (matcher, expected) = match comparator {
                Comparator::AllStringEquals => ("pathAll", json!(expected)),
                Comparator::AnyStringEquals => ("pathAny", json!(expected)),
                Comparator::BooleanEquals => ("path", json!(expected == "true")),
                Comparator::StringEquals => ("path", json!(expected)),
            };
            json!({ "matcher": matcher, "argument": path, "expected": expected, "state": state })
        }
    }
}
