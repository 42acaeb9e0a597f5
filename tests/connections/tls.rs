//! Whom TLS trusts.

use std::sync::Arc;

use aws_operation::{ErrorKind, HttpConfig, RootCertificates, Sent};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::PrivateKeyDer;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use crate::call::{call, serve};

/// Starts a server with a certificate for `name`; gives its port and its authority's certificate.
async fn start(name: &str) -> (u16, RootCertificates) {
    let mut authority = CertificateParams::default();
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate().expect("a key"));
    let authority = authority.expect("an authority");
    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new([name.to_owned()]).expect("a name");
    let certificate = params.signed_by(&key, &authority).expect("a certificate");

    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("protocols")
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            PrivateKeyDer::Pkcs8(key.serialize_der().into()),
        )
        .expect("a certificate");
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                if let Ok(stream) = acceptor.accept(stream).await {
                    serve(stream).await;
                }
            });
        }
    });
    let roots = RootCertificates::from_pem(authority.pem()).expect("a certificate");
    (port, roots)
}

#[tokio::test]
async fn a_certificate_of_ones_own_is_trusted_where_it_is_named() {
    let (port, roots) = start("localhost").await;
    let url = format!("https://localhost:{port}");
    let trusting = HttpConfig::new().with_root_certificates(roots);
    call(&url, trusting.clone()).await.expect("it is trusted");

    let error = call(&url, HttpConfig::new())
        .await
        .expect_err("nobody knows it");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
    assert!(
        error
            .to_string()
            .ends_with(": TLS failed: invalid peer certificate: UnknownIssuer"),
        "{error:#?}"
    );
    // The connections of those who trust are not used by others, nor the other way round.
    call(&url, trusting).await.expect("it still is");
}

#[tokio::test]
async fn a_wrong_name_is_refused() {
    let (port, roots) = start("another.example").await;
    let http = HttpConfig::new().with_root_certificates(roots);
    let error = call(&format!("https://localhost:{port}"), http)
        .await
        .expect_err("it is another");
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Connect, Sent::No));
}
