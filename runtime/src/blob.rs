//! Bytes that are serde types and cheap to share.

use std::fmt;
use std::ops::Deref;

use aws_smithy_types::base64;
use bytes::Bytes;
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Bytes: the Smithy shape `blob`.
///
/// A clone shares the bytes. In formats for people (JSON, TOML) they are base64 text, as AWS's own
/// JSON has them; in binary formats they are bytes.
///
/// ```
/// use aws_operation::Blob;
///
/// let blob = Blob::from("hello");
/// assert_eq!(&blob[..], b"hello");
/// assert_eq!(serde_json::to_string(&blob)?, r#""aGVsbG8=""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blob(Bytes);

impl Blob {
    /// Bytes that are part of the program.
    pub const fn from_static(bytes: &'static [u8]) -> Self {
        Self(Bytes::from_static(bytes))
    }
}

/// The length and the first bytes: a blob of megabytes must not fill a log.
impl fmt::Debug for Blob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 16;
        write!(f, "Blob({} bytes", self.len())?;
        if !self.is_empty() {
            write!(f, ": {}", self[..self.len().min(SHOWN)].escape_ascii())?;
        }
        f.write_str(if self.len() > SHOWN { "…)" } else { ")" })
    }
}

impl Deref for Blob {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Blob {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl From<Bytes> for Blob {
    fn from(bytes: Bytes) -> Self {
        Self(bytes)
    }
}

impl From<Vec<u8>> for Blob {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes.into())
    }
}

impl From<String> for Blob {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&[u8]> for Blob {
    fn from(bytes: &[u8]) -> Self {
        Self(Bytes::copy_from_slice(bytes))
    }
}

impl<const N: usize> From<&[u8; N]> for Blob {
    fn from(bytes: &[u8; N]) -> Self {
        Self::from(&bytes[..])
    }
}

impl From<&str> for Blob {
    fn from(text: &str) -> Self {
        Self::from(text.as_bytes())
    }
}

/// Without a copy.
impl From<aws_smithy_types::Blob> for Blob {
    fn from(blob: aws_smithy_types::Blob) -> Self {
        Self(blob.into_bytes())
    }
}

/// Without a copy.
impl From<Blob> for aws_smithy_types::Blob {
    fn from(blob: Blob) -> Self {
        Self::from_maybe_shared(blob.0)
    }
}

impl From<Blob> for Bytes {
    fn from(blob: Blob) -> Self {
        blob.0
    }
}

impl From<Blob> for Vec<u8> {
    fn from(blob: Blob) -> Self {
        blob.0.into()
    }
}

impl Serialize for Blob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&base64::encode(self))
        } else {
            serializer.serialize_bytes(self)
        }
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Base64Text)
        } else {
            deserializer.deserialize_byte_buf(RawBytes)
        }
    }
}

struct Base64Text;

impl Visitor<'_> for Base64Text {
    type Value = Blob;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("base64 text")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Blob, E> {
        let bytes = base64::decode(text).map_err(|_| {
            // Not the text itself: it may be a secret.
            E::custom("this text is not base64 (standard alphabet, with padding)")
        })?;
        Ok(Blob::from(bytes))
    }
}

struct RawBytes;

impl<'de> Visitor<'de> for RawBytes {
    type Value = Blob;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Blob, E> {
        Ok(Blob::from(bytes))
    }

    fn visit_byte_buf<E: serde::de::Error>(self, bytes: Vec<u8>) -> Result<Blob, E> {
        Ok(Blob::from(bytes))
    }

    /// For the formats that write bytes as a list of numbers.
    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Blob, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = sequence.next_element()? {
            bytes.push(byte);
        }
        Ok(Blob::from(bytes))
    }
}

#[cfg(test)]
mod tests {
    use serde::de::value::{BytesDeserializer, Error, SeqDeserializer};

    use super::*;

    #[test]
    fn bytes_come_out_as_they_went_in() {
        let all: Vec<u8> = (0..=255).collect();
        for bytes in [&[][..], b"a", b"ab", b"abc", &all] {
            let blob = Blob::from(bytes);
            assert_eq!(&*blob, bytes);
            assert_eq!(Vec::from(blob.clone()), bytes);
            assert_eq!(Blob::from(aws_smithy_types::Blob::from(blob.clone())), blob);
            let json = serde_json::to_string(&blob).unwrap();
            assert_eq!(serde_json::from_str::<Blob>(&json).unwrap(), blob);
        }
    }

    #[test]
    fn nothing_is_copied_on_the_way_to_smithy_and_back() {
        let blob = Blob::from(vec![7; 1_000]);
        let start = blob.as_ptr();
        let blob = Blob::from(aws_smithy_types::Blob::from(blob.clone()));
        assert_eq!(blob.as_ptr(), start);
        assert_eq!(Blob::from(Bytes::from(blob)).as_ptr(), start);
    }

    #[test]
    fn text_that_is_not_base64_is_refused_without_being_shown() {
        for text in ["hunter2!", "YQ", "YQ=", "_-8=", "YQ==\n"] {
            let json = serde_json::to_string(text).unwrap();
            let message = serde_json::from_str::<Blob>(&json).unwrap_err().to_string();
            assert!(message.starts_with("this text is not base64"), "{message}");
            assert!(!message.contains("hunter2"));
        }
        assert!(serde_json::from_str::<Blob>("[1, 2]").is_err());
    }

    #[test]
    fn binary_formats_have_bytes_or_numbers() {
        let bytes = RawBytes.visit_bytes::<Error>(b"\x00\xff").unwrap();
        assert_eq!(&*bytes, b"\x00\xff");
        let numbers = SeqDeserializer::<_, Error>::new([0_u8, 255].into_iter());
        assert_eq!(numbers.deserialize_any(RawBytes).unwrap(), bytes);
        let bytes = BytesDeserializer::<Error>::new(b"YQ==");
        assert!(
            Blob::deserialize(bytes).is_err(),
            "this one calls itself human-readable"
        );
    }

    #[test]
    fn debug_is_short() {
        assert_eq!(format!("{:?}", Blob::default()), "Blob(0 bytes)");
        assert_eq!(
            format!("{:?}", Blob::from(b"a\n\xff")),
            r"Blob(3 bytes: a\n\xff)"
        );
        let long = Blob::from_static(&[b'x'; 100]);
        assert_eq!(format!("{long:?}"), "Blob(100 bytes: xxxxxxxxxxxxxxxx…)");
    }
}
