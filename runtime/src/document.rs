//! JSON-like values that are serde types.

use std::collections::HashMap;
use std::fmt;
use std::ops::{Deref, DerefMut};

use aws_smithy_types::{Document as Value, Number};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Any JSON-like value: the Smithy shape `document`.
///
/// It reads and writes as the value itself, so that `serde_json::from_value` makes one of a
/// `serde_json::Value`. What it can be asked, it inherits from [`aws_smithy_types::Document`].
///
/// ```
/// use aws_operation::Document;
///
/// let document: Document = serde_json::from_str(r#"{"depth": 2}"#)?;
/// assert!(document.as_object().is_some_and(|object| object["depth"].is_number()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document(Value);

impl Document {
    /// `null`, which is also the default.
    pub const NULL: Self = Self(Value::Null);
}

impl Deref for Document {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

impl DerefMut for Document {
    fn deref_mut(&mut self) -> &mut Value {
        &mut self.0
    }
}

impl From<Value> for Document {
    fn from(value: Value) -> Self {
        Self(value)
    }
}

impl From<Document> for Value {
    fn from(document: Document) -> Self {
        document.0
    }
}

impl From<bool> for Document {
    fn from(value: bool) -> Self {
        Self(Value::Bool(value))
    }
}

impl From<f64> for Document {
    fn from(value: f64) -> Self {
        Self(Value::Number(Number::Float(value)))
    }
}

impl From<i32> for Document {
    fn from(value: i32) -> Self {
        Self::from(i64::from(value))
    }
}

impl From<i64> for Document {
    fn from(value: i64) -> Self {
        // `NegInt` is for negative numbers only.
        Self(Value::Number(
            u64::try_from(value).map_or(Number::NegInt(value), Number::PosInt),
        ))
    }
}

impl From<u64> for Document {
    fn from(value: u64) -> Self {
        Self(Value::Number(Number::PosInt(value)))
    }
}

impl From<&str> for Document {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<String> for Document {
    fn from(text: String) -> Self {
        Self(Value::String(text))
    }
}

impl<T: Into<Self>> From<Option<T>> for Document {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::NULL, Into::into)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Document {
    fn from(elements: Vec<T>) -> Self {
        elements.into_iter().collect()
    }
}

impl<K: Into<String>, T: Into<Self>> From<HashMap<K, T>> for Document {
    fn from(members: HashMap<K, T>) -> Self {
        members.into_iter().collect()
    }
}

/// An array.
impl<T: Into<Self>> FromIterator<T> for Document {
    fn from_iter<I: IntoIterator<Item = T>>(elements: I) -> Self {
        Self(Value::Array(
            elements
                .into_iter()
                .map(|element| element.into().0)
                .collect(),
        ))
    }
}

/// An object.
impl<K: Into<String>, T: Into<Self>> FromIterator<(K, T)> for Document {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(members: I) -> Self {
        Self(Value::Object(
            members
                .into_iter()
                .map(|(name, value)| (name.into(), value.into().0))
                .collect(),
        ))
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Borrowed(&self.0).serialize(serializer)
    }
}

/// A part of a document: smithy's type, which has no serde.
struct Borrowed<'a>(&'a Value);

impl Serialize for Borrowed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Array(elements) => serializer.collect_seq(elements.iter().map(Borrowed)),
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::Null => serializer.serialize_unit(),
            Value::Number(Number::Float(value)) => serializer.serialize_f64(*value),
            Value::Number(Number::NegInt(value)) => serializer.serialize_i64(*value),
            Value::Number(Number::PosInt(value)) => serializer.serialize_u64(*value),
            Value::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, Borrowed(value))))
            }
            Value::String(text) => serializer.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON-like value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Document, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Document, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Document, E> {
        Ok(text.into())
    }

    fn visit_none<E>(self) -> Result<Document, E> {
        Ok(Document::NULL)
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::NULL)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        Document::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Document, A::Error> {
        let mut elements = Vec::new();
        while let Some(Document(element)) = sequence.next_element()? {
            elements.push(element);
        }
        Ok(Document(Value::Array(elements)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Document, A::Error> {
        let mut members = HashMap::new();
        while let Some((name, Document(value))) = map.next_entry()? {
            members.insert(name, value);
        }
        Ok(Document(Value::Object(members)))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn documents_are_the_values_themselves() {
        let value = json!({
            "text": "ü\n", "yes": true, "nothing": null, "small": -1, "large": u64::MAX,
            "least": i64::MIN, "fraction": 0.5, "list": [1, [], {"deep": [null]}], "": {},
        });
        let document: Document = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(serde_json::to_value(&document).unwrap(), value);
        let text = serde_json::to_string(&document).unwrap();
        assert_eq!(serde_json::from_str::<Document>(&text).unwrap(), document);
        assert_eq!(Document::from(Value::from(document.clone())), document);
    }

    #[test]
    fn documents_are_made_of_rust_values() {
        let list = Document::from(vec![Some(1), None, Some(-1)]);
        let object: Document = [
            ("list", list),
            ("text", "x".into()),
            ("yes", true.into()),
            ("half", 2.5.into()),
        ]
        .into_iter()
        .collect();
        let written = serde_json::to_value(&object).unwrap();
        assert_eq!(
            written,
            json!({"list": [1, null, -1], "text": "x", "yes": true, "half": 2.5})
        );
        assert_eq!(Document::default(), Document::NULL);
    }

    #[test]
    fn a_document_without_end_is_refused() {
        assert!(serde_json::from_str::<Document>(&"[".repeat(1_000_000)).is_err());
    }
}
