//! AWS's own vectors of signatures, with the settings and the signer that calls have.
//!
//! `cargo xtask fixtures` derives them. Those in [`LISTED`] cannot pass with these settings.

use std::time::{Duration, UNIX_EPOCH};

use aws_credential_types::Credentials as Keys;
use aws_runtime::auth::{HttpSignatureType, SigV4OperationSigningConfig};
use aws_sigv4::http_request::SignableBody;
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemeEndpointConfig};
use aws_smithy_runtime_api::client::identity::Identity;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{ConfigBag, Layer};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::operations::{Otherwise, PutObject, SIGNED_OR_BEARER};
use crate::engine::endpoint::Signing;
use crate::engine::plugin::signing;
use crate::engine::quiet_signer::Quiet;
use crate::operation::AbstractRequest;

/// The vectors that cannot pass, the places of their signature, and the reason.
const LISTED: [(&str, &[Place], &str); 10] = [
    ("get-relative-relative-unnormalized", &[Place::Header], TOLD),
    ("get-relative-unnormalized", &[Place::Header], TOLD),
    ("get-slash-dot-slash-unnormalized", &[Place::Header], TOLD),
    (
        "get-slash-pointless-dot-unnormalized",
        &[Place::Header],
        TOLD,
    ),
    ("get-slash-unnormalized", &[Place::Header], TOLD),
    ("get-slashes-unnormalized", &[Place::Header], TOLD),
    ("get-space-normalized", &BOTH, RAW),
    ("get-space-unnormalized", &[Place::Header], TOLD),
    ("get-utf8", &BOTH, RAW),
    (
        "post-sts-header-after",
        &BOTH,
        "the session token is always signed",
    ),
];

const BOTH: [Place; 2] = [Place::Header, Place::Query];
const TOLD: &str = "only S3's paths are left as they are, and S3 is told the hash in a header";
const RAW: &str = "the path is signed as if it went out unencoded, which HTTP does not allow";

/// 2015-08-30T12:36:00Z, as all vectors have it.
const TIME: Duration = Duration::from_mins(24_015_636);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Header,
    Query,
}

#[test]
fn version_4() {
    let scheme = Quiet::<aws_runtime::auth::sigv4::SigV4AuthScheme>::default();
    let count = judge(include_str!("vectors/v4.jsonl"), |vector, place| {
        let signed = sign(&scheme, vector, place, None);
        signature(&signed, place) == expected(vector, place, "signature")
    });
    assert_eq!(count, 38);
}

/// Each signature of Version 4a is another one: it is right when the key says so of what was to be
/// signed.
#[cfg(feature = "sigv4a")]
#[test]
fn version_4a() {
    use p256::ecdsa::signature::Verifier as _;
    use p256::ecdsa::{DerSignature, VerifyingKey};

    let scheme = Quiet::<aws_runtime::auth::sigv4a::SigV4aAuthScheme>::default();
    let count = judge(include_str!("vectors/v4a.jsonl"), |vector, place| {
        let region = text(&vector["context"]["region"]);
        let signed = sign(&scheme, vector, place, Some(vec![region.to_owned()]));
        let key = &vector["public_key"];
        let point = [vec![4], bytes(text(&key["X"])), bytes(text(&key["Y"]))].concat();
        let key = VerifyingKey::from_sec1_bytes(&point).unwrap();
        let signature = DerSignature::from_bytes(&bytes(&signature(&signed, place))).unwrap();
        let string_to_sign = expected(vector, place, "string_to_sign");
        key.verify(string_to_sign.as_bytes(), &signature).is_ok()
    });
    assert_eq!(count, 38);
}

/// Judges each vector, in both places; gives their number.
fn judge(vectors: &str, passes: impl Fn(&Value, Place) -> bool) -> usize {
    let mut faults = Vec::new();
    for line in vectors.lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let name = text(&vector["name"]);
        let mut listed = LISTED.iter();
        let listed = listed.find(|(listed, _, _)| *listed == name);
        for place in BOTH {
            let is_listed = listed.is_some_and(|(_, places, _)| places.contains(&place));
            if passes(&vector, place) == is_listed {
                faults.push(format!("{name} in {place:?}: listed {is_listed}"));
            }
        }
    }
    for (name, places, reason) in LISTED {
        println!("listed: {name} in {places:?}: {reason}");
    }
    assert!(faults.is_empty(), "{faults:#?}");
    vectors.lines().count()
}

