//! The certificate that a program shows, and the key that proves that it is its own.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use zeroize::Zeroizing;

use super::bundle::Bundle;
use super::fault::Fault;
use super::signer::Signer;
use super::x509::X509;

/// A client certificate with its private key, for IAM Roles Anywhere.
///
/// Files are PEM (certificate, chain and key in any order; the key as PKCS#8, encrypted or not,
/// PKCS#1 or SEC1) or PKCS#12. They are read when credentials are fetched, and again each time, so
/// that a certificate can be replaced while the program runs.
///
/// ```
/// use aws_operation::roles_anywhere::ClientCertificate;
///
/// let pem = ClientCertificate::from_files("client.pem", "client.key");
/// let pkcs12 = ClientCertificate::from_file("client.p12").with_password("…");
/// ```
#[derive(Clone)]
pub struct ClientCertificate {
    source: Source,
    password: Option<Zeroizing<String>>,
}

#[derive(Clone)]
enum Source {
    Bytes(Arc<Zeroizing<Vec<u8>>>),
    Files(Vec<PathBuf>),
    /// What `CLIENT_CERTIFICATES`, or else a file, has under this id.
    Id(String),
    Signer(Arc<Vec<u8>>, Arc<dyn Signer>),
}

impl ClientCertificate {
    /// A file that holds all of it.
    pub fn from_file(path: impl Into<PathBuf>) -> Self {
        Self::new(Source::Files(vec![path.into()]))
    }

    /// A file with the certificate and its chain, and one with the key.
    pub fn from_files(certificate: impl Into<PathBuf>, key: impl Into<PathBuf>) -> Self {
        Self::new(Source::Files(vec![certificate.into(), key.into()]))
    }

    /// What such a file holds.
    pub fn from_bytes(bytes: impl Into<Vec<u8>>) -> Self {
        Self::new(Source::Bytes(Arc::new(Zeroizing::new(bytes.into()))))
    }

    /// A certificate (and its chain, in PEM or DER) whose key is elsewhere.
    pub fn from_signer(certificates: impl Into<Vec<u8>>, signer: impl Signer + 'static) -> Self {
        Self::new(Source::Signer(
            Arc::new(certificates.into()),
            Arc::new(signer),
        ))
    }

    /// A certificate by its id: that of an entry of the environment variable
    /// `CLIENT_CERTIFICATES`, or else a path, or two with a comma between them.
    ///
    /// The variable is a JSON array of objects with `pin_to` (the id), `pfx` (a PKCS#12, or any
    /// other of the formats, in base64) and `password`.
    pub fn from_id(id: impl Into<String>) -> Self {
        Self::new(Source::Id(id.into()))
    }

    fn new(source: Source) -> Self {
        Self {
            source,
            password: None,
        }
    }

    /// Sets the password of the PKCS#12 or of the private key.
    #[must_use]
    pub fn with_password(mut self, password: impl Into<String>) -> Self {
        self.password = Some(Zeroizing::new(password.into()));
        self
    }

    /// Reads it.
    pub(super) fn load(&self) -> Result<Loaded, Fault> {
        let password = self.password.as_ref().map(|password| password.as_str());
        match &self.source {
            Source::Bytes(bytes) => Loaded::from_bundle(Bundle::read(bytes, password)?),
            Source::Files(paths) => Loaded::from_bundle(read_files(paths, password)?),
            Source::Id(id) => {
                let bundle = match in_environment(id)? {
                    Some(entry) => entry.read(password)?,
                    None => read_files(&paths(id), password)?,
                };
                Loaded::from_bundle(bundle)
            }
            Source::Signer(certificates, signer) => {
                let bundle = Bundle::read(certificates, None)?;
                let mut certificates = bundle.certificates.into_iter();
                let leaf = certificates
                    .next()
                    .ok_or_else(|| Fault::wrong("there is no certificate"))?;
                let chain = chain(&leaf, certificates.collect())?;
                Ok(Loaded {
                    leaf,
                    chain,
                    signer: Arc::clone(signer),
                })
            }
        }
    }
}

/// A certificate that was read: the leaf, what leads from it to the trust anchor, and the key.
#[derive(Clone)]
pub(super) struct Loaded {
    pub(super) leaf: X509,
    pub(super) chain: Vec<X509>,
    pub(super) signer: Arc<dyn Signer>,
}

