//! Every format that certificates and keys come in, as OpenSSL writes them.

use std::path::PathBuf;
use std::process::Command;

use aws_credential_types::provider::ProvideCredentials as _;
use aws_operation::Credentials;
use aws_operation::roles_anywhere::ClientCertificate;

use crate::create_session::{service, source};
use crate::refusals::chain;
use credentials::certificates;
use credentials::verify::judge;

const PASSWORD: &str = "hunter2";

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}

/// How long the chain is that was sent, or why nothing was.
async fn take(certificate: ClientCertificate) -> Result<usize, String> {
    let server = service();
    let credentials = Credentials::from(source(&server, certificate));
    let keys = credentials.provide_credentials().await;
    keys.map_err(|error| chain(&error))?;
    Ok(judge(&server.seen()[0])?.chain.len())
}

#[tokio::test]
async fn one_file_holds_all_of_it() {
    for name in ["p256-sec1.pem", "p384-sec1.pem", "p521-sec1.pem"] {
        assert_eq!(
            take(ClientCertificate::from_file(file(name))).await,
            Ok(1),
            "{name}"
        );
    }
    // The root is in these, too, and comes first.
    for name in ["p256-pkcs8.pem", "p384-pkcs8.pem", "p521-pkcs8.pem"] {
        assert_eq!(
            take(ClientCertificate::from_file(file(name))).await,
            Ok(1),
            "{name}"
        );
    }
}

#[tokio::test]
async fn certificate_and_key_are_apart() {
    for key in ["rsa-pkcs1.pem", "rsa-pkcs8.pem"] {
        let pair = ClientCertificate::from_files(file("rsa-chain.pem"), file(key));
        assert_eq!(take(pair).await, Ok(1), "{key}");
        let der = ClientCertificate::from_files(file("rsa.der"), file(key));
        assert_eq!(take(der).await, Ok(0), "{key}");
    }
}

#[tokio::test]
async fn keys_are_encrypted() {
    for name in [
        "aes128-sha1",
        "aes256-sha256",
        "aes256-sha384",
        "aes256-sha512",
        "3des",
        "scrypt",
    ] {
        let key = file(&format!("rsa-pkcs8-{name}.pem"));
        let pair = ClientCertificate::from_files(file("rsa-chain.pem"), key);
        assert_eq!(
            take(pair.clone().with_password(PASSWORD)).await,
            Ok(1),
            "{name}"
        );

        let fault = take(pair.clone().with_password("hunter3"))
            .await
            .expect_err("another one");
        assert!(
            fault.contains("the private key cannot be decrypted: the password is another one"),
            "{name}: {fault}"
        );
        assert!(!fault.contains("hunter"), "{fault}");
        let fault = take(pair).await.expect_err("no password");
        assert!(
            fault.contains("is encrypted; set the certificate's password"),
            "{fault}"
        );
    }
    let old = ClientCertificate::from_files(file("rsa-chain.pem"), file("rsa-md5.pem"));
    let fault = take(old.with_password(PASSWORD))
        .await
        .expect_err("it is not taken");
    assert!(
        fault.contains("convert it with `openssl pkcs8 -topk8`"),
        "{fault}"
    );
}

#[tokio::test]
async fn pkcs12_of_any_age() {
    for name in [
        "rsa-modern",
        "rsa-legacy",
        "rsa-3des",
        "p384-modern",
        "p521-modern",
    ] {
        let store = ClientCertificate::from_file(file(&format!("{name}.p12")));
        assert_eq!(
            take(store.clone().with_password(PASSWORD)).await,
            Ok(1),
            "{name}"
        );
        let fault = take(store.with_password("hunter3"))
            .await
            .expect_err("another one");
        assert!(
            fault.contains(&format!(
                "{name}.p12: the PKCS#12 cannot be opened: the password is another one"
            )),
            "{fault}"
        );
    }
    for name in ["rsa-no-password.p12", "rsa-legacy-no-password.p12"] {
        assert_eq!(
            take(ClientCertificate::from_file(file(name))).await,
            Ok(1),
            "{name}"
        );
    }
}

