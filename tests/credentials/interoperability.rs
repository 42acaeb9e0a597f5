//! The official SDK takes our sources, and we take its.

use std::sync::{Arc, Mutex};

use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_credential_types::provider::ProvideCredentials as _;
use aws_operation::Credentials;
use aws_operation::roles_anywhere::ClientCertificate;
use aws_runtime::env_config::file::{EnvConfigFileKind, EnvConfigFiles};
use aws_sdk_sts::config::{BehaviorVersion, Region};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;

use crate::create_session::{service, source};
use crate::sts::{ASSUMED, CALLER, ROLE, ok};
use credentials::Server;
use credentials::certificates;

fn credentials(server: &Server) -> Credentials {
    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    source(server, ClientCertificate::from_bytes(made.bundle())).into()
}

#[tokio::test]
async fn an_official_client_calls_with_our_credentials() {
    let (sessions, sts) = (service(), Server::start(|_, _| ok(CALLER)));
    let config = aws_sdk_sts::Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .endpoint_url(sts.url().as_str())
        .credentials_provider(credentials(&sessions))
        .http_client(aws_smithy_http_client::Builder::new().build_http())
        .build();
    let client = aws_sdk_sts::Client::from_conf(config);
    for _ in 0..3 {
        let caller = client
            .get_caller_identity()
            .send()
            .await
            .expect("an answer");
        assert_eq!(caller.account(), Some("123456789012"));
    }
    assert_eq!(sessions.seen().len(), 1, "one session for all");
    let sent = sts.seen();
    assert_eq!(sent[0].header("x-amz-security-token"), Some("token"));
    let authorization = sent[0].header("authorization").expect("it is signed");
    assert!(
        authorization.contains("Credential=ASIAEXAMPLE/"),
        "{authorization}"
    );
}

/// Answers for AWS's own STS, which no test calls.
#[derive(Debug, Clone, Default)]
struct Sts(Arc<Mutex<Vec<String>>>);

impl HttpConnector for Sts {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let signature = request.headers().get("authorization").unwrap_or_default();
        self.0
            .lock()
            .expect("nobody panics with it")
            .push(signature.to_owned());
        let status = 200.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(ASSUMED))))
    }
}

#[tokio::test]
async fn a_profile_names_roles_anywhere_as_its_source() {
    let (sessions, sts) = (service(), Sts::default());
    let profile = format!(
        "[profile chained]\nrole_arn = {ROLE}\ncredential_source = RolesAnywhere\n\
         region = eu-west-1\n"
    );
    let files = EnvConfigFiles::builder()
        .with_contents(EnvConfigFileKind::Config, profile)
        .build();
    let answers = sts.clone();
    let http = http_client_fn(move |_, _| SharedHttpConnector::new(answers.clone()));
    let config = ProviderConfig::empty()
        .with_http_client(http)
        .with_region(Some(Region::new("eu-west-1")));
    let provider = ProfileFileCredentialsProvider::builder()
        .configure(&config)
        .profile_files(files)
        .profile_name("chained")
        .with_custom_provider("RolesAnywhere", credentials(&sessions))
        .build();
    let keys = Credentials::from_provider(provider)
        .provide_credentials()
        .await;
    assert_eq!(keys.expect("a role").access_key_id(), "ASIAROLE");
    assert_eq!(sessions.seen().len(), 1, "the profile's source was asked");
    let signed = sts.0.lock().expect("nobody panics with it");
    assert!(signed[0].contains("Credential=ASIAEXAMPLE/"), "{signed:?}");
}
