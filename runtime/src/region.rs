//! Where a call goes: AWS's regions and partitions.

mod known;
mod nearest;
mod partition;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

pub use known::Region;
pub use partition::Partition;

impl Region {
    /// Reads a region's id: `eu-west-1`, or `eu_west_1` for those who come from enumerations.
    ///
    /// A region that is known becomes its variant, whatever its case. Any other text is taken as
    /// it is, as long as it can be a part of a host's name: it ends up in one.
    ///
    /// # Errors
    /// When the text cannot be one label of a host's name: 1 to 63 ASCII letters, digits and
    /// inner hyphens.
    pub fn new(id: &str) -> Result<Self, InvalidRegion> {
        Self::ALL
            .into_iter()
            .find(|region| region.known_id().is_some_and(|known| is_same(known, id)))
            .or_else(|| CustomRegion::new(id).map(Self::Custom))
            .ok_or_else(|| InvalidRegion { id: id.to_owned() })
    }
}

/// Whether `text` is the region `known`, in any case and with either of the two separators.
fn is_same(known: &str, text: &str) -> bool {
    known.len() == text.len()
        && known
            .bytes()
            .zip(text.bytes())
            .all(|(known, byte)| known == normal(byte).to_ascii_lowercase())
}

fn normal(byte: u8) -> u8 {
    if byte == b'_' { b'-' } else { byte }
}

/// The id of a region that has no variant in [`Region`]. [`Region::new`] makes it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomRegion {
    /// The id, and zeros after it. In line, so that a `Region` stays `Copy`.
    bytes: [u8; MAX_LABEL],
    length: u8,
}

/// The longest label of a host's name. RFC 1035, section 2.3.4.
const MAX_LABEL: usize = 63;

impl CustomRegion {
    /// `None` when the text cannot be one label of a host's name.
    fn new(id: &str) -> Option<Self> {
        let length = u8::try_from(id.len())
            .ok()
            .filter(|_| id.len() <= MAX_LABEL)?;
        let is_label = !id.is_empty()
            && id
                .bytes()
                .all(|byte| normal(byte) == b'-' || byte.is_ascii_alphanumeric())
            && !id.starts_with(['-', '_'])
            && !id.ends_with(['-', '_']);
        if !is_label {
            return None;
        }
        let mut bytes = [0; MAX_LABEL];
        for (place, byte) in bytes.iter_mut().zip(id.bytes()) {
            *place = normal(byte);
        }
        Some(Self { bytes, length })
    }

    /// The region's id.
    #[expect(clippy::missing_panics_doc, reason = "the bytes are ASCII since `new`")]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)])
            .expect("BUG: a custom region is made of ASCII only")
    }
}

impl fmt::Debug for CustomRegion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

/// A text that cannot name a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidRegion {
    id: String,
}

impl fmt::Display for InvalidRegion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} cannot name a region: it takes 1 to 63 ASCII letters, digits and inner hyphens, \
             for example `eu-west-1`",
            self.id
        )
    }
}

impl std::error::Error for InvalidRegion {}

impl AsRef<str> for Region {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Region {
    type Err = InvalidRegion;

    fn from_str(id: &str) -> Result<Self, Self::Err> {
        Self::new(id)
    }
}

impl TryFrom<&str> for Region {
    type Error = InvalidRegion;

    fn try_from(id: &str) -> Result<Self, Self::Error> {
        Self::new(id)
    }
}

impl TryFrom<String> for Region {
    type Error = InvalidRegion;

    fn try_from(id: String) -> Result<Self, Self::Error> {
        Self::new(&id)
    }
}

impl TryFrom<&aws_types::region::Region> for Region {
    type Error = InvalidRegion;

    fn try_from(region: &aws_types::region::Region) -> Result<Self, Self::Error> {
        Self::new(region.as_ref())
    }
}

impl From<Region> for aws_types::region::Region {
    fn from(region: Region) -> Self {
        match region.known_id() {
            Some(id) => Self::from_static(id),
            None => Self::new(region.as_str().to_owned()),
        }
    }
}

impl Serialize for Region {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Id;

        impl Visitor<'_> for Id {
            type Value = Region;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a region, for example `eu-west-1`")
            }

            fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<Region, E> {
                Region::new(id).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Id)
    }
}
