//! Numbers, moments and bytes, of text.

use std::str::FromStr;

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::SerdeError;
use aws_smithy_schema::traits::{TimestampFormat, TimestampFormatTrait};
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{Blob, DateTime, base64};

/// `true` or `false`; XML Schema's other spelling of the two is `1` and `0`.
pub(super) fn boolean(text: &str, schema: &Schema<'_>) -> Result<bool, SerdeError> {
    match text.trim_ascii() {
        "1" => Ok(true),
        "0" => Ok(false),
        text if text.eq_ignore_ascii_case("true") => Ok(true),
        text if text.eq_ignore_ascii_case("false") => Ok(false),
        _ => Err(unreadable(schema, "a boolean")),
    }
}

/// A number. `NaN`, `Infinity` and `-Infinity` are what Rust reads, too.
pub(super) fn number<T: FromStr>(text: &str, schema: &Schema<'_>) -> Result<T, SerdeError> {
    let number = text.trim_ascii().parse();
    number.map_err(|_| unreadable(schema, "a number of its size"))
}

/// Base64, in which a document may have line breaks.
pub(super) fn blob(text: &str, schema: &Schema<'_>) -> Result<Blob, SerdeError> {
    let broken = text.contains(|character: char| character.is_ascii_whitespace());
    let bytes = if broken {
        let joined: String = text.split_ascii_whitespace().collect();
        base64::decode(joined)
    } else {
        base64::decode(text)
    };
    let bytes = bytes.map_err(|_| unreadable(schema, "base64"))?;
    Ok(Blob::new(bytes))
}

/// A moment, in the format that the model says, else `date-time`
/// (<https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait>), with any offset.
pub(super) fn timestamp(text: &str, schema: &Schema<'_>) -> Result<DateTime, SerdeError> {
    let format = match schema.timestamp_format().map(TimestampFormatTrait::format) {
        Some(TimestampFormat::EpochSeconds) => Format::EpochSeconds,
        Some(TimestampFormat::HttpDate) => Format::HttpDate,
        _ => Format::DateTimeWithOffset,
    };
    DateTime::from_str(text.trim_ascii(), format).map_err(|_| unreadable(schema, "a timestamp"))
}

/// Says which member, and nothing of what is there: it may be a secret.
fn unreadable(schema: &Schema<'_>, wanted: &str) -> SerdeError {
    let name = schema.member_name().unwrap_or("a value");
    SerdeError::invalid_input(format!("`{name}` is not {wanted}"))
}
