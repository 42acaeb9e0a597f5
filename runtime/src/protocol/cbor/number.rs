//! Numbers of CBOR.

use aws_smithy_types::DateTime;

/// A number, in whatever width it is sent.
#[derive(Clone, Copy)]
pub(super) enum Number {
    Integer(i128),
    Float(f64),
}

impl Number {
    /// A float of 16, 32 or 64 bits; `width` is how its head tells which.
    pub(super) fn float(width: u8, bits: u64) -> Option<Self> {
        let value = match width {
            25 => half(u16::try_from(bits).ok()?),
            26 => f32::from_bits(u32::try_from(bits).ok()?).into(),
            27 => f64::from_bits(bits),
            _ => return None,
        };
        Some(Self::Float(value))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "the service sends what the shape can hold"
    )]
    pub(super) fn to_f64(self) -> f64 {
        match self {
            Self::Integer(value) => value as f64,
            Self::Float(value) => value,
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the service sends what the shape can hold"
    )]
    pub(super) fn to_f32(self) -> f32 {
        self.to_f64() as f32
    }

    /// Seconds since 1970, exact to the millisecond.
    pub(super) fn to_moment(self) -> Option<DateTime> {
        match self {
            Self::Integer(seconds) => Some(DateTime::from_secs(seconds.try_into().ok()?)),
            Self::Float(seconds) => {
                // Neither 2^63 milliseconds nor what is no number.
                let milliseconds = (seconds * 1000.0).round();
                #[expect(clippy::cast_possible_truncation, reason = "it fits")]
                (milliseconds.abs() < 9e18).then(|| DateTime::from_millis(milliseconds as i64))
            }
        }
    }
}

/// A number of 16 bits: 1 of sign, 5 of exponent, 10 of fraction.
/// <https://www.rfc-editor.org/rfc/rfc8949#section-appendix.d>
fn half(bits: u16) -> f64 {
    let (exponent, fraction) = ((bits >> 10) & 0x1f, f64::from(bits & 0x3ff));
    let value = match exponent {
        0 => fraction * f64::exp2(-24.0),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + fraction) * f64::exp2(f64::from(exponent) - 25.0),
    };
    if bits & 0x8000 == 0 { value } else { -value }
}