fn sign(
    scheme: &impl AuthScheme,
    vector: &Value,
    place: Place,
    region_set: Option<Vec<String>>,
) -> HttpRequest {
    let context = &vector["context"];
    let flag = |name: &str| context[name].as_bool().unwrap_or_default();
    // S3 is told the hash, and its paths are left as they are.
    let operation = if flag("sign_body") || !flag("normalize") {
        PutObject::operation()
    } else {
        Otherwise::<SIGNED_OR_BEARER>::operation()
    };
    let mut request = request(text(&vector["request"]));
    let body = request.body().bytes().unwrap_or_default();
    let payload = (!body.is_empty()).then(|| SignableBody::Precomputed(hex(&Sha256::digest(body))));
    let target = Signing {
        name: text(&context["service"]).to_owned(),
        region: text(&context["region"]).to_owned(),
        region_set,
        disable_double_encoding: false,
    };
    let mut settings: SigV4OperationSigningConfig = signing(operation, &target, payload);
    if let Place::Query = place {
        settings.signing_options.signature_type = HttpSignatureType::HttpRequestQueryParams;
        let expires = context["expiration_in_seconds"].as_u64().unwrap();
        settings.signing_options.expires_in = Some(Duration::from_secs(expires));
    }
    let mut layer = Layer::new("vector");
    layer.store_put(settings);
    let time = StaticTimeSource::new(UNIX_EPOCH + TIME);
    let components = RuntimeComponentsBuilder::for_tests().with_time_source(Some(time));
    let keys = &context["credentials"];
    let token = keys["token"].as_str().map(str::to_owned);
    let keys = Keys::new(
        text(&keys["access_key_id"]),
        text(&keys["secret_access_key"]),
        token,
        None,
        "vector",
    );
    scheme
        .signer()
        .sign_http_request(
            &mut request,
            &Identity::from(keys),
            AuthSchemeEndpointConfig::empty(),
            &components.build().unwrap(),
            &ConfigBag::of_layers(vec![layer]),
        )
        .unwrap();
    request
}

/// Reads a request as it is on the wire.
fn request(text: &str) -> HttpRequest {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let first = lines.next().unwrap().strip_suffix(" HTTP/1.1").unwrap();
    let (method, target) = first.split_once(' ').unwrap();
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in lines {
        match line.split_once(':') {
            // A value goes on where a line begins with white space.
            _ if line.starts_with(' ') => headers.last_mut().unwrap().1 += line,
            Some((name, value)) => headers.push((name.to_owned(), value.to_owned())),
            None => panic!("a header {line}"),
        }
    }
    let mut request = HttpRequest::new(SdkBody::from(body));
    request.set_method(method).unwrap();
    let host = &headers.iter().find(|(name, _)| name == "Host").unwrap().1;
    request
        .set_uri(format!("https://{host}{}", encoded(target)))
        .unwrap();
    for (name, value) in headers.into_iter().filter(|(name, _)| name != "Host") {
        request.headers_mut().append(name, value.trim().to_owned());
    }
    request
}

/// What cannot stand in a URI as it is.
fn encoded(target: &str) -> String {
    let bytes = target.bytes();
    bytes.fold(String::new(), |text, byte| match byte {
        b'!'..=b'~' => text + char::from(byte).encode_utf8(&mut [0; 4]),
        byte => text + &format!("%{byte:02X}"),
    })
}

fn signature(request: &HttpRequest, place: Place) -> String {
    let (text, key) = match place {
        Place::Header => (request.headers().get("authorization"), "Signature="),
        Place::Query => (Some(request.uri()), "X-Amz-Signature="),
    };
    let (_, found) = text.unwrap().split_once(key).unwrap();
    found.split('&').next().unwrap().to_owned()
}

fn expected<'v>(vector: &'v Value, place: Place, what: &str) -> &'v str {
    let place = match place {
        Place::Header => "header",
        Place::Query => "query",
    };
    text(&vector[format!("{place}_{what}")])
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

#[cfg(feature = "sigv4a")]
fn bytes(hex: &str) -> Vec<u8> {
    let digits = hex.as_bytes().chunks(2);
    let byte = |pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.map(byte).collect()
}
