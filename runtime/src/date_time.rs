//! Moments that are serde types.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use std::time::SystemTime;

use aws_smithy_types::date_time::{
    ConversionError, DateTimeFormatError, DateTimeParseError, Format,
};
use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};

/// A moment, to the nanosecond: the Smithy shape `timestamp`.
///
/// As text it is RFC 3339 in UTC, `2026-07-31T12:00:00Z`; any offset is understood. Which format
/// it has in a request is the service's matter.
///
/// ```
/// use aws_operation::DateTime;
///
/// let moment: DateTime = "2026-07-31T14:00:00+02:00".parse()?;
/// assert_eq!(moment.to_string(), "2026-07-31T12:00:00Z");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(aws_smithy_types::DateTime);

impl DateTime {
    /// The current moment, by this computer's clock.
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// A moment in whole seconds since 1970-01-01T00:00:00Z.
    pub fn from_secs(seconds: i64) -> Self {
        Self(aws_smithy_types::DateTime::from_secs(seconds))
    }

    /// A moment in milliseconds since 1970-01-01T00:00:00Z.
    pub fn from_millis(milliseconds: i64) -> Self {
        Self(aws_smithy_types::DateTime::from_millis(milliseconds))
    }

    /// RFC 3339, to the nanosecond. Smithy's own formatting ends at the microsecond, and what is
    /// written here is read back.
    fn to_rfc_3339(self) -> Result<String, DateTimeFormatError> {
        let mut text = Self::from_secs(self.secs()).0.fmt(Format::DateTime)?;
        if self.has_subsec_nanos() {
            let fraction = format!(".{:09}", self.subsec_nanos());
            text.truncate(text.len() - "Z".len());
            text += fraction.trim_end_matches('0');
            text += "Z";
        }
        Ok(text)
    }
}

/// 1970-01-01T00:00:00Z, as AWS's own clients fill in for a required timestamp that is missing.
impl Default for DateTime {
    fn default() -> Self {
        Self::from_secs(0)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateTime({self})")
    }
}

/// RFC 3339 in UTC; seconds since 1970 for the moments that RFC 3339 cannot express, those outside
/// the years 0 to 9999.
impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_rfc_3339() {
            Ok(text) => f.pad(&text),
            Err(_) => write!(f, "{}s since 1970", self.secs()),
        }
    }
}

impl FromStr for DateTime {
    type Err = DateTimeParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        aws_smithy_types::DateTime::from_str(text, Format::DateTimeWithOffset).map(Self)
    }
}

impl Deref for DateTime {
    type Target = aws_smithy_types::DateTime;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl From<aws_smithy_types::DateTime> for DateTime {
    fn from(moment: aws_smithy_types::DateTime) -> Self {
        Self(moment)
    }
}

impl From<DateTime> for aws_smithy_types::DateTime {
    fn from(moment: DateTime) -> Self {
        moment.0
    }
}

impl From<SystemTime> for DateTime {
    fn from(moment: SystemTime) -> Self {
        Self(moment.into())
    }
}

/// Fails for moments that the computer's clock cannot express.
impl TryFrom<DateTime> for SystemTime {
    type Error = ConversionError;

    fn try_from(moment: DateTime) -> Result<Self, Self::Error> {
        moment.0.try_into()
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.to_rfc_3339().map_err(S::Error::custom)?;
        serializer.serialize_str(&text)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = DateTime;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an RFC 3339 date and time, for example `2026-07-31T12:00:00Z`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<DateTime, E> {
                text.parse()
                    .map_err(|_| E::invalid_value(serde::de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_rfc_3339_in_utc() {
        for (text, written) in [
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
            ("2026-07-31T14:00:00.250+02:00", "2026-07-31T12:00:00.25Z"),
            (
                "1969-12-31T23:59:59.999999999Z",
                "1969-12-31T23:59:59.999999999Z",
            ),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ] {
            let moment: DateTime = text.parse().unwrap();
            assert_eq!(moment.to_string(), written);
            assert_eq!(format!("{moment:?}"), format!("DateTime({written})"));
            let json = serde_json::to_string(&moment).unwrap();
            assert_eq!(json, format!("{written:?}"));
            assert_eq!(serde_json::from_str::<DateTime>(&json).unwrap(), moment);
        }
    }

    #[test]
    fn what_is_not_a_moment_is_refused() {
        for text in [
            "",
            "now",
            "2026-07-31",
            "2026-07-31T12:00:00",
            "2026-13-01T00:00:00Z",
        ] {
            assert!(text.parse::<DateTime>().is_err(), "{text}");
            let json = serde_json::to_string(text).unwrap();
            assert!(serde_json::from_str::<DateTime>(&json).is_err(), "{text}");
        }
        let message = serde_json::from_str::<DateTime>("5")
            .unwrap_err()
            .to_string();
        assert!(message.contains("an RFC 3339 date and time"), "{message}");
    }

    #[test]
    fn moments_turn_into_the_types_of_others_and_back() {
        let now = SystemTime::now();
        let moment = DateTime::from(now);
        assert_eq!(SystemTime::try_from(moment).unwrap(), now);
        assert_eq!(
            DateTime::from(aws_smithy_types::DateTime::from(moment)),
            moment
        );
        assert_eq!(DateTime::from_millis(-1).subsec_nanos(), 999_000_000);
        assert!(DateTime::from_secs(1) < DateTime::from_millis(1_001));
        assert!(DateTime::now() >= moment);
    }

    #[test]
    fn moments_outside_rfc_3339_can_be_shown_but_not_written() {
        let moment = DateTime::from_secs(i64::MAX);
        assert_eq!(moment.to_string(), "9223372036854775807s since 1970");
        assert!(serde_json::to_string(&moment).is_err());
    }
}
