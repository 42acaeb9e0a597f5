//! Certificates for one test, with their keys.

use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, SerialNumber, SignatureAlgorithm,
};

/// A certificate and its key, in PEM, and those above it.
pub struct Made {
    /// The certificate.
    pub certificate: String,
    /// Its private key, as PKCS#8.
    pub key: String,
    /// From the leaf's issuer up to the root, which is the last.
    pub above: Vec<String>,
}

impl Made {
    /// Certificate, key and all above in one text.
    pub fn bundle(&self) -> String {
        format!("{}{}{}", self.certificate, self.key, self.above.concat())
    }
}

/// What a client has.
pub fn client() -> CertificateParams {
    let mut params = named("client");
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    // As a signed number, this one would be below zero.
    params.serial_number = Some(SerialNumber::from_slice(&[0xfe; 16]));
    params
}

/// Makes a client's certificate with a key of this kind.
pub fn make(algorithm: &'static SignatureAlgorithm) -> Made {
    make_below(algorithm, &client(), 0)
}

/// The same with `params`, and with this many intermediates between it and the root.
pub fn make_below(
    algorithm: &'static SignatureAlgorithm,
    params: &CertificateParams,
    intermediates: usize,
) -> Made {
    let key = KeyPair::generate_for(algorithm).expect("a key");
    let root_key = authority_key();
    let root = authority("root");
    let mut above = vec![root.self_signed(&root_key).expect("a root").pem()];
    let mut issuer = Issuer::new(root, root_key);
    for number in 1..=intermediates {
        let key = authority_key();
        let params = authority(&format!("intermediate {number}"));
        let made = params.signed_by(&key, &issuer).expect("an intermediate");
        above.insert(0, made.pem());
        issuer = Issuer::new(params, key);
    }
    let certificate = params.signed_by(&key, &issuer).expect("a certificate");
    Made {
        certificate: certificate.pem(),
        key: key.serialize_pem(),
        above,
    }
}

fn authority_key() -> KeyPair {
    KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).expect("a key")
}

fn authority(name: &str) -> CertificateParams {
    let mut params = named(name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![
        KeyUsagePurpose::KeyCertSign,
        KeyUsagePurpose::DigitalSignature,
    ];
    params
}

fn named(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, name);
    params
}
