//! CBOR as a value, whatever lengths and widths it is written with.
//! <https://www.rfc-editor.org/rfc/rfc8949#section-3>

use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Array(Vec<Value>),
    Bool(bool),
    Bytes(Vec<u8>),
    /// By its value: NaN is NaN.
    Float(String),
    Integer(i128),
    Map(BTreeMap<String, Value>),
    Null,
    Tag(u64, Box<Value>),
    Text(String),
}

/// Reads an item, and nothing after it; of an empty body, null.
pub(super) fn read(bytes: &[u8]) -> Result<Value, String> {
    let mut reader = Reader(bytes);
    if bytes.is_empty() {
        return Ok(Value::Null);
    }
    let value = reader.item()?.ok_or("a break where an item begins")?;
    if reader.0.is_empty() {
        Ok(value)
    } else {
        Err(format!("{} bytes too many", reader.0.len()))
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or("it breaks off")?;
        self.0 = rest;
        Ok(taken)
    }

    /// The argument of a head; `None` where the length is open.
    fn argument(&mut self, additional: u8) -> Result<Option<u64>, String> {
        let width = match additional {
            0..=23 => return Ok(Some(additional.into())),
            24..=27 => 1 << (additional - 24),
            31 => return Ok(None),
            _ => return Err("a reserved head".to_owned()),
        };
        let bytes = self.take(width)?.iter();
        Ok(Some(
            bytes.fold(0, |all, byte| (all << 8) | u64::from(*byte)),
        ))
    }

    /// An item; `None` for the break that ends an open one.
    fn item(&mut self) -> Result<Option<Value>, String> {
        let head = self.take(1)?[0];
        let (major, additional) = (head >> 5, head & 31);
        let argument = self.argument(additional)?;
        let needed = || argument.ok_or("a length is missing");
        Ok(Some(match major {
            0 => Value::Integer(needed()?.into()),
            1 => Value::Integer(-1 - i128::from(needed()?)),
            2 => Value::Bytes(self.string(argument)?),
            3 => {
                let text = String::from_utf8(self.string(argument)?);
                Value::Text(text.map_err(|error| error.to_string())?)
            }
            4 => Value::Array(self.items(argument)?),
            5 => {
                let items = argument.map(|length| length * 2);
                let items = self.items(items)?;
                let mut map = BTreeMap::new();
                for pair in items.chunks(2) {
                    let [Value::Text(key), value] = pair else {
                        return Err("a key that is no text".to_owned());
                    };
                    map.insert(key.clone(), value.clone());
                }
                Value::Map(map)
            }
            6 => {
                let inner = match (needed()?, self.item()?.ok_or("a tag of nothing")?) {
                    // A timestamp is any number.
                    (1, Value::Integer(seconds)) => Value::Float(seconds.to_string()),
                    (_, inner) => inner,
                };
                Value::Tag(needed()?, Box::new(inner))
            }
            _ => match (additional, argument) {
                (20 | 21, _) => Value::Bool(additional == 21),
                (22 | 23, _) => Value::Null,
                (25, Some(bits)) => Value::Float(half(bits).to_string()),
                (26, Some(bits)) => {
                    let bits = u32::try_from(bits).map_err(|error| error.to_string())?;
                    Value::Float(f64::from(f32::from_bits(bits)).to_string())
                }
                (27, Some(bits)) => Value::Float(f64::from_bits(bits).to_string()),
                (31, None) => return Ok(None),
                _ => return Err("an unknown simple value".to_owned()),
            },
        }))
    }

    fn items(&mut self, length: Option<u64>) -> Result<Vec<Value>, String> {
        let mut items = Vec::new();
        while length.is_none_or(|length| (items.len() as u64) < length) {
            match self.item()? {
                Some(item) => items.push(item),
                None if length.is_none() => break,
                None => return Err("a break too early".to_owned()),
            }
        }
        Ok(items)
    }

    /// The bytes of a string, in one piece or several.
    fn string(&mut self, length: Option<u64>) -> Result<Vec<u8>, String> {
        let Some(length) = length else {
            let pieces = self.items(None)?.into_iter();
            let pieces = pieces.map(|piece| match piece {
                Value::Bytes(bytes) => Ok(bytes),
                Value::Text(text) => Ok(text.into_bytes()),
                _ => Err("a piece that is no string".to_owned()),
            });
            return Ok(pieces.collect::<Result<Vec<_>, _>>()?.concat());
        };
        let length = usize::try_from(length).map_err(|error| error.to_string())?;
        Ok(self.take(length)?.to_vec())
    }
}

/// A number of 16 bits: 1 of sign, 5 of exponent, 10 of fraction.
fn half(bits: u64) -> f64 {
    let bits = u16::try_from(bits).expect("it is read from two bytes");
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let (exponent, fraction) = ((bits >> 10) & 31, f64::from(bits & 0x3ff));
    sign * match exponent {
        0 => fraction * (-24_f64).exp2(),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        exponent => (1024.0 + fraction) * (f64::from(exponent) - 25.0).exp2(),
    }
}
