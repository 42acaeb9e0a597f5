//! What is wrong is said before the service is asked, which would not say what it is.

use std::error::Error;
use std::time::{Duration, SystemTime};

use aws_credential_types::provider::ProvideCredentials as _;
use aws_credential_types::provider::error::CredentialsError;
use aws_operation::roles_anywhere::{ClientCertificate, RolesAnywhere, Signer, SigningAlgorithm};
use aws_operation::{Credentials, DateTime, Region, SdkClientConfig};
use rcgen::{BasicConstraints, CertificateParams, DistinguishedName, IsCa, KeyUsagePurpose};

use crate::create_session::{ANCHOR, PROFILE, ROLE, answer, in_an_hour, service, source};
use credentials::certificates::{self, Made, client};
use credentials::{Answer, Server};

/// The texts of an error and of all that caused it, in one line.
pub(crate) fn chain(error: &dyn Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {}", chain(cause)),
        None => error.to_string(),
    }
}

async fn failure(source: RolesAnywhere) -> CredentialsError {
    let credentials = Credentials::from(source);
    credentials
        .provide_credentials()
        .await
        .expect_err("no session")
}

/// Fails for ever, with these words, and without asking the service.
async fn refuses(certificate: ClientCertificate, words: &str) {
    let server = service();
    let error = failure(source(&server, certificate)).await;
    let shown = chain(&error);
    assert!(shown.contains(words), "{shown}");
    assert!(
        matches!(error, CredentialsError::InvalidConfiguration(_)),
        "{error:?}"
    );
    assert!(server.seen().is_empty(), "the service was asked");
}

fn with(params: &CertificateParams) -> ClientCertificate {
    bytes(&certificates::make_below(
        &rcgen::PKCS_ECDSA_P256_SHA256,
        params,
        0,
    ))
}

fn bytes(made: &Made) -> ClientCertificate {
    ClientCertificate::from_bytes(made.bundle())
}

#[tokio::test]
async fn certificates_that_the_service_does_not_take() {
    let now = SystemTime::now();
    let mut params = client();
    params.not_after = (now - Duration::from_hours(1)).into();
    refuses(with(&params), "the certificate ended at ").await;

    let mut params = client();
    params.not_before = (now + Duration::from_hours(1)).into();
    refuses(with(&params), "the certificate is not valid before ").await;

    let mut params = client();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    refuses(
        with(&params),
        "the certificate is a certificate authority's",
    )
    .await;

    let mut params = client();
    params.key_usages = vec![KeyUsagePurpose::KeyEncipherment];
    refuses(
        with(&params),
        "its key usage has to have `digitalSignature`",
    )
    .await;

    let mut params = client();
    params.key_usages = Vec::new();
    refuses(
        with(&params),
        "its key usage has to have `digitalSignature`",
    )
    .await;

    let mut params = client();
    params.distinguished_name = DistinguishedName::new();
    refuses(with(&params), "the certificate has no subject").await;
}

#[tokio::test]
async fn chains_and_keys_that_do_not_fit() {
    let p256 = &rcgen::PKCS_ECDSA_P256_SHA256;
    let deep = certificates::make_below(p256, &client(), 6);
    refuses(bytes(&deep), "more than 5 certificates between").await;
    let just = certificates::make_below(p256, &client(), 5);
    let server = service();
    let credentials = Credentials::from(source(&server, bytes(&just)));
    credentials
        .provide_credentials()
        .await
        .expect("five are taken");

    let (one, other) = (certificates::make(p256), certificates::make(p256));
    let mixed = format!("{}{}", one.certificate, other.key);
    let mixed = ClientCertificate::from_bytes(mixed);
    refuses(mixed, "the private key is not the certificate's").await;
    let no_key = ClientCertificate::from_bytes(one.certificate.clone());
    refuses(no_key, "there is no private key").await;
    let no_certificate = ClientCertificate::from_bytes(one.key.clone());
    refuses(no_certificate, "there is no certificate").await;

    let ed25519 = certificates::make(&rcgen::PKCS_ED25519);
    refuses(
        bytes(&ed25519),
        "the key is of the algorithm 1.3.101.112; Roles Anywhere takes RSA",
    )
    .await;
    let nothing = ClientCertificate::from_bytes("nothing of the kind");
    refuses(nothing, "no PEM, no certificate's DER and no PKCS#12").await;
    let cut = &one.bundle()[..200];
    refuses(ClientCertificate::from_bytes(cut), "the PEM cannot be read").await;
}

#[tokio::test]
async fn a_file_that_is_not_there_may_come() {
    let server = service();
    let error = failure(source(
        &server,
        ClientCertificate::from_file("/nowhere/client.pem"),
    ))
    .await;
    let shown = chain(&error);
    assert!(
        shown.contains("/nowhere/client.pem cannot be read: No such file"),
        "{shown}"
    );
    assert!(
        matches!(error, CredentialsError::ProviderError(_)),
        "{error:?}"
    );
}

