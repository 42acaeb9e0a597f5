//! Durations in settings: a whole number and its unit, `15m`, `60s`, `500ms`.
//!
//! For `#[serde(with = "duration_text")]`.

use std::time::Duration;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The units, the largest first, in nanoseconds.
const UNITS: [(&str, u128); 6] = [
    ("h", 3_600_000_000_000),
    ("m", 60_000_000_000),
    ("s", 1_000_000_000),
    ("ms", 1_000_000),
    ("us", 1_000),
    ("ns", 1),
];

/// `None` when the text is not a duration.
pub(crate) fn parse(text: &str) -> Option<Duration> {
    let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let (_, nanoseconds) = UNITS.into_iter().find(|(name, _)| *name == unit)?;
    let total = u128::from(number.parse::<u64>().ok()?).checked_mul(nanoseconds)?;
    let seconds = u64::try_from(total / 1_000_000_000).ok()?;
    let rest = u32::try_from(total % 1_000_000_000).ok()?;
    Some(Duration::new(seconds, rest))
}

/// In the largest unit that divides the duration.
fn print(duration: Duration) -> String {
    let total = duration.as_nanos();
    let (unit, nanoseconds) = UNITS
        .into_iter()
        .find(|(_, nanoseconds)| total != 0 && total.is_multiple_of(*nanoseconds))
        .unwrap_or(("s", 1_000_000_000));
    format!("{}{unit}", total / nanoseconds)
}

#[expect(clippy::ref_option, reason = "serde's `with` calls it like this")]
pub(super) fn serialize<S: Serializer>(
    duration: &Option<Duration>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    duration.map(print).serialize(serializer)
}

/// Zero is refused.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Duration>, D::Error> {
    let Some(text) = Option::<String>::deserialize(deserializer)? else {
        return Ok(None);
    };
    match parse(&text) {
        Some(Duration::ZERO) => Err(serde::de::Error::custom(
            "a time of zero: nothing can be done in that time; leave it out for the default",
        )),
        Some(duration) => Ok(Some(duration)),
        None => Err(serde::de::Error::custom(format_args!(
            "{text:?} is not a duration: a whole number and one of h, m, s, ms, us, ns, \
             for example `15m`"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_printed_in_their_largest_unit_and_read_back() {
        for (text, duration) in [
            ("1h", Duration::from_hours(1)),
            ("90m", Duration::from_mins(90)),
            ("61s", Duration::from_secs(61)),
            ("1500ms", Duration::from_millis(1_500)),
            ("7us", Duration::from_micros(7)),
            ("1000000001ns", Duration::new(1, 1)),
            ("0s", Duration::ZERO),
        ] {
            assert_eq!(print(duration), text);
            assert_eq!(parse(text), Some(duration));
        }
    }

    #[test]
    fn what_is_not_a_duration_is_refused() {
        for text in ["", "5", "s", "-5s", "1.5s", "5 s", "5S", "5d", "5sec", "١s"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse("18446744073709551615h"), None);
        assert_eq!(parse("18446744073709551616s"), None);
    }
}
