//! Values, as cases write them, and as they are compared.

use std::collections::HashMap;

use aws_operation::{Blob, DateTime, Document};
use aws_smithy_types::base64;

/// Whether a value is what was expected. A NaN is one.
pub(crate) trait Same {
    fn same(&self, expected: &Self) -> bool;
}

/// What a required member is that the service leaves out.
pub(crate) trait Empty {
    fn is_empty(&self) -> bool;
}

macro_rules! compared_by_eq {
    ($($ty:ty)*) => {$(
        impl Same for $ty {
            fn same(&self, expected: &Self) -> bool {
                self == expected
            }
        }

        impl Empty for $ty {
            fn is_empty(&self) -> bool {
                *self == Self::default()
            }
        }
    )*};
}

compared_by_eq! { bool i32 i64 String Blob DateTime Document }

macro_rules! compared_as_numbers {
    ($($ty:ty)*) => {$(
        impl Same for $ty {
            fn same(&self, expected: &Self) -> bool {
                self.to_bits() == expected.to_bits() || (self.is_nan() && expected.is_nan())
            }
        }

        impl Empty for $ty {
            fn is_empty(&self) -> bool {
                self.to_bits() == 0
            }
        }
    )*};
}

compared_as_numbers! { f32 f64 }

impl<T> Empty for Vec<T> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

impl<T> Empty for HashMap<String, T> {
    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

/// A place for a value: the value itself, in a box where shapes contain themselves, or nothing yet.
pub(crate) trait Slot<T> {
    fn slot(&mut self) -> &mut T;

    fn look(&self) -> Option<&T>;
}

impl<T> Slot<T> for T {
    fn slot(&mut self) -> &mut T {
        self
    }

    fn look(&self) -> Option<&T> {
        Some(self)
    }
}

impl<T> Slot<T> for Box<T> {
    fn slot(&mut self) -> &mut T {
        self
    }

    fn look(&self) -> Option<&T> {
        Some(self)
    }
}

impl<T: Default> Slot<T> for Option<T> {
    fn slot(&mut self) -> &mut T {
        self.get_or_insert_default()
    }

    fn look(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T: Default> Slot<T> for Option<Box<T>> {
    fn slot(&mut self) -> &mut T {
        self.get_or_insert_default()
    }

    fn look(&self) -> Option<&T> {
        self.as_deref()
    }
}

pub(crate) fn slot<T>(place: &mut impl Slot<T>) -> &mut T {
    place.slot()
}

pub(crate) fn look<T>(place: &impl Slot<T>) -> Option<&T> {
    place.look()
}

/// A document out of JSON.
pub(crate) fn document(json: &str) -> Document {
    serde_json::from_str(json).expect("the build script wrote JSON")
}

/// A moment out of seconds: `946845296.123`.
pub(crate) fn timestamp(seconds: &str) -> DateTime {
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let is_negative = seconds.starts_with('-');
    let seconds: i64 = seconds.parse().expect("a number of seconds");
    let nanoseconds: i128 = format!("{fraction:0<9}")[..9].parse().expect("a fraction");
    let whole = i128::from(seconds) * 1_000_000_000;
    let nanoseconds = if is_negative {
        whole - nanoseconds
    } else {
        whole + nanoseconds
    };
    let moment = aws_smithy_types::DateTime::from_nanos(nanoseconds);
    moment.expect("a moment that can be told").into()
}

/// The bytes of a body that is no text.
pub(crate) fn base64(text: &str) -> Vec<u8> {
    base64::decode(text).expect("a body in base64")
}
