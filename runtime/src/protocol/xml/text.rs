//! What text stands for: references, and the ends of lines.

use std::borrow::Cow;

use memchr::memchr;

/// The character that a reference stands for: one of XML's own five, or any by its number.
/// <https://www.w3.org/TR/xml/#sec-references>
pub(super) fn reference(name: &str) -> Option<char> {
    let number = match name {
        "amp" => return Some('&'),
        "apos" => return Some('\''),
        "gt" => return Some('>'),
        "lt" => return Some('<'),
        "quot" => return Some('"'),
        _ => name.strip_prefix('#')?,
    };
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    // `from_str_radix` would take a sign.
    if !digits.starts_with(|first: char| first.is_digit(radix)) {
        return None;
    }
    let number = u32::from_str_radix(digits, radix).ok()?;
    char::from_u32(number).filter(|character| *character != '\0')
}

/// Each end of a line is one character: <https://www.w3.org/TR/xml/#sec-line-ends>.
#[inline]
pub(super) fn line_ends(text: &str) -> Cow<'_, str> {
    match memchr(b'\r', text.as_bytes()) {
        None => Cow::Borrowed(text),
        Some(_) => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
    }
}

/// The value of an attribute. In those, ends of lines and tabs are spaces:
/// <https://www.w3.org/TR/xml/#AVNormalize>.
pub(super) fn attribute(value: &str) -> Option<String> {
    let value = line_ends(value).replace(['\n', '\t'], " ");
    let mut parts = value.split('&');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(';')?;
        text.push(reference(name)?);
        text.push_str(rest);
    }
    Some(text)
}
