//! A JSON object that has to be read to the last key.

use serde_json::{Map, Value};

/// Keys of botocore's models that the catalog leaves out, and why. Any other key that nobody reads is an error.
const NOT_CARRIED: [(&str, &str); 14] = [
    ("authtype", "said by `auth` and `unsignedPayload`; checked"),
    ("description", "documentation"),
    ("documentation", "documentation"),
    (
        "event",
        "every structure that a stream's union targets is an event or an error; checked",
    ),
    ("examples", "documentation"),
    (
        "exception",
        "on an operation's errors, a copy of the shape's",
    ),
    ("jsonVersion", "said by the protocol's name"),
    (
        "resultWrapper",
        "always `<Operation>Result`, as awsQuery has it; checked",
    ),
    (
        "ripServiceName",
        "a name in AWS's register of regions, on no wire",
    ),
    ("synthetic", "how the model was made"),
    ("uid", "a name for the model's file"),
    ("version", "the version of the file's own format"),
    (
        "wrapper",
        "a hint to generators long gone; nothing in botocore reads it",
    ),
    (
        "xmlOrder",
        "an order for documents that no protocol of its service writes",
    ),
];

/// The fields of an object; whoever reads it takes them out one by one.
pub(crate) struct Fields<'a> {
    left: Vec<(&'a str, &'a Value)>,
    place: String,
}

impl<'a> Fields<'a> {
    /// `place` says in messages what it is about.
    pub(crate) fn new(value: &'a Value, place: impl Into<String>) -> Result<Self, String> {
        let place = place.into();
        let map = object(value, &place)?;
        Ok(Self {
            left: map
                .iter()
                .map(|(key, value)| (key.as_str(), value))
                .collect(),
            place,
        })
    }

    pub(crate) fn place(&self) -> &str {
        &self.place
    }

    pub(crate) fn take(&mut self, key: &str) -> Option<&'a Value> {
        let at = self.left.iter().position(|(found, _)| *found == key)?;
        Some(self.left.remove(at).1)
    }

    pub(crate) fn needed(&mut self, key: &str) -> Result<&'a Value, String> {
        self.take(key)
            .ok_or_else(|| format!("{}: no `{key}`", self.place))
    }

    pub(crate) fn text(&mut self, key: &str) -> Result<Option<&'a str>, String> {
        self.take(key)
            .map(|value| text(value, &self.place))
            .transpose()
    }

    pub(crate) fn needed_text(&mut self, key: &str) -> Result<&'a str, String> {
        text(self.needed(key)?, &self.place)
    }

    /// Takes a flag; absent is false.
    pub(crate) fn flag(&mut self, key: &str) -> Result<bool, String> {
        match self.take(key) {
            None => Ok(false),
            Some(Value::Bool(value)) => Ok(*value),
            Some(other) => Err(format!("{}: `{key}` is {other}, no boolean", self.place)),
        }
    }

    pub(crate) fn number<N: TryFrom<u64>>(&mut self, key: &str) -> Result<Option<N>, String> {
        self.take(key)
            .map(|value| {
                let number = value.as_u64().and_then(|number| N::try_from(number).ok());
                number.ok_or_else(|| {
                    format!("{}: `{key}` is {value}, no number that fits", self.place)
                })
            })
            .transpose()
    }

    pub(crate) fn inner(&mut self, key: &str) -> Result<Option<Fields<'a>>, String> {
        self.take(key)
            .map(|value| Fields::new(value, format!("{}.{key}", self.place)))
            .transpose()
    }

    pub(crate) fn object(&mut self, key: &str) -> Result<Option<&'a Map<String, Value>>, String> {
        self.take(key)
            .map(|value| object(value, &self.place))
            .transpose()
    }

    /// Takes a list of strings, or a string as a list of one; absent is empty.
    pub(crate) fn texts(&mut self, key: &str) -> Result<Vec<&'a str>, String> {
        match self.take(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(values)) => values
                .iter()
                .map(|value| text(value, &self.place))
                .collect(),
            Some(value) => Ok(vec![text(value, &self.place)?]),
        }
    }

    /// Refuses a key that nobody took and that is not among those left out on purpose.
    pub(crate) fn finish(self) -> Result<(), String> {
        let unknown = self
            .left
            .iter()
            .find(|(key, _)| !NOT_CARRIED.iter().any(|(known, _)| known == key));
        match unknown {
            None => Ok(()),
            Some((key, value)) => Err(format!("{}: unknown key `{key}`: {value}", self.place)),
        }
    }
}

pub(crate) fn object<'a>(value: &'a Value, place: &str) -> Result<&'a Map<String, Value>, String> {
    value
        .as_object()
        .ok_or_else(|| format!("{place}: {value} is no object"))
}

pub(crate) fn text<'a>(value: &'a Value, place: &str) -> Result<&'a str, String> {
    value
        .as_str()
        .ok_or_else(|| format!("{place}: {value} is no string"))
}
