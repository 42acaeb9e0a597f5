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
