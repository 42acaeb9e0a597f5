//! Whom TLS trusts.

use std::fmt;
use std::sync::Arc;

/// Certificates of authorities, in PEM.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RootCertificates(Arc<[u8]>);

impl RootCertificates {
    /// Takes a PEM file's content: one certificate or several.
    ///
    /// # Errors
    /// When there is no certificate in it, or one that cannot be trusted; and without TLS
    /// (feature `rustls-aws-lc` or `rustls-ring`).
    pub fn from_pem(pem: impl AsRef<[u8]>) -> Result<Self, InvalidRootCertificates> {
        let pem = pem.as_ref();
        check(pem).map_err(InvalidRootCertificates)?;
        Ok(Self(pem.into()))
    }

    /// The PEM.
    #[cfg(any(feature = "rustls-aws-lc", feature = "rustls-ring"))]
    pub(crate) fn pem(&self) -> &[u8] {
        &self.0
    }
}

/// The HTTP client panics at what this refuses.
#[cfg(any(feature = "rustls-aws-lc", feature = "rustls-ring"))]
fn check(pem: &[u8]) -> Result<(), &'static str> {
    use rustls::pki_types::CertificateDer;
    use rustls::pki_types::pem::PemObject as _;

    let mut roots = rustls::RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem) {
        let certificate = certificate.map_err(|_| "this is no PEM")?;
        roots
            .add(certificate)
            .map_err(|_| "one of the certificates cannot be read")?;
    }
    if roots.is_empty() {
        return Err("there is no certificate in it");
    }
    Ok(())
}

#[cfg(not(any(feature = "rustls-aws-lc", feature = "rustls-ring")))]
fn check(_: &[u8]) -> Result<(), &'static str> {
    Err("there is no TLS; switch on the feature `rustls-aws-lc` or `rustls-ring`")
}

impl fmt::Debug for RootCertificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RootCertificates({} bytes of PEM)", self.0.len())
    }
}

/// A text that holds no certificates to trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidRootCertificates(&'static str);

impl fmt::Display for InvalidRootCertificates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "root certificates cannot be taken: {}", self.0)
    }
}

impl std::error::Error for InvalidRootCertificates {}
