//! What signs with a certificate's private key, wherever that is.

use std::error::Error;
use std::fmt;

use der::oid::ObjectIdentifier;

use super::fault::Fault;

/// Signs with a private key that this crate does not get to see: of a TPM, of an HSM, of a key
/// store of the operating system.
///
/// ```
/// use aws_operation::roles_anywhere::{Signer, SigningAlgorithm};
///
/// struct Tpm;
///
/// impl Signer for Tpm {
///     fn sign(
///         &self,
///         algorithm: SigningAlgorithm,
///         message: &[u8],
///     ) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
///         # let _ = (algorithm, message);
///         Err("the device is locked".into())
///     }
/// }
/// ```
pub trait Signer: Send + Sync {
    /// Signs `message`, which is not hashed yet, once for each attempt of a call.
    ///
    /// It is called on one of the runtime's threads: what takes long belongs into
    /// `tokio::task::block_in_place`. What it returns is verified with the certificate before it is
    /// sent.
    ///
    /// # Errors
    /// When the key cannot be used. The text must not hold a secret: it is shown.
    fn sign(
        &self,
        algorithm: SigningAlgorithm,
        message: &[u8],
    ) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>>;
}

/// How a key signs for Roles Anywhere. The certificate's own key says which it is.
/// <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/authentication-sign-process.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SigningAlgorithm {
    /// ECDSA on P-256 over the SHA-256 of the message; the signature in ASN.1 DER.
    EcdsaP256,
    /// ECDSA on P-384, also over the SHA-256; the signature in ASN.1 DER.
    EcdsaP384,
    /// ECDSA on P-521, also over the SHA-256; the signature in ASN.1 DER.
    EcdsaP521,
    /// ML-DSA-44 over the message itself, with an empty context.
    MlDsa44,
    /// ML-DSA-65 over the message itself, with an empty context.
    MlDsa65,
    /// ML-DSA-87 over the message itself, with an empty context.
    MlDsa87,
    /// RSA by PKCS#1 v1.5, over the SHA-256 of the message.
    Rsa,
}

impl SigningAlgorithm {
    /// The algorithm of a key, by the names that certificates and PKCS#8 have for it.
    pub(super) fn of(
        key: ObjectIdentifier,
        curve: Option<ObjectIdentifier>,
    ) -> Result<Self, Fault> {
        match (
            key.to_string().as_str(),
            curve.map(|curve| curve.to_string()).as_deref(),
        ) {
            ("1.2.840.113549.1.1.1", _) => Ok(Self::Rsa),
            ("1.2.840.10045.2.1", Some("1.2.840.10045.3.1.7")) => Ok(Self::EcdsaP256),
            ("1.2.840.10045.2.1", Some("1.3.132.0.34")) => Ok(Self::EcdsaP384),
            ("1.2.840.10045.2.1", Some("1.3.132.0.35")) => Ok(Self::EcdsaP521),
            ("2.16.840.1.101.3.4.3.17", _) => Ok(Self::MlDsa44),
            ("2.16.840.1.101.3.4.3.18", _) => Ok(Self::MlDsa65),
            ("2.16.840.1.101.3.4.3.19", _) => Ok(Self::MlDsa87),
            (other, curve) => Err(Fault::wrong(format!(
                "the key is of the algorithm {other}{}; Roles Anywhere takes RSA, ECDSA on P-256, \
                 P-384 and P-521, and ML-DSA",
                curve
                    .map(|curve| format!(" on the curve {curve}"))
                    .unwrap_or_default(),
            ))),
        }
    }

    /// The name in the `Authorization` header.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::EcdsaP256 | Self::EcdsaP384 | Self::EcdsaP521 => "AWS4-X509-ECDSA-SHA256",
            Self::MlDsa44 | Self::MlDsa65 | Self::MlDsa87 => "AWS4-X509-MLDSA",
            Self::Rsa => "AWS4-X509-RSA-SHA256",
        }
    }

    /// Whether `signature` is one of `message` by the key with these public bits.
    pub(super) fn verify(self, public_key: &[u8], message: &[u8], signature: &[u8]) -> bool {
        use aws_lc_rs::signature::{
            ECDSA_P256_SHA256_ASN1, ECDSA_P384_SHA256_ASN1, ECDSA_P521_SHA256_ASN1, ML_DSA_44,
            ML_DSA_65, ML_DSA_87, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey,
            VerificationAlgorithm,
        };
        let algorithm: &'static dyn VerificationAlgorithm = match self {
            Self::EcdsaP256 => &ECDSA_P256_SHA256_ASN1,
            Self::EcdsaP384 => &ECDSA_P384_SHA256_ASN1,
            Self::EcdsaP521 => &ECDSA_P521_SHA256_ASN1,
            Self::MlDsa44 => &ML_DSA_44,
            Self::MlDsa65 => &ML_DSA_65,
            Self::MlDsa87 => &ML_DSA_87,
            Self::Rsa => &RSA_PKCS1_2048_8192_SHA256,
        };
        UnparsedPublicKey::new(algorithm, public_key)
            .verify(message, signature)
            .is_ok()
    }
}

impl fmt::Display for SigningAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::EcdsaP256 => "ECDSA on P-256",
            Self::EcdsaP384 => "ECDSA on P-384",
            Self::EcdsaP521 => "ECDSA on P-521",
            Self::MlDsa44 => "ML-DSA-44",
            Self::MlDsa65 => "ML-DSA-65",
            Self::MlDsa87 => "ML-DSA-87",
            Self::Rsa => "RSA",
        })
    }
}
