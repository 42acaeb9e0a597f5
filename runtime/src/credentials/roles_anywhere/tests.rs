//! Requests as another implementation signs them: the Python package `iam-rolesanywhere-session`.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::date_time::{DateTime, Format};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::ClientCertificate;
use super::service_clock::ServiceClock;
use super::session::{CreateSessionRequest, create_session};
use super::signature::{Certificate, Scope};
use crate::hex::hex;
use crate::{Credentials, Region, RetryPolicy, SdkClientConfig};

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

/// Keeps where requests go, and refuses them.
#[derive(Debug, Clone, Default)]
struct Nowhere(Arc<Mutex<Vec<String>>>);

impl HttpConnector for Nowhere {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        self.0.lock().unwrap().push(request.uri().to_owned());
        let answer = HttpResponse::new(403.try_into().unwrap(), SdkBody::from("{}"));
        HttpConnectorFuture::ready(Ok(answer))
    }
}

#[tokio::test]
async fn every_partition_has_its_endpoint() {
    let vector = include_str!("tests/oracle.jsonl").lines().next().unwrap();
    let vector: Value = serde_json::from_str(vector).unwrap();
    let loaded = ClientCertificate::from_bytes(vector["pem"].as_str().unwrap())
        .load()
        .unwrap();
    let certificate = Certificate::new(loaded, ServiceClock::default());
    let credentials = Credentials::from_certificate(certificate);
    let request = CreateSessionRequest {
        duration_seconds: None,
        profile_arn: "p",
        role_arn: "r",
        role_session_name: None,
        trust_anchor_arn: "t",
    };
    let (plain, fips) = (
        SdkClientConfig::new(),
        SdkClientConfig::new().with_fips(true),
    );
    let dual = SdkClientConfig::new().with_dual_stack(true);
    for (region, config, host) in [
        ("eu-west-1", &plain, "rolesanywhere.eu-west-1.amazonaws.com"),
        (
            "cn-north-1",
            &plain,
            "rolesanywhere.cn-north-1.amazonaws.com.cn",
        ),
        (
            "eusc-de-east-1",
            &plain,
            "rolesanywhere.eusc-de-east-1.amazonaws.eu",
        ),
        (
            "us-gov-west-1",
            &fips,
            "rolesanywhere-fips.us-gov-west-1.amazonaws.com",
        ),
        ("eu-west-1", &dual, "rolesanywhere.eu-west-1.api.aws"),
        (
            "us-east-1",
            &fips.clone().or(&dual),
            "rolesanywhere-fips.us-east-1.api.aws",
        ),
    ] {
        let seen = Nowhere::default();
        let connector = seen.clone();
        let client = http_client_fn(move |_, _| SharedHttpConnector::new(connector.clone()));
        let error = create_session(&credentials, Region::new(region).unwrap(), &request)
            .client_config(&config.clone().with_retry_policy(RetryPolicy::None))
            .http_client(client)
            .await
            .unwrap_err();
        assert_eq!(error.status(), Some(403), "{error}");
        assert_eq!(
            *seen.0.lock().unwrap(),
            [format!("https://{host}/sessions")]
        );
    }
}
