//! Judges requests to Roles Anywhere as the service would, with nothing of what signed them: the
//! canonical request is made from the bytes on the line, and other libraries verify.

use std::collections::BTreeMap;

use aws_smithy_types::base64;
use ml_dsa::signature::Verifier as _;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P384_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey,
    VerificationAlgorithm,
};
use sha2::{Digest as _, Sha256};
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer as _;

use crate::server::Request;

/// What a request that was judged says.
#[derive(Debug)]
pub struct Judged {
    /// As in the header `Authorization`.
    pub algorithm: String,
    /// Of the signature's scope.
    pub region: String,
    /// `20261122T120000Z`
    pub time: String,
    /// The chain's certificates, from below.
    pub chain: Vec<Vec<u8>>,
}

/// Verifies a request.
///
/// # Errors
/// What is wrong with it.
pub fn judge(request: &Request) -> Result<Judged, String> {
    let header = |name: &str| request.header(name).ok_or(format!("no {name}"));
    if (request.method.as_str(), request.target.as_str()) != ("POST", "/sessions") {
        return Err(format!("{} {}", request.method, request.target));
    }
    let authorization = header("authorization")?;
    let (algorithm, parameters) = authorization.split_once(' ').ok_or("no parameters")?;
    let parameters: BTreeMap<_, _> = parameters
        .split(", ")
        .filter_map(|parameter| parameter.split_once('='))
        .collect();
    let parameter = |name: &str| parameters.get(name).copied().ok_or(format!("no {name}"));

    let leaf = decode(header("x-amz-x509")?)?;
    let (_, certificate) = X509Certificate::from_der(&leaf).map_err(|error| error.to_string())?;
    let (serial, scope) = parameter("Credential")?.split_once('/').ok_or("no scope")?;
    if serial != certificate.tbs_certificate.serial.to_string() {
        return Err(format!("{serial} is another serial number"));
    }
    let time = header("x-amz-date")?;
    let parts: Vec<_> = scope.split('/').collect();
    let [date, region, "rolesanywhere", "aws4_request"] = parts[..] else {
        return Err(format!("the scope is {scope}"));
    };
    if !time.starts_with(date) {
        return Err(format!("{time} is not of {date}"));
    }

    let signed = parameter("SignedHeaders")?;
    let mut wanted = vec!["content-type", "host", "x-amz-date", "x-amz-x509"];
    let chain = request.header("x-amz-x509-chain");
    wanted.extend(chain.map(|_| "x-amz-x509-chain"));
    if signed != wanted.join(";") {
        return Err(format!("signed are {signed}"));
    }
    let mut canonical = String::new();
    for name in signed.split(';') {
        canonical += name;
        canonical += ":";
        canonical += header(name)?;
        canonical += "\n";
    }
    let canonical = [
        &request.method,
        &request.target,
        "",
        &canonical,
        signed,
        &hash(&request.body),
    ];
    let canonical = canonical.join("\n");
    let to_sign = format!(
        "{algorithm}\n{time}\n{scope}\n{}",
        hash(canonical.as_bytes())
    );
    let signature = unhex(parameter("Signature")?).ok_or("the signature is not lower-case hex")?;
    verify(algorithm, &certificate, to_sign.as_bytes(), &signature)?;

    Ok(Judged {
        algorithm: algorithm.to_owned(),
        region: region.to_owned(),
        time: time.to_owned(),
        chain: chain
            .into_iter()
            .flat_map(|chain| chain.split(','))
            .map(decode)
            .collect::<Result<_, _>>()?,
    })
}

fn verify(
    algorithm: &str,
    certificate: &X509Certificate<'_>,
    message: &[u8],
    signature: &[u8],
) -> Result<(), String> {
    let info = &certificate.tbs_certificate.subject_pki;
    let key = &*info.subject_public_key.data;
    let of_ring = |algorithm: &'static dyn VerificationAlgorithm| {
        UnparsedPublicKey::new(algorithm, key)
            .verify(message, signature)
            .is_ok()
    };
    let curve = info
        .algorithm
        .parameters
        .as_ref()
        .and_then(|curve| curve.as_oid().ok());
    let curve = curve.map(|curve| curve.to_id_string());
    let kind = info.algorithm.algorithm.to_id_string();
    let is_right = match (algorithm, kind.as_str(), curve.as_deref()) {
        ("AWS4-X509-RSA-SHA256", "1.2.840.113549.1.1.1", _) => of_ring(&RSA_PKCS1_2048_8192_SHA256),
        ("AWS4-X509-ECDSA-SHA256", _, Some("1.2.840.10045.3.1.7")) => {
            of_ring(&ECDSA_P256_SHA256_ASN1)
        }
        ("AWS4-X509-ECDSA-SHA256", _, Some("1.3.132.0.34")) => of_ring(&ECDSA_P384_SHA256_ASN1),
        ("AWS4-X509-ECDSA-SHA256", _, Some("1.3.132.0.35")) => p521(key, message, signature),
        ("AWS4-X509-MLDSA", "2.16.840.1.101.3.4.3.17", _) => {
            ml_dsa::<ml_dsa::MlDsa44>(key, message, signature)
        }
        ("AWS4-X509-MLDSA", "2.16.840.1.101.3.4.3.18", _) => {
            ml_dsa::<ml_dsa::MlDsa65>(key, message, signature)
        }
        ("AWS4-X509-MLDSA", "2.16.840.1.101.3.4.3.19", _) => {
            ml_dsa::<ml_dsa::MlDsa87>(key, message, signature)
        }
        _ => {
            return Err(format!(
                "{algorithm} is no algorithm of a key {kind} on {curve:?}"
            ));
        }
    };
    is_right
        .then_some(())
        .ok_or("the signature is wrong".to_owned())
}

fn p521(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    use p521::ecdsa::signature::hazmat::PrehashVerifier as _;
    let key = p521::ecdsa::VerifyingKey::from_sec1_bytes(key).expect("a point on P-521");
    let Ok(signature) = p521::ecdsa::Signature::from_der(signature) else {
        return false;
    };
    key.verify_prehash(&Sha256::digest(message), &signature)
        .is_ok()
}

fn ml_dsa<P: ml_dsa::MlDsaParams>(key: &[u8], message: &[u8], signature: &[u8]) -> bool {
    let key = ml_dsa::EncodedVerifyingKey::<P>::try_from(key).expect("a key of this size");
    let Ok(signature) = ml_dsa::Signature::<P>::try_from(signature) else {
        return false;
    };
    ml_dsa::VerifyingKey::<P>::decode(&key)
        .verify(message, &signature)
        .is_ok()
}

fn decode(text: &str) -> Result<Vec<u8>, String> {
    base64::decode(text).map_err(|error| error.to_string())
}

/// The SHA-256 of some bytes, as text.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|digit| char::from_digit(digit.into(), 16).expect("a digit"))
        .collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let is_lower = text
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !is_lower || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok())
        .collect()
}
