//! No secret is shown: not in `Debug`, not in errors, not in what any crate logs at TRACE.

use std::io::Write;
use std::process::Command;
use std::sync::{Arc, Mutex};

use aws_credential_types::provider::ProvideCredentials as _;
use aws_operation::roles_anywhere::ClientCertificate;
use aws_operation::{
    AssumeRole, Credentials, Region, StaticCredentials, WebIdentity, validate_credentials,
};

use crate::create_session::{service, source};
use crate::refusals::chain;
use crate::sts::{ASSUMED, CALLER, ROLE, ok};
use credentials::certificates;
use credentials::{Answer, Server};

/// Of what is given and of what is answered.
const MARKERS: [&str; 7] = [
    "MARKER-SECRET-KEY",
    "MARKER-PASSWORD",
    "MARKER-WEB-TOKEN",
    "MARKER-MFA-CODE",
    "hunter2",
    "hunter3",
    "role-token",
];

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("nobody panics with it").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    /// Takes a text as if it had been logged.
    fn note(&self, text: &str) {
        self.clone()
            .write_all(text.as_bytes())
            .expect("memory takes everything");
    }

    async fn note_outcome(&self, credentials: &Credentials) {
        self.note(&format!("{credentials:?} {credentials:#?}"));
        match credentials.provide_credentials().await {
            Ok(keys) => self.note(&format!("{keys:?}")),
            Err(error) => self.note(&format!("{error:?} {error:#?} {}", chain(&error))),
        }
    }
}

/// What everything logs belongs to the whole process, hence one of its own: this test again.
#[test]
fn no_secret_is_shown() {
    const INSIDE: &str = "AWS_OPERATION_TEST_INSIDE";
    if std::env::var_os(INSIDE).is_none() {
        let output = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "secrecy::no_secret_is_shown"])
            .env(INSIDE, "1")
            .output()
            .expect("it runs");
        let shown = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && shown.contains("1 passed"),
            "{shown}"
        );
        return;
    }
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .init();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(everything(&log));

    let log = log.0.lock().expect("nobody panics with it");
    let log = String::from_utf8_lossy(&log);
    assert!(
        log.contains("TRACE") && log.contains("CreateSession"),
        "nothing was logged"
    );
    for marker in MARKERS {
        let line = log.lines().find(|line| line.contains(marker));
        assert!(line.is_none(), "{marker} is in the log: {line:?}");
    }
    assert!(!log.contains("PRIVATE KEY"), "a key is in the log");
    assert!(
        !log.contains("AWS4-X509-ECDSA-SHA256 Credential"),
        "a signature is in the log"
    );
}

async fn everything(log: &Log) {
    let keys = StaticCredentials::new("AKIABASE", "MARKER-SECRET-KEY");
    log.note(&format!("{keys:?}"));
    for answer in [200, 400, 500] {
        let sts = Server::start(move |request, _| match answer {
            200 if request.text().contains("GetCallerIdentity") => ok(CALLER),
            200 if request.text().contains("WithWebIdentity") => {
                ok(&ASSUMED.replace("AssumeRoleRes", "AssumeRoleWithWebIdentityRes"))
            }
            200 => ok(ASSUMED),
            // Some proxies say what they were asked.
            status => Answer::new(status, format!("<html>{}</html>", request.text())),
        });
        let config = sts.config();
        let caller =
            validate_credentials(&keys.clone().into(), Region::EuWest1).client_config(&config);
        log.note(&format!("{caller:?}"));
        log.note(&format!("{:?}", caller.await));
        let role = AssumeRole::new(keys.clone(), Region::EuWest1, ROLE)
            .external_id("MARKER-PASSWORD")
            .mfa("alice", || async { Ok("MARKER-MFA-CODE".to_owned()) })
            .client_config(&config);
        log.note(&format!("{role:?}"));
        log.note_outcome(&role.into()).await;
        let token = WebIdentity::with_token(Region::EuWest1, ROLE, || async {
            Ok("MARKER-WEB-TOKEN".to_owned())
        });
        let token = token.client_config(&config);
        log.note(&format!("{token:?}"));
        log.note_outcome(&token.into()).await;
    }

    let made = certificates::make(&rcgen::PKCS_ECDSA_P256_SHA256);
    let bundle = made.bundle();
    let sessions = service();
    for certificate in [
        ClientCertificate::from_bytes(bundle.clone()),
        ClientCertificate::from_bytes(bundle.replace("-----END", "")),
        ClientCertificate::from_bytes(
            bundle
                .replace("BEGIN PRIVATE", "BEGIN ENCRYPTED PRIVATE")
                .replace("END PRIVATE", "END ENCRYPTED PRIVATE"),
        ),
        ClientCertificate::from_bytes("MARKER-SECRET-KEY"),
    ] {
        let certificate = certificate.with_password("MARKER-PASSWORD");
        let source = source(&sessions, certificate);
        log.note(&format!("{source:?} {source:#?}"));
        log.note_outcome(&source.into()).await;
    }
    let echo = Server::start(|request, _| {
        let signature = request.header("authorization").unwrap_or_default();
        Answer::new(
            403,
            format!(r#"{{"message": "no", "yours": "{signature}"}}"#),
        )
    });
    log.note_outcome(&source(&echo, ClientCertificate::from_bytes(bundle)).into())
        .await;
}
