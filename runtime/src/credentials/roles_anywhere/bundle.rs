//! The formats that certificates and keys come in.

use p12_keystore::{KeyStore, Pkcs12ImportPolicy};
use zeroize::Zeroizing;

use super::fault::Fault;
use super::private_key::PrivateKey;
use super::x509::X509;

/// What a file holds.
#[derive(Default)]
pub(super) struct Bundle {
    pub(super) certificates: Vec<X509>,
    pub(super) keys: Vec<PrivateKey>,
}

impl Bundle {
    /// Reads PEM, a certificate's DER, or PKCS#12: which one it is, it says itself.
    pub(super) fn read(bytes: &[u8], password: Option<&str>) -> Result<Self, Fault> {
        let blocks = memchr::memmem::find_iter(bytes, b"-----BEGIN ").count();
        if blocks > 0 {
            return Self::from_pem(bytes, blocks, password);
        }
        if let Ok(certificate) = X509::from_der(bytes) {
            return Ok(Self {
                certificates: vec![certificate],
                keys: Vec::new(),
            });
        }
        Self::from_pkcs12(bytes, password.unwrap_or_default())
    }

    pub(super) fn and(mut self, other: Self) -> Self {
        self.certificates.extend(other.certificates);
        self.keys.extend(other.keys);
        self
    }

    /// Blocks one after another, with any text between them, as OpenSSL writes it.
    fn from_pem(bytes: &[u8], begun: usize, password: Option<&str>) -> Result<Self, Fault> {
        // The parser's own errors show what it read, and that may be a key. It passes over blocks
        // that do not end.
        let blocks = pem::parse_many(bytes).ok();
        let blocks = blocks
            .filter(|blocks| blocks.len() == begun)
            .ok_or_else(|| {
                Fault::wrong("the PEM cannot be read: a block does not end, or is no base64")
            })?;
        let mut bundle = Self::default();
        for block in blocks {
            let is_encrypted = block.headers().get("Proc-Type").is_some();
            let tag = block.tag().to_owned();
            let content = Zeroizing::new(block.into_contents());
            let password = || {
                password.ok_or_else(|| {
                    Fault::wrong("the private key is encrypted; set the certificate's password")
                })
            };
            match tag.as_str() {
                "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => {
                    bundle.certificates.push(X509::from_der(&content)?);
                }
                _ if is_encrypted => {
                    return Err(Fault::wrong(
                        "the private key is encrypted as OpenSSL did it before 1.0, with MD5; \
                         convert it with `openssl pkcs8 -topk8`",
                    ));
                }
                "PRIVATE KEY" => bundle.keys.push(PrivateKey::from_pkcs8(&content)?),
                "ENCRYPTED PRIVATE KEY" => {
                    let key = PrivateKey::from_encrypted_pkcs8(&content, password()?)?;
                    bundle.keys.push(key);
                }
                "RSA PRIVATE KEY" => bundle.keys.push(PrivateKey::from_pkcs1(&content)?),
                "EC PRIVATE KEY" => bundle.keys.push(PrivateKey::from_sec1(&content)?),
                // `EC PARAMETERS` stands before a key of that kind; others may be there as well.
                _ => {}
            }
        }
        Ok(bundle)
    }

    fn from_pkcs12(bytes: &[u8], password: &str) -> Result<Self, Fault> {
        let store = KeyStore::from_pkcs12(bytes, password, Pkcs12ImportPolicy::Relaxed)
            .map_err(|error| pkcs12_fault(&error))?;
        let mut bundle = Self::default();
        for (_, entry) in store.entries() {
            match entry {
                p12_keystore::KeyStoreEntry::PrivateKeyChain(chain) => {
                    bundle
                        .keys
                        .push(PrivateKey::from_pkcs8(chain.key().as_der())?);
                    for certificate in chain.certs() {
                        bundle
                            .certificates
                            .push(X509::from_der(certificate.as_der())?);
                    }
                }
                p12_keystore::KeyStoreEntry::Certificate(certificate) => {
                    bundle
                        .certificates
                        .push(X509::from_der(certificate.as_der())?);
                }
                p12_keystore::KeyStoreEntry::Secret(_) => {}
            }
        }
        Ok(bundle)
    }
}

fn pkcs12_fault(error: &p12_keystore::error::Error) -> Fault {
    use p12_keystore::error::Error;
    Fault::wrong(match error {
        Error::MacError(_) => {
            "the PKCS#12 cannot be opened: the password is another one".to_owned()
        }
        Error::DerError(_) => {
            "this is no PEM, no certificate's DER and no PKCS#12 that can be read".to_owned()
        }
        other => format!("the PKCS#12 cannot be read: {other}"),
    })
}
