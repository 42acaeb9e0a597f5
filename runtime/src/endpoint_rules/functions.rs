//! The functions of the rules engine's library that take and give texts.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::net::Ipv4Addr;

use super::value::{Value, part};
use crate::{Partition, Region};

/// `aws.partition`: that of a region which nobody knows is found by its form, and is the commercial
/// one at last.
/// <https://smithy.io/2.0/aws/rules-engine/library-functions.html#aws-partition-function>
pub(super) fn partition(region: &str) -> &'static Partition {
    match Region::new(region) {
        Ok(region) => region.partition(),
        Err(_) => Region::UsEast1.partition(),
    }
}

/// `isValidHostLabel`: up to 63 letters, digits and hyphens, no hyphen first; with dots, several.
/// <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#isvalidhostlabel-function>
pub(super) fn is_valid_host_label(text: &str, dots: bool) -> bool {
    if dots {
        return text
            .split('.')
            .all(|label| is_valid_host_label(label, false));
    }
    (1..=63).contains(&text.len())
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// `aws.isVirtualHostableS3Bucket`: whether the bucket's name can be part of a host's.
/// <https://smithy.io/2.0/aws/rules-engine/library-functions.html#aws-isvirtualhostables3bucket-function>
pub(super) fn is_virtual_hostable_s3_bucket(bucket: &str, dots: bool) -> bool {
    let is_alphanumeric = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let is_label = |label: &str| {
        let (first, last) = (label.bytes().next(), label.bytes().last());
        first.is_some_and(is_alphanumeric)
            && last.is_some_and(is_alphanumeric)
            && label
                .bytes()
                .all(|byte| is_alphanumeric(byte) || byte == b'-')
    };
    let has_labels = if dots {
        bucket.split('.').all(is_label)
    } else {
        is_label(bucket)
    };
    (3..=63).contains(&bucket.len()) && has_labels && bucket.parse::<Ipv4Addr>().is_err()
}

/// `substring`: of ASCII only, and nothing when the text is too short. Backwards, both places are
/// counted from the end.
/// <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#substring-function>
pub(super) fn substring(
    text: Cow<'_, str>,
    start: usize,
    stop: usize,
    backwards: bool,
) -> Value<'_> {
    let length = text.len();
    if start >= stop || stop > length || !text.is_ascii() {
        return Value::Absent;
    }
    let range = if backwards {
        length - stop..length - start
    } else {
        start..stop
    };
    Value::from_text(part(text, |text| text.get(range.clone())))
}

/// `uriEncode`: everything but RFC 3986's unreserved characters.
/// <https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html#uriencode-function>
pub(super) fn uri_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
