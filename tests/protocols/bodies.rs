//! Compares bodies, each kind by its own equality.

mod cbor;
mod form;
mod xml;

use serde_json::Value;

use crate::values::base64;

/// How a body is read.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Cbor,
    Form,
    Json,
    Xml,
}

impl Kind {
    /// Compares a body. What is no document of its kind is compared as bytes: payloads may be
    /// anything.
    ///
    /// The entries of a map have no order. `entries` are what their keys and values are called.
    pub(crate) fn compare(
        self,
        sent: &[u8],
        expected: &str,
        entries: &[(&str, &str)],
    ) -> Result<(), String> {
        if sent == expected.as_bytes() {
            return Ok(());
        }
        let shown = String::from_utf8_lossy(sent);
        let same = match self {
            Self::Cbor => {
                let (sent, expected) = (cbor::read(sent), cbor::read(&base64(expected)));
                return if sent.is_ok() && sent == expected {
                    Ok(())
                } else {
                    Err(format!("sent {sent:?}, expected {expected:?}"))
                };
            }
            Self::Form => std::str::from_utf8(sent)
                .is_ok_and(|sent| form::read(sent, entries) == form::read(expected, entries)),
            Self::Json => {
                let sent = serde_json::from_slice::<Value>(sent);
                let expected = serde_json::from_str::<Value>(expected);
                matches!((sent, expected), (Ok(sent), Ok(expected)) if same_json(&sent, &expected))
            }
            Self::Xml => {
                let read = |document| xml::read(document, entries);
                let (sent, expected) = (read(sent), read(expected.as_bytes()));
                sent.is_some() && sent == expected
            }
        };
        if same {
            Ok(())
        } else {
            Err(format!("sent `{shown}`, expected `{expected}`"))
        }
    }
}

/// Whether two JSON values are the same. A number is its value: `1` and `1.0` are one.
fn same_json(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            let pairs = one.iter().zip(other);
            one.len() == other.len() && pairs.into_iter().all(|(one, other)| same_json(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| {
                    let other = other.get(key);
                    other.is_some_and(|other| same_json(one, other))
                })
        }
        (Value::Number(one), Value::Number(other)) => {
            let bits = |number: &serde_json::Number| number.as_f64().map(f64::to_bits);
            one == other || ((one.is_f64() || other.is_f64()) && bits(one) == bits(other))
        }
        (one, other) => one == other,
    }
}