#[tokio::test]
async fn an_id_is_a_path_or_two() {
    let pair = format!(
        "{}, {}",
        file("rsa-chain.pem").display(),
        file("rsa-pkcs1.pem").display()
    );
    assert_eq!(take(ClientCertificate::from_id(pair)).await, Ok(1));
    let one = file("rsa-modern.p12").display().to_string();
    assert_eq!(
        take(ClientCertificate::from_id(one).with_password(PASSWORD)).await,
        Ok(1)
    );
}

const INSIDE: &str = "AWS_OPERATION_TEST_INSIDE";

/// The environment belongs to the whole process, hence one of its own: this test again.
#[tokio::test]
async fn an_id_is_an_entry_of_the_environment() {
    if std::env::var_os(INSIDE).is_some() {
        for id in ["with its password", "without one"] {
            assert_eq!(take(ClientCertificate::from_id(id)).await, Ok(1), "{id}");
        }
        let fault = take(ClientCertificate::from_id("damaged"))
            .await
            .expect_err("no base64");
        assert!(
            fault.contains("`damaged` of CLIENT_CERTIFICATES: `pfx` is no base64"),
            "{fault}"
        );
        let fault = take(ClientCertificate::from_id("missing"))
            .await
            .expect_err("no entry");
        assert!(fault.contains("missing cannot be read"), "{fault}");
        return;
    }
    let read = |name| std::fs::read(file(name)).expect("a fixture");
    let encode = aws_smithy_types::base64::encode;
    let entries = serde_json::json!([
        {"pin_to": "with its password", "pfx": encode(read("rsa-modern.p12")), "password": PASSWORD},
        {"pin_to": "without one", "pfx": encode(read("rsa-no-password.p12"))},
        {"pin_to": "damaged", "pfx": "!"},
    ]);
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "files::an_id_is_an_entry_of_the_environment"])
        .env(INSIDE, "1")
        .env("CLIENT_CERTIFICATES", entries.to_string())
        .output()
        .expect("it runs");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && shown.contains("1 passed"),
        "{shown}"
    );
}

/// A certificate is replaced while the program runs.
#[tokio::test]
async fn files_are_read_each_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("client.pem");
    let server = service();
    let source = source(&server, ClientCertificate::from_file(&path));
    for algorithm in [&rcgen::PKCS_ECDSA_P256_SHA256, &rcgen::PKCS_RSA_SHA256] {
        std::fs::write(&path, certificates::make(algorithm).bundle()).expect("it is written");
        source.provide_credentials().await.expect("a session");
    }
    let algorithms: Vec<_> = server
        .seen()
        .iter()
        .map(|request| judge(request).expect("it is signed").algorithm)
        .collect();
    assert_eq!(
        algorithms,
        ["AWS4-X509-ECDSA-SHA256", "AWS4-X509-RSA-SHA256"]
    );
}

/// Files that are damaged anywhere are an error, or do no harm.
#[test]
fn damaged_files_are_refused() {
    use std::error::Error as _;

    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let runtime = runtime.expect("a runtime");
    let server = service();
    let mut random = 1_u64;
    let mut next = move || {
        // Knuth's numbers, good enough for places.
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).expect("31 bits")
    };
    for name in [
        "p384-sec1.pem",
        "p521-pkcs8.pem",
        "rsa-pkcs8.pem",
        "p384-modern.p12",
        "rsa-3des.p12",
    ] {
        let original = std::fs::read(file(name)).expect("a fixture");
        for _ in 0..60 {
            let mut damaged = original.clone();
            for _ in 0..=next() % 3 {
                let place = next() % damaged.len();
                damaged[place] = u8::try_from(next() % 256).expect("a byte");
            }
            if next() % 4 == 0 {
                damaged.truncate(next() % original.len());
            }
            let certificate = ClientCertificate::from_bytes(damaged).with_password(PASSWORD);
            let source = source(&server, certificate);
            if let Err(error) = runtime.block_on(source.provide_credentials()) {
                let shown = format!("{} {:?}", chain(&error), error.source());
                assert!(!shown.contains("panicked"), "{name}: {shown}");
            }
        }
    }
}
