//! The tests: one function for each case.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use aws_operation_catalog::{Operation, Protocol};
use serde_json::{Value, json};

use crate::answers::Checker;
use crate::cases::Suite;
use crate::operations;
use crate::requests::Filler;
use crate::reserved::type_name;
use crate::types::Types;

pub(crate) fn all(suites: &[Suite]) -> String {
    let (mut text, mut names) = (String::new(), String::new());
    for suite in suites {
        let Written { tests, cases } = write(suite);
        text += &tests;
        for name in cases {
            let _ = writeln!(names, "{name:?},");
        }
    }
    let _ = writeln!(text, "pub(super) static NAMES: &[&str] = &[{names}];");
    text
}

/// What is written for the cases of a service.
struct Written {
    tests: String,
    /// The names of the cases: `rest_json::requests::RestJsonAllQueryStringTypes`.
    cases: Vec<String>,
}

fn write(suite: &Suite) -> Written {
    let types = Types(suite.service);
    let mut declared: BTreeMap<&str, usize> = BTreeMap::new();
    let mut requests = String::new();
    let (mut input, mut output, mut cases) = (String::new(), String::new(), Vec::new());
    for case in &suite.cases {
        let name = case["operation"].as_str().expect("an operation");
        let operation = suite.service.operation(name);
        let operation = operation.unwrap_or_else(|| panic!("no operation `{name}`"));
        let next = declared.len();
        let at = *declared.entry(name).or_insert_with(|| {
            requests += &operations::declare(types, next, &operation);
            next
        });
        let id = case["id"].as_str().expect("an id").replace(['-', '.'], "_");
        let is = |key: &str| case.get(key).is_some();
        let (kind, tests) = if is("serialized") || is("endpoint") {
            ("requests", &mut input)
        } else {
            ("responses", &mut output)
        };
        let path = format!("{}::{kind}::{id}", suite.module);
        let body = if is("serialized") {
            request(types, suite.protocol, case, &operation, at)
        } else if is("endpoint") {
            endpoint(types, case, &operation, at)
        } else {
            response(types, suite.protocol, case, &operation, at)
        };
        let _ = writeln!(
            tests,
            "#[test] fn {id}() {{ crate::judge({path:?}, async {{ {body} }}); }}"
        );
        cases.push(path);
    }
    let Suite {
        module, arguments, ..
    } = suite;
    let tests = format!(
        "mod {module} {{
        #[aws_operation::aws_connector({arguments})] mod connector {{
            use super::super::{{Blob, ByteStream, DateTime, Document, HashMap}};
            {requests}
        }}
        mod requests {{ use super::super::{{Blob, ByteStream}}; use super::connector;\n{input} }}
        mod responses {{ use super::super::Blob; use super::connector;\n{output} }} }}\n"
    );
    Written { tests, cases }
}

/// Sends a request, and compares it.
fn request(
    types: Types,
    protocol: Option<Protocol>,
    case: &Value,
    operation: &Operation<'static>,
    at: usize,
) -> String {
    let members = types.input(operation.input);
    let mut filler = Filler {
        types,
        text: String::new(),
    };
    filler.request(&members, &case["params"]);
    let fill = filler.text;
    let token = members
        .iter()
        .any(|member| member.traits.idempotency_token && case["params"].get(member.name).is_none());
    let body = match protocol {
        Some(Protocol::AwsJson1_0 | Protocol::AwsJson1_1 | Protocol::RestJson) => "Json",
        Some(Protocol::AwsQuery | Protocol::Ec2Query) => "Form",
        Some(Protocol::RpcV2Cbor) => "Cbor",
        _ => "Xml",
    };
    let entries = types.entries(operation.input);
    let expected = json!({
        "serialized": case["serialized"],
        "clientEndpoint": case["clientEndpoint"],
        "checksums": case["checksums"],
    });
    let expected = expected.to_string();
    format!(
        "let mut request = connector::request{at}();\n{fill}
        crate::requests::compare(request, crate::requests::Expected {{
            case: {expected:?}, body: crate::bodies::Kind::{body}, entries: &{entries:?},
            makes_token: {token},
        }}).await"
    )
}

/// Makes a call, and compares where it goes.
fn endpoint(types: Types, case: &Value, operation: &Operation<'static>, at: usize) -> String {
    let members = types.input(operation.input);
    let mut filler = Filler {
        types,
        text: String::new(),
    };
    filler.request(&members, &case["params"]);
    let fill = filler.text;
    let expected = case["endpoint"].to_string();
    format!(
        "let mut request = connector::request{at}();\n{fill}
        crate::endpoints::compare(request, {expected:?}).await"
    )
}

/// Lets an operation be answered, and compares what comes back.
fn response(
    types: Types,
    protocol: Option<Protocol>,
    case: &Value,
    operation: &Operation<'static>,
    at: usize,
) -> String {
    let mut response = case["response"].clone();
    response["binary"] = (protocol == Some(Protocol::RpcV2Cbor)).into();
    let response = response.to_string();
    // What has to be said for there to be an endpoint.
    let input = types.input(operation.input);
    let mut filler = Filler {
        types,
        text: String::new(),
    };
    filler.request(&input, &case["params"]);
    let request = format!(
        "{{ let mut request = connector::request{at}(); {} request }}",
        filler.text
    );
    let mut checker = Checker {
        types,
        text: String::new(),
    };
    let Some(error) = case["errorShape"].as_str() else {
        let members = operation.output.map(|output| types.shape(output));
        let members: Vec<_> = members
            .iter()
            .flat_map(|shape| shape.kind.members().cloned())
            .collect();
        checker.structure("", &members, true, &case["result"]);
        let check = checker.text;
        return format!(
            "let answer = crate::responses::answer({request}, {response:?}).await;
            let mut at = answer.map_err(|error| format!(\"{{error:?}}\"))?;
            let mut seen = crate::responses::Seen::default();\n{check} seen.end()"
        );
    };
    let members: Vec<_> = types.shape(error).kind.members().cloned().collect();
    checker.structure("", &members, true, &case["error"]);
    let check = checker.text;
    let variant = type_name(error);
    let (code, message) = (&case["errorCode"], &case["errorMessage"]);
    let code = code.as_str();
    let message = message.as_str();
    format!(
        "let answer = crate::responses::answer({request}, {response:?}).await;
        let error = answer.err().ok_or(\"an answer, and no error\")?;
        let connector::Operation{at}Error::{variant}(mut at) = error else {{
            return Err(format!(\"another error: {{error:?}}\"));
        }};
        let mut seen = crate::responses::Seen::default();
        seen.error(at.error(), {code:?}, {message:?});
        let mut at = at.into_members();\n{check} seen.end()"
    )
}
