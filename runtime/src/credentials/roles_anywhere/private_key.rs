//! A private key in memory.

use std::error::Error;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P521_SHA256_ASN1_SIGNING, EcdsaKeyPair,
    EcdsaSigningAlgorithm, KeyPair as _, ML_DSA_44_SIGNING, ML_DSA_65_SIGNING, ML_DSA_87_SIGNING,
    PqdsaKeyPair, PqdsaSigningAlgorithm, RSA_PKCS1_SHA256, RsaKeyPair,
};
use der::Decode as _;
use p384::ecdsa::signature::hazmat::PrehashSigner as _;
use pkcs8::{EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef};
use sha2::{Digest as _, Sha256};

use super::fault::Fault;
use super::signer::{Signer, SigningAlgorithm};

/// A private key, ready to sign. Each of the types wipes itself.
pub(super) enum PrivateKey {
    Ecdsa(EcdsaKeyPair),
    MlDsa(PqdsaKeyPair),
    /// aws-lc signs on this curve over SHA-384 and SHA3-384 only.
    P384(p384::ecdsa::SigningKey),
    Rsa(Box<RsaKeyPair>),
}

impl PrivateKey {
    /// Reads PKCS#8 (`PRIVATE KEY`).
    pub(super) fn from_pkcs8(der: &[u8]) -> Result<Self, Fault> {
        let info = PrivateKeyInfoRef::from_der(der).map_err(|_| unreadable("PKCS#8"))?;
        let curve = info
            .algorithm
            .parameters
            .and_then(|curve| curve.decode_as().ok());
        let algorithm = SigningAlgorithm::of(info.algorithm.oid, curve)?;
        let ecdsa = |curve: &'static EcdsaSigningAlgorithm| {
            let key = EcdsaKeyPair::from_pkcs8(curve, der);
            key.map(Self::Ecdsa).map_err(|_| unreadable("PKCS#8"))
        };
        let ml_dsa = |size: &'static PqdsaSigningAlgorithm| {
            let key = PqdsaKeyPair::from_pkcs8(size, der);
            key.map(Self::MlDsa).map_err(|_| unreadable("PKCS#8"))
        };
        match algorithm {
            SigningAlgorithm::EcdsaP256 => ecdsa(&ECDSA_P256_SHA256_ASN1_SIGNING),
            SigningAlgorithm::EcdsaP384 => {
                let key = p384::SecretKey::try_from(info).map_err(|_| unreadable("PKCS#8"))?;
                Ok(Self::P384(key.into()))
            }
            SigningAlgorithm::EcdsaP521 => ecdsa(&ECDSA_P521_SHA256_ASN1_SIGNING),
            SigningAlgorithm::MlDsa44 => ml_dsa(&ML_DSA_44_SIGNING),
            SigningAlgorithm::MlDsa65 => ml_dsa(&ML_DSA_65_SIGNING),
            SigningAlgorithm::MlDsa87 => ml_dsa(&ML_DSA_87_SIGNING),
            SigningAlgorithm::Rsa => rsa(RsaKeyPair::from_pkcs8(der)),
        }
    }

    /// Reads PKCS#8 that is encrypted (`ENCRYPTED PRIVATE KEY`).
    pub(super) fn from_encrypted_pkcs8(der: &[u8], password: &str) -> Result<Self, Fault> {
        let info = EncryptedPrivateKeyInfoRef::from_der(der)
            .map_err(|_| unreadable("encrypted PKCS#8"))?;
        let key = info.decrypt(password).map_err(|error| {
            // Wrong passwords decrypt to nonsense.
            Fault::wrong(match error {
                pkcs8::Error::EncryptedPrivateKey(pkcs8::pkcs5::Error::DecryptFailed)
                | pkcs8::Error::Asn1(_) => {
                    "the private key cannot be decrypted: the password is another one".to_owned()
                }
                other => format!("the private key cannot be decrypted: {other}"),
            })
        })?;
        Self::from_pkcs8(key.as_bytes())
    }

    /// Reads PKCS#1 (`RSA PRIVATE KEY`).
    pub(super) fn from_pkcs1(der: &[u8]) -> Result<Self, Fault> {
        rsa(RsaKeyPair::from_der(der))
    }

    /// Reads SEC1 (`EC PRIVATE KEY`).
    pub(super) fn from_sec1(der: &[u8]) -> Result<Self, Fault> {
        for curve in [
            &ECDSA_P256_SHA256_ASN1_SIGNING,
            &ECDSA_P521_SHA256_ASN1_SIGNING,
        ] {
            if let Ok(key) = EcdsaKeyPair::from_private_key_der(curve, der) {
                return Ok(Self::Ecdsa(key));
            }
        }
        match p384::SecretKey::from_sec1_der(der) {
            Ok(key) => Ok(Self::P384(key.into())),
            Err(_) => Err(Fault::wrong(
                "the private key in SEC1 is on none of the curves P-256, P-384 and P-521, or is \
                 damaged",
            )),
        }
    }

    /// The bits that the certificate's public key has to have.
    pub(super) fn public_key(&self) -> Vec<u8> {
        match self {
            Self::Ecdsa(key) => key.public_key().as_ref().to_vec(),
            Self::MlDsa(key) => key.public_key().as_ref().to_vec(),
            Self::P384(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::Rsa(key) => key.public_key().as_ref().to_vec(),
        }
    }
}

fn rsa(key: Result<RsaKeyPair, aws_lc_rs::error::KeyRejected>) -> Result<PrivateKey, Fault> {
    match key {
        Ok(key) => Ok(PrivateKey::Rsa(Box::new(key))),
        Err(reason) => Err(Fault::wrong(format!(
            "the RSA key is not taken ({reason}); it takes 2048 to 8192 bits"
        ))),
    }
}

fn unreadable(format: &str) -> Fault {
    Fault::wrong(format!("the private key is no {format} that can be read"))
}

impl Signer for PrivateKey {
    fn sign(
        &self,
        _: SigningAlgorithm,
        message: &[u8],
    ) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
        let random = SystemRandom::new();
        Ok(match self {
            Self::Ecdsa(key) => key.sign(&random, message)?.as_ref().to_vec(),
            Self::MlDsa(key) => {
                let mut signature = vec![0; key.algorithm().signature_len()];
                let length = key.sign(message, &mut signature)?;
                signature.truncate(length);
                signature
            }
            Self::P384(key) => {
                let signature: p384::ecdsa::Signature =
                    key.sign_prehash(&Sha256::digest(message))?;
                signature.to_der().as_bytes().to_vec()
            }
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature)?;
                signature
            }
        })
    }
}