/// A signer whose key is another one than the certificate's.
struct Stranger;

impl Signer for Stranger {
    fn sign(&self, _: SigningAlgorithm, _: &[u8]) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
        Ok(vec![1, 2, 3])
    }
}

#[tokio::test]
async fn what_a_signer_signs_is_verified() {
    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    let certificate = ClientCertificate::from_signer(made.certificate, Stranger);
    refuses(certificate, "the signer's key is not the certificate's").await;
}

#[tokio::test]
async fn settings_that_do_not_go_together() {
    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    let server = service();
    let refuses = async |anchor: &str, profile: &str, role: &str, words: &str| {
        let source =
            RolesAnywhere::new(bytes(&made), anchor, profile, role).client_config(&server.config());
        let shown = chain(&failure(source).await);
        assert!(shown.contains(words), "{shown}");
    };
    refuses(
        PROFILE,
        PROFILE,
        ROLE,
        "is not the ARN of a trust anchor of Roles Anywhere",
    )
    .await;
    refuses(
        ANCHOR,
        ANCHOR,
        ROLE,
        "is not the ARN of a profile of Roles Anywhere",
    )
    .await;
    refuses(
        ANCHOR,
        PROFILE,
        "Reader",
        "\"Reader\" is not the ARN of a role",
    )
    .await;
    let other = PROFILE.replace("eu-west-1", "us-east-1");
    refuses(
        ANCHOR,
        &other,
        ROLE,
        "the trust anchor is in eu-west-1, the profile in us-east-1",
    )
    .await;
    for region in [
        "x@evil.example:443/#",
        "us-east-1\n",
        "evil.example/",
        "٣",
        "",
    ] {
        let anchor = ANCHOR.replace("eu-west-1", region);
        let source =
            RolesAnywhere::new(bytes(&made), anchor, PROFILE, ROLE).client_config(&server.config());
        let error = failure(source).await;
        assert!(
            matches!(error, CredentialsError::InvalidConfiguration(_)),
            "{error:?}"
        );
    }

    let asked_elsewhere = source(&server, bytes(&made)).region(Region::UsEast1);
    let shown = chain(&failure(asked_elsewhere).await);
    assert!(shown.contains("and us-east-1 is asked"), "{shown}");
    let long = source(&server, bytes(&made)).duration(Duration::from_hours(13));
    let shown = chain(&failure(long).await);
    assert!(
        shown.contains("a session lasts 15 minutes to 12 hours"),
        "{shown}"
    );
    let fips = source(&server, bytes(&made)).client_config(&SdkClientConfig::new().with_fips(true));
    let shown = chain(&failure(fips).await);
    assert!(shown.contains("FIPS"), "{shown}");
    assert!(server.seen().is_empty(), "the service was asked");
}

#[tokio::test]
async fn answers_that_are_none() {
    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    let shown = async |answer: fn() -> Answer| {
        let server = Server::start(move |_, _| answer());
        let error = failure(source(&server, bytes(&made))).await;
        (
            chain(&error),
            matches!(error, CredentialsError::InvalidConfiguration(_)),
        )
    };
    let denied = shown(|| {
        Answer::new(403, r#"{"message": "Untrusted certificate"}"#)
            .header("x-amzn-errortype", "AccessDeniedException:http://internal/")
    });
    let (text, stays) = denied.await;
    assert!(
        text.contains("AccessDeniedException: Untrusted certificate (status 403"),
        "{text}"
    );
    assert!(!stays, "policies take a while to reach every place");

    let missing = shown(|| {
        Answer::new(404, r#"{"message": "no such profile"}"#)
            .header("x-amzn-errortype", "ResourceNotFoundException")
    });
    let (text, stays) = missing.await;
    assert!(
        text.contains("ResourceNotFoundException: no such profile"),
        "{text}"
    );
    assert!(stays);

    let (text, _) = shown(|| Answer::new(201, "<html>welcome</html>")).await;
    assert!(text.contains("the answer cannot be read"), "{text}");
    let (text, _) = shown(|| Answer::new(403, "<html>no</html>")).await;
    assert!(text.contains("status 403"), "{text}");
    let (text, _) = shown(|| Answer::new(201, r#"{"credentialSet": []}"#)).await;
    assert!(
        text.contains("the answer has no credentials in it"),
        "{text}"
    );
    for role in [
        "arn:aws:iam::123456789012:role/path/Admin",
        "arn:aws:iam::999999999999:role/path/Reader",
    ] {
        let server = Server::start(move |_, _| answer(role, in_an_hour()));
        let text = chain(&failure(source(&server, bytes(&made))).await);
        assert!(text.contains("credentials of another role"), "{text}");
    }
    // What has ended is not taken for good: see the cache's own tests. Here: it is not lost.
    let ended = Server::start(|_, _| answer(ROLE, DateTime::from_secs(1)));
    let keys = Credentials::from(source(&ended, bytes(&made)))
        .provide_credentials()
        .await;
    assert!(keys.is_ok(), "{keys:?}");
}
