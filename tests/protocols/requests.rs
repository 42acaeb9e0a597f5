//! Compares what is sent.

use aws_operation::{AbstractRequest, EndpointUrl, RequestChecksumCalculation, SdkClientConfig};
use serde_json::Value;

use crate::bodies;
use crate::transport::{Answer, Request, Transport, connector};

/// What a request is to be.
pub(crate) struct Expected {
    /// The case's `serialized`, `clientEndpoint` and `checksums`, as JSON.
    pub(crate) case: &'static str,
    /// How the bodies of its protocol are read.
    pub(crate) body: bodies::Kind,
    /// How the keys and the values of its maps are called, where they are elements or parameters.
    pub(crate) entries: &'static [(&'static str, &'static str)],
    /// Whether an idempotency token is made for it.
    pub(crate) makes_token: bool,
}

/// Sends a request, and compares it.
pub(crate) async fn compare<Q: AbstractRequest>(
    request: Q,
    expected: Expected,
) -> Result<(), String> {
    let case: Value = serde_json::from_str(expected.case).expect("the build script wrote JSON");
    let transport = Transport::new(Answer {
        status: 400,
        headers: Vec::new(),
        body: Vec::new(),
    });
    let call = connector::<Q>(config(&case)).call_owned(request);
    let end = call.http_client(transport.client()).await;
    let Some(mut sent) = transport.seen() else {
        let end = end.err().map(|error| error.to_string());
        return Err(format!("nothing was sent: {}", end.unwrap_or_default()));
    };
    if expected.makes_token {
        known_token(&mut sent);
    }
    let faults = faults(&sent, &case["serialized"], &expected);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n"))
    }
}

fn config(case: &Value) -> SdkClientConfig {
    let mut config = SdkClientConfig::new();
    // The models have this one. Nothing is put before the host of one that a user sets.
    let endpoint = case["clientEndpoint"].as_str();
    if let Some(endpoint) = endpoint.filter(|endpoint| *endpoint != "https://example.com") {
        let url = EndpointUrl::new(endpoint.to_owned());
        config = config.with_endpoint(url.expect("a URL"));
    }
    if case["checksums"] == "when_required" {
        let when_required = RequestChecksumCalculation::WhenRequired;
        config = config.with_request_checksum_calculation(when_required);
    }
    config
}

fn faults(sent: &Request, expected: &Value, case: &Expected) -> Vec<String> {
    let mut faults = Vec::new();
    let mut compare = |what: &str, sent: &str, expected: &str| {
        if sent != expected {
            faults.push(format!("{what}: sent `{sent}`, expected `{expected}`"));
        }
    };
    let method = expected["method"].as_str().unwrap_or_default();
    compare("method", &sent.method, method);

    let url = sent.url.split_once("://").map_or("", |(_, url)| url);
    let (authority, target) = url.split_at(url.find(['/', '?']).unwrap_or(url.len()));
    // What is expected of the host may have the path before the operation's with it.
    if let Some(host) = expected["host"].as_str() {
        let (host, path) = host.split_at(host.find('/').unwrap_or(host.len()));
        compare("host", authority, host);
        compare("path", target.get(..path.len()).unwrap_or_default(), path);
    }
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let uri = expected["uri"].as_str().unwrap_or_default();
    let (expected_path, expected_query) = uri.split_once('?').unwrap_or((uri, ""));
    compare("path", path, expected_path);
    compare("query", &sorted(query), &sorted(expected_query));

    for (name, value) in expected["headers"].as_object().into_iter().flatten() {
        let found = sent.header(name).unwrap_or("(absent)".to_owned());
        compare(name, &found, value.as_str().unwrap_or_default());
    }
    for name in names(&expected["requireHeaders"]) {
        if sent.header(name).is_none() {
            faults.push(format!("{name}: not sent"));
        }
    }
    for name in names(&expected["forbidHeaders"]) {
        if let Some(value) = sent.header(name) {
            faults.push(format!("{name}: sent `{value}`, expected nothing"));
        }
    }
    if let Some(expected) = expected["body"].as_str()
        && let Err(fault) = case.body.compare(&sent.body, expected, case.entries)
    {
        faults.push(format!("body: {fault}"));
    }
    faults
}

fn names(list: &Value) -> impl Iterator<Item = &str> {
    list.as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
}

/// A query is a set of pairs.
fn sorted(query: &str) -> String {
    let mut pairs: Vec<_> = query.split('&').collect();
    pairs.sort_unstable();
    pairs.join("&")
}

impl Request {
    /// The values of a header, in one.
    fn header(&self, name: &str) -> Option<String> {
        let headers = self.headers.iter();
        let values = headers.filter(|(found, _)| found.eq_ignore_ascii_case(name));
        let values: Vec<_> = values.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// Puts the token that the cases expect in the place of the random one.
fn known_token(sent: &mut Request) {
    const TOKEN: &[u8; 36] = b"00000000-0000-4000-8000-000000000000";
    let is_token = |bytes: &[u8]| {
        bytes.iter().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => *byte == b'-',
            14 => *byte == b'4',
            19 => b"89ab".contains(byte),
            _ => byte.is_ascii_hexdigit() && !byte.is_ascii_uppercase(),
        })
    };
    let replace = |bytes: &mut [u8]| {
        for at in 0..bytes.len().saturating_sub(TOKEN.len() - 1) {
            let part = &mut bytes[at..at + TOKEN.len()];
            if is_token(part) {
                part.copy_from_slice(TOKEN);
            }
        }
    };
    replace(&mut sent.body);
    for text in sent.headers.iter_mut().map(|(_, value)| value) {
        let mut bytes = std::mem::take(text).into_bytes();
        replace(&mut bytes);
        *text = String::from_utf8(bytes).expect("it was text");
    }
    let mut url = std::mem::take(&mut sent.url).into_bytes();
    replace(&mut url);
    sent.url = String::from_utf8(url).expect("it was text");
}
