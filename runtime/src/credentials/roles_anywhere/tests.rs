//! Requests as another implementation signs them: PyPI's `iam-rolesanywhere-session`.

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::date_time::{DateTime, Format};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::ClientCertificate;
use super::signature::{Certificate, Scope, ServiceClock};
use crate::hex::hex;

#[test]
fn the_signatures_are_those_of_another_implementation() {
    let mut compared = 0;
    for line in include_str!("tests/oracle.jsonl").lines() {
        let vector: Value = serde_json::from_str(line).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let headers = &vector["headers"];

        let loaded = ClientCertificate::from_bytes(text(&vector["pem"]))
            .load()
            .unwrap();
        let certificate = Certificate::new(loaded, ServiceClock::default());
        let body = text(&vector["body"]);
        let mut request = HttpRequest::new(SdkBody::from(body.as_str()));
        request.set_method("POST").unwrap();
        request.set_uri(text(&vector["url"])).unwrap();
        let content_type = text(&headers["content-type"]);
        request.headers_mut().insert("content-type", content_type);
        let time = text(&headers["x-amz-date"]);
        let shown = format!(
            "{}-{}-{}T{}:{}:{}Z",
            &time[..4],
            &time[4..6],
            &time[6..8],
            &time[9..11],
            &time[11..13],
            &time[13..15]
        );
        let now = DateTime::from_str(&shown, Format::DateTime).unwrap();
        let scope = Scope {
            region: "eu-west-1",
            service: "rolesanywhere",
            now: now.try_into().unwrap(),
            body_hash: &hex(Sha256::digest(body)),
        };
        certificate.sign(&mut request, &scope).unwrap();

        for name in ["host", "x-amz-date", "x-amz-x509", "x-amz-x509-chain"] {
            assert_eq!(
                request.headers().get(name),
                headers[name].as_str(),
                "{name}"
            );
        }
        // Every signature of ECDSA is another one; the verifying server of the other tests judges
        // those. All before it is the same.
        let ours = request.headers().get("authorization").unwrap();
        let theirs = text(&headers["authorization"]);
        let before = |text: &str| text.split("Signature=").next().unwrap().to_owned();
        match vector["name"].as_str() {
            Some("rsa") => assert_eq!(ours, theirs),
            _ => assert_eq!(before(ours), before(&theirs)),
        }
        compared += 1;
    }
    assert_eq!(compared, 16);
}
