//! Sessions of Roles Anywhere, for keys of every kind.

use std::time::{Duration, SystemTime};

use aws_credential_types::attributes::AccountId;
use aws_credential_types::provider::ProvideCredentials as _;
use aws_operation::roles_anywhere::{ClientCertificate, RolesAnywhere, Signer, SigningAlgorithm};
use aws_operation::{Credentials, DateTime};
use aws_smithy_types::date_time::Format;
use rcgen::SignatureAlgorithm;

use credentials::certificates::{self, Made};
use credentials::verify::judge;
use credentials::{Answer, Request, Server};

pub(crate) const ANCHOR: &str = "arn:aws:rolesanywhere:eu-west-1:123456789012:trust-anchor/a1";
pub(crate) const PROFILE: &str = "arn:aws:rolesanywhere:eu-west-1:123456789012:profile/p1";
pub(crate) const ROLE: &str = "arn:aws:iam::123456789012:role/path/Reader";

/// The service, as its documentation describes it.
pub(crate) fn service() -> Server {
    Server::start(|request, _| session(request))
}

/// Judges a request, and hands out a session.
pub(crate) fn session(request: &Request) -> Answer {
    if let Err(fault) = judge(request) {
        let body = format!(r#"{{"message": "{fault}"}}"#);
        return Answer::new(403, body).header("x-amzn-errortype", "AccessDeniedException:http://");
    }
    let asked: serde_json::Value = serde_json::from_slice(&request.body).expect("JSON");
    answer(asked["roleArn"].as_str().expect("a role"), in_an_hour())
}

pub(crate) fn in_an_hour() -> DateTime {
    DateTime::from(SystemTime::now() + Duration::from_hours(1))
}

/// A session of a role that ends then.
pub(crate) fn answer(role: &str, expiration: DateTime) -> Answer {
    let name = role.rsplit('/').next().expect("a name");
    let end = aws_smithy_types::DateTime::from_secs(expiration.secs());
    let end = end.fmt(Format::DateTime).expect("a year of four digits");
    let body = serde_json::json!({
        "credentialSet": [{
            "assumedRoleUser": {
                "arn": format!("arn:aws:sts::123456789012:assumed-role/{name}/fefe"),
                "assumedRoleId": "AROA:fefe",
            },
            "credentials": {
                "accessKeyId": "ASIAEXAMPLE",
                "expiration": end,
                "secretAccessKey": "hunter2",
                "sessionToken": "token",
            },
            "packedPolicySize": 1,
            "roleArn": role,
            "sourceIdentity": "CN=client",
        }],
        "subjectArn": "arn:aws:rolesanywhere:eu-west-1:123456789012:subject/s1",
    });
    Answer::new(201, body.to_string()).header("content-type", "application/json")
}

/// The source with this certificate, at `server`.
pub(crate) fn source(server: &Server, certificate: ClientCertificate) -> RolesAnywhere {
    RolesAnywhere::new(certificate, ANCHOR, PROFILE, ROLE).client_config(&server.config())
}

async fn take(server: &Server, made: &Made) -> aws_credential_types::Credentials {
    let certificate = ClientCertificate::from_bytes(made.bundle());
    let credentials = Credentials::from(source(server, certificate));
    credentials.provide_credentials().await.expect("a session")
}

async fn signs(algorithm: &'static SignatureAlgorithm, name: &str) {
    for intermediates in [0, 2] {
        let server = service();
        let made = certificates::make_below(algorithm, &certificates::client(), intermediates);
        let keys = take(&server, &made).await;
        assert_eq!(keys.access_key_id(), "ASIAEXAMPLE");
        assert_eq!(keys.session_token(), Some("token"));
        assert_eq!(
            keys.account_id().map(AccountId::as_str),
            Some("123456789012")
        );

        let judged = judge(&server.seen()[0]).expect("it was right");
        assert_eq!(judged.algorithm, name);
        assert_eq!(judged.region, "eu-west-1");
        assert_eq!(judged.chain.len(), intermediates, "the root is not sent");
    }
}

#[tokio::test]
async fn rsa_signs() {
    signs(&rcgen::PKCS_RSA_SHA256, "AWS4-X509-RSA-SHA256").await;
}

#[tokio::test]
async fn ecdsa_signs_over_sha_256_on_every_curve() {
    signs(&rcgen::PKCS_ECDSA_P256_SHA256, "AWS4-X509-ECDSA-SHA256").await;
    signs(&rcgen::PKCS_ECDSA_P384_SHA384, "AWS4-X509-ECDSA-SHA256").await;
    signs(&rcgen::PKCS_ECDSA_P521_SHA512, "AWS4-X509-ECDSA-SHA256").await;
}

#[tokio::test]
async fn ml_dsa_signs_in_every_size() {
    signs(&rcgen::PKCS_ML_DSA_44, "AWS4-X509-MLDSA").await;
    signs(&rcgen::PKCS_ML_DSA_65, "AWS4-X509-MLDSA").await;
    signs(&rcgen::PKCS_ML_DSA_87, "AWS4-X509-MLDSA").await;
}

#[tokio::test]
async fn what_is_unset_is_not_sent() {
    let server = service();
    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    take(&server, &made).await;
    let seen = server.seen();
    let body: serde_json::Value = serde_json::from_str(seen[0].text()).expect("JSON");
    let sent = serde_json::json!({
        "profileArn": PROFILE, "roleArn": ROLE, "trustAnchorArn": ANCHOR,
    });
    assert_eq!(body, sent);
    assert_eq!(seen[0].header("content-type"), Some("application/json"));
    assert_eq!(seen[0].header("x-amz-x509-chain"), None);
}

#[tokio::test]
async fn duration_and_session_name_are_sent() {
    let server = service();
    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    let source = source(&server, ClientCertificate::from_bytes(made.bundle()))
        .duration(Duration::from_mins(30))
        .session_name("ten-euros");
    Credentials::from(source)
        .provide_credentials()
        .await
        .expect("a session");
    let body: serde_json::Value = serde_json::from_str(server.seen()[0].text()).expect("JSON");
    assert_eq!(body["durationSeconds"], 1800);
    assert_eq!(body["roleSessionName"], "ten-euros");
}

#[tokio::test]
async fn each_attempt_is_signed_and_failures_are_tried_again() {
    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    for status in [429, 500, 503] {
        let server = Server::start(move |request, before| match before {
            0 => Answer::new(status, "<html>busy</html>").header("content-type", "text/html"),
            _ => session(request),
        });
        take(&server, &made).await;
        let seen = server.seen();
        assert_eq!(seen.len(), 2, "{status}");
        judge(&seen[0]).expect("the first is signed");
        judge(&seen[1]).expect("the second is signed");
    }
}

/// The service's clock is an hour ahead of this computer's, or behind it.
#[tokio::test]
async fn a_clock_that_is_off_is_corrected_once() {
    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    for ahead in [3600_i64, -3600] {
        let server = Server::start(move |request, _| {
            let there = DateTime::from(SystemTime::now()).secs() + ahead;
            let date = aws_smithy_types::DateTime::from_secs(there);
            let shown = date.fmt(Format::HttpDate).expect("a date");
            let judged = judge(request).expect("it is signed");
            let signed_at = minutes(&judged.time);
            let now = minutes(
                &date
                    .fmt(Format::DateTime)
                    .expect("a date")
                    .replace(['-', ':'], ""),
            );
            if signed_at.abs_diff(now) > 5 {
                let body = r#"{"message": "Signature expired"}"#;
                return Answer::new(403, body)
                    .header("x-amzn-errortype", "AccessDeniedException")
                    .header("date", shown);
            }
            answer(ROLE, DateTime::from_secs(there + 3600)).header("date", shown)
        });
        let keys = take(&server, &made).await;
        assert_eq!(server.seen().len(), 2);
        // What ends in an hour ends in an hour here, too.
        let left = keys
            .expiry()
            .expect("an end")
            .duration_since(SystemTime::now());
        let left = left.expect("it has not ended").as_secs();
        assert!((3590..=3600).contains(&left), "{left}");
    }
}

/// Of a time like `20261122T120000Z`, within a month.
fn minutes(time: &str) -> u32 {
    let number = |range: std::ops::Range<usize>| time[range].parse::<u32>().expect("digits");
    (number(6..8) * 24 + number(9..11)) * 60 + number(11..13)
}

/// What another implementation signs, the server of these tests takes: it is no accomplice of ours.
#[test]
fn the_verifier_takes_what_others_sign() {
    let path = "../../runtime/src/credentials/roles_anywhere/tests/oracle.jsonl";
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let vectors = std::fs::read_to_string(path).expect("the vectors");
    for line in vectors.lines() {
        let vector: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let headers = vector["headers"].as_object().expect("headers");
        let mut request = Request {
            method: "POST".to_owned(),
            target: "/sessions".to_owned(),
            headers: headers
                .iter()
                .map(|(name, value)| (name.clone(), value.as_str().expect("text").to_owned()))
                .collect(),
            body: vector["body"].as_str().expect("text").as_bytes().to_vec(),
        };
        judge(&request).expect("it is right");
        request.body.push(b' ');
        assert_eq!(
            judge(&request).expect_err("it is not"),
            "the signature is wrong"
        );
    }
    assert_eq!(vectors.lines().count(), 16);
}

/// A key that this crate does not get to see.
struct Device(ring::signature::EcdsaKeyPair);

impl Signer for Device {
    fn sign(
        &self,
        algorithm: SigningAlgorithm,
        message: &[u8],
    ) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
        assert_eq!(algorithm, SigningAlgorithm::EcdsaP256);
        let random = ring::rand::SystemRandom::new();
        let signature = self.0.sign(&random, message);
        Ok(signature
            .map_err(|_| "the device is broken")?
            .as_ref()
            .to_vec())
    }
}

#[tokio::test]
async fn a_device_signs() {
    let made = certificates::make_below(&rcgen::PKCS_ECDSA_P256_SHA256, &certificates::client(), 1);
    let key = rcgen::KeyPair::from_pem(&made.key)
        .expect("a key")
        .serialize_der();
    let algorithm = &ring::signature::ECDSA_P256_SHA256_ASN1_SIGNING;
    let random = ring::rand::SystemRandom::new();
    let key = ring::signature::EcdsaKeyPair::from_pkcs8(algorithm, &key, &random);
    let certificates = format!("{}{}", made.certificate, made.above.concat());
    let server = service();
    let certificate = ClientCertificate::from_signer(certificates, Device(key.expect("a key")));
    let credentials = Credentials::from(source(&server, certificate));
    credentials.provide_credentials().await.expect("a session");
    assert_eq!(
        judge(&server.seen()[0]).expect("it is right").chain.len(),
        1
    );
}
