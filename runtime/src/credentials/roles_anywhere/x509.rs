//! A certificate, as far as Roles Anywhere looks at it.

use std::time::SystemTime;

use der::Decode as _;
use der::oid::ObjectIdentifier;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

use super::fault::Fault;
use super::signer::SigningAlgorithm;
use crate::DateTime;

/// A certificate that was read.
#[derive(Clone)]
pub(super) struct X509 {
    der: Vec<u8>,
    certificate: Certificate,
}

impl X509 {
    pub(super) fn from_der(der: &[u8]) -> Result<Self, Fault> {
        let certificate = Certificate::from_der(der)
            .map_err(|error| Fault::wrong(format!("a certificate cannot be read: {error}")))?;
        Ok(Self {
            der: der.to_vec(),
            certificate,
        })
    }

    pub(super) fn der(&self) -> &[u8] {
        &self.der
    }

    /// The bits of the public key: a point, or the key's own DER.
    pub(super) fn public_key(&self) -> &[u8] {
        let info = self.certificate.tbs_certificate().subject_public_key_info();
        info.subject_public_key.raw_bytes()
    }

    /// Which algorithm its key signs with.
    pub(super) fn algorithm(&self) -> Result<SigningAlgorithm, Fault> {
        let info = self.certificate.tbs_certificate().subject_public_key_info();
        let parameters = info.algorithm.parameters.as_ref();
        let curve = parameters.and_then(|curve| curve.decode_as::<ObjectIdentifier>().ok());
        SigningAlgorithm::of(info.algorithm.oid, curve)
    }

    /// The serial number in decimal. It is positive, whatever its first bit.
    /// <https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.2>
    pub(super) fn serial(&self) -> String {
        decimal(
            self.certificate
                .tbs_certificate()
                .serial_number()
                .as_bytes(),
        )
    }

    /// Whether `other` may have issued it, by name.
    pub(super) fn is_issued_by(&self, other: &Self) -> bool {
        self.certificate.tbs_certificate().issuer() == other.certificate.tbs_certificate().subject()
    }

    /// Finds what Roles Anywhere refuses, which it does not name.
    /// <https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html>
    pub(super) fn check(&self, now: SystemTime) -> Result<(), Fault> {
        let content = self.certificate.tbs_certificate();
        let wrong = |fault: String| Err(Fault::Wrong(format!("the certificate {fault}")));
        let validity = content.validity();
        let (start, end) = (
            validity.not_before.to_system_time(),
            validity.not_after.to_system_time(),
        );
        let shown = DateTime::from;
        if now < start {
            return wrong(format!(
                "is not valid before {}; this computer's clock says {}",
                shown(start),
                shown(now)
            ));
        }
        if now > end {
            return wrong(format!(
                "ended at {}; this computer's clock says {}",
                shown(end),
                shown(now)
            ));
        }
        if content.subject().is_empty() {
            return wrong("has no subject, which Roles Anywhere wants".to_owned());
        }
        if matches!(content.get_extension::<BasicConstraints>(), Ok(Some((_, it))) if it.ca) {
            return wrong("is a certificate authority's; it takes one of an end entity".to_owned());
        }
        match content.get_extension::<KeyUsage>() {
            Ok(Some((_, usage))) if usage.digital_signature() => Ok(()),
            Ok(_) => {
                wrong("is not for signing; its key usage has to have `digitalSignature`".to_owned())
            }
            Err(error) => wrong(format!("has a key usage that cannot be read: {error}")),
        }?;
        match self.algorithm()? {
            SigningAlgorithm::Rsa if self.rsa_bits() < Some(2048) => wrong(format!(
                "has an RSA key of {} bits; it takes 2048 or more",
                self.rsa_bits().unwrap_or_default()
            )),
            _ => Ok(()),
        }
    }

    /// The length of an RSA key's modulus.
    fn rsa_bits(&self) -> Option<usize> {
        let key = pkcs1_modulus(self.public_key())?;
        let leading = key.first()?.leading_zeros() as usize;
        Some(key.len() * 8 - leading)
    }
}

/// The modulus of `RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }`.
/// <https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.1>
fn pkcs1_modulus(der: &[u8]) -> Option<Vec<u8>> {
    let (modulus, _) = der::asn1::AnyRef::from_der(der)
        .ok()?
        .sequence(|reader| {
            let modulus = der::asn1::UintRef::decode(reader)?;
            let exponent = der::asn1::UintRef::decode(reader)?;
            Ok((modulus.as_bytes().to_vec(), exponent.as_bytes().len()))
        })
        .map_err(|error: der::Error| error)
        .ok()?;
    Some(modulus)
}

/// A big-endian number in decimal.
fn decimal(bytes: &[u8]) -> String {
    // Least significant first, nine decimal digits each.
    let mut groups: Vec<u64> = vec![0];
    for byte in bytes {
        let mut carry = u64::from(*byte);
        for group in &mut groups {
            let value = *group * 256 + carry;
            *group = value % 1_000_000_000;
            carry = value / 1_000_000_000;
        }
        if carry > 0 {
            groups.push(carry);
        }
    }
    let (last, rest) = groups.split_last().expect("BUG: there is always a group");
    rest.iter()
        .rev()
        .fold(last.to_string(), |text, group| format!("{text}{group:09}"))
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn serials_are_positive_and_long() {
        assert_eq!(decimal(&[]), "0");
        assert_eq!(decimal(&[0, 0]), "0");
        assert_eq!(decimal(&[0x80]), "128");
        assert_eq!(decimal(&[0x3b, 0x9a, 0xca, 0x00]), "1000000000");
        assert_eq!(decimal(&u128::MAX.to_be_bytes()), u128::MAX.to_string());
        let twenty = [0xff; 20];
        assert_eq!(
            decimal(&twenty),
            "1461501637330902918203684832716283019655932542975"
        );
    }
}