impl Loaded {
    /// Finds the certificate of the key, and the way up from there.
    fn from_bundle(bundle: Bundle) -> Result<Self, Fault> {
        let Bundle {
            mut certificates,
            keys,
        } = bundle;
        if certificates.is_empty() {
            return Err(Fault::wrong("there is no certificate in it"));
        }
        let Some(key) = keys.into_iter().next() else {
            return Err(Fault::wrong("there is no private key in it"));
        };
        let public_key = key.public_key();
        let is_its_own = |certificate: &X509| certificate.public_key() == public_key;
        let Some(place) = certificates.iter().position(is_its_own) else {
            return Err(Fault::wrong("the private key is not the certificate's"));
        };
        let leaf = certificates.remove(place);
        Ok(Self {
            chain: chain(&leaf, certificates)?,
            leaf,
            signer: Arc::new(key),
        })
    }
}

/// The intermediates from the leaf upwards. A root is not sent: it is the trust anchor's.
fn chain(leaf: &X509, mut others: Vec<X509>) -> Result<Vec<X509>, Fault> {
    /// <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-sign-process.html>
    const LONGEST: usize = 5;

    let mut chain: Vec<X509> = Vec::new();
    loop {
        let last = chain.last().unwrap_or(leaf);
        let is_issuer = |other: &X509| last.is_issued_by(other);
        let Some(place) = others.iter().position(is_issuer) else {
            return Ok(chain);
        };
        let issuer = others.remove(place);
        if issuer.is_issued_by(&issuer) {
            return Ok(chain);
        }
        if chain.len() == LONGEST {
            return Err(Fault::wrong(format!(
                "there are more than {LONGEST} certificates between the client's and the root"
            )));
        }
        chain.push(issuer);
    }
}

fn paths(id: &str) -> Vec<PathBuf> {
    id.split(',').map(str::trim).map(PathBuf::from).collect()
}

fn read_files(paths: &[PathBuf], password: Option<&str>) -> Result<Bundle, Fault> {
    paths.iter().try_fold(Bundle::default(), |bundle, path| {
        let bytes = fs::read(path)
            .map(Zeroizing::new)
            .map_err(|error| Fault::Unreadable {
                path: path.clone(),
                error,
            })?;
        let read = Bundle::read(&bytes, password).map_err(|fault| fault.in_file(path))?;
        Ok(bundle.and(read))
    })
}

/// An entry of `CLIENT_CERTIFICATES`.
#[derive(Deserialize)]
struct Entry {
    pin_to: String,
    pfx: Zeroizing<String>,
    #[serde(default)]
    password: Option<Zeroizing<String>>,
}

impl Entry {
    fn read(&self, password: Option<&str>) -> Result<Bundle, Fault> {
        let own = self.password.as_ref().map(|password| password.as_str());
        let bytes = aws_smithy_types::base64::decode(self.pfx.trim())
            .map(Zeroizing::new)
            .map_err(|_| Fault::wrong(format!("{}: `pfx` is no base64", self.place())))?;
        Bundle::read(&bytes, password.or(own))
            .map_err(|fault| fault.in_file(Path::new(&self.place())))
    }

    fn place(&self) -> String {
        format!("`{}` of {CLIENT_CERTIFICATES}", self.pin_to)
    }
}

const CLIENT_CERTIFICATES: &str = "CLIENT_CERTIFICATES";

/// The entry with this id.
fn in_environment(id: &str) -> Result<Option<Entry>, Fault> {
    let Ok(text) = env::var(CLIENT_CERTIFICATES) else {
        return Ok(None);
    };
    entry(&Zeroizing::new(text), id)
}

fn entry(text: &str, id: &str) -> Result<Option<Entry>, Fault> {
    // Its own errors may show what it read.
    let entries: Vec<Entry> = serde_json::from_str(text).map_err(|error| {
        Fault::wrong(format!(
            "{CLIENT_CERTIFICATES} is no JSON array of objects with `pin_to`, `pfx` and \
             `password`, at line {}, column {}",
            error.line(),
            error.column()
        ))
    })?;
    Ok(entries.into_iter().find(|entry| entry.pin_to == id))
}

/// Says where it is from. Keys and passwords are not shown.
impl fmt::Debug for ClientCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("ClientCertificate");
        match &self.source {
            Source::Bytes(_) => shown.field("source", &"bytes"),
            Source::Files(paths) => shown.field("files", paths),
            Source::Id(id) => shown.field("id", id),
            Source::Signer(..) => shown.field("source", &"signer"),
        };
        shown.finish_non_exhaustive()
    }
}
