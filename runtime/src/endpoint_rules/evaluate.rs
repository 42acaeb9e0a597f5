//! Evaluates a compiled rule set: the format is in the [module above](super).

use std::borrow::Cow;

use super::functions;
use super::value::Value;
use super::{EndpointAuth, EndpointRules, ParameterValue, ResolvedEndpoint, arn, url};

impl EndpointRules {
    /// Whether the rules have this parameter, by what it is built in as.
    pub(crate) fn takes(&self, built_in: &str) -> bool {
        let mut code = Code::of(self);
        let _slots = code.byte();
        (0..code.byte()).any(|_| code.parameter().built_in == built_in)
    }
}

/// Stands where a condition assigns nothing.
const NO_SLOT: u8 = 255;

/// Finds the endpoint.
///
/// `parameter` gives the value of a parameter by its name and by what it is built in as
/// (`AWS::Region`; empty when it is not).
///
/// # Errors
/// In words for the user: those of the rules, or that a parameter is missing.
pub fn resolve<'v>(
    rules: &EndpointRules,
    parameter: impl Fn(&'static str, &'static str) -> Option<ParameterValue<'v>>,
) -> Result<Option<ResolvedEndpoint>, String> {
    let mut code = Code::of(rules);
    let slots = usize::from(code.byte());
    let mut given = Vec::new();
    for _ in 0..code.byte() {
        let Parameter {
            name,
            built_in,
            required,
            default,
        } = code.parameter();
        let value = parameter(name, built_in).or(default);
        if required && value.is_none() {
            return Err(format!("its endpoint depends on `{name}`, which is unset"));
        }
        given.push(value);
    }
    let mut values: Vec<Value<'_>> = given
        .iter()
        .map(|value| value.as_ref().map_or(Value::Absent, Value::of))
        .collect();
    values.resize(slots, Value::Absent);
    let mut evaluation = Evaluation {
        host: rules.host,
        code,
        values,
    };
    evaluation.rules(rules.code.len()).transpose()
}

/// A place in the bytes. What is not there reads as zeros: the macro's output ends where it should.
struct Code {
    bytes: &'static [u8],
    at: usize,
}

/// A parameter, as the bytes have it.
struct Parameter {
    name: &'static str,
    built_in: &'static str,
    required: bool,
    default: Option<ParameterValue<'static>>,
}

impl Code {
    fn of(rules: &EndpointRules) -> Self {
        Self {
            bytes: rules.code,
            at: 0,
        }
    }

    fn parameter(&mut self) -> Parameter {
        Parameter {
            name: self.text(),
            built_in: self.text(),
            required: self.byte() == b'T',
            default: match self.byte() {
                b'F' => Some(ParameterValue::Boolean(false)),
                b'T' => Some(ParameterValue::Boolean(true)),
                b'"' => Some(ParameterValue::Text(Cow::Borrowed(self.text()))),
                _ => None,
            },
        }
    }

    fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        byte
    }

    fn length(&mut self) -> usize {
        usize::from(u16::from_le_bytes([self.byte(), self.byte()]))
    }

    fn text(&mut self) -> &'static str {
        let length = self.length();
        let bytes = self.bytes.get(self.at..self.at + length);
        self.at += length;
        bytes
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }
}

struct Evaluation<'v> {
    host: &'static str,
    code: Code,
    /// What parameters and assigned names stand for, by slot.
    values: Vec<Value<'v>>,
}

type Outcome = Result<ResolvedEndpoint, String>;

impl<'v> Evaluation<'v> {
    /// What the first rule says that applies, of those that end at `end`.
    fn rules(&mut self, end: usize) -> Option<Outcome> {
        while self.code.at < end {
            let length = self.code.length();
            let next = self.code.at + length;
            if self.conditions_hold() {
                let outcome = match self.code.byte() {
                    b'E' => Some(Ok(self.endpoint())),
                    b'X' => Some(Err(self.text().into_owned())),
                    _ => self.rules(next),
                };
                if outcome.is_some() {
                    return outcome;
                }
            }
            self.code.at = next;
        }
        None
    }

    fn conditions_hold(&mut self) -> bool {
        for _ in 0..self.code.byte() {
            let slot = self.code.byte();
            let value = self.expression();
            if !value.holds() {
                return false;
            }
            if slot != NO_SLOT
                && let Some(place) = self.values.get_mut(usize::from(slot))
            {
                *place = value;
            }
        }
        true
    }

    fn endpoint(&mut self) -> ResolvedEndpoint {
        let url = self.text().into_owned();
        let count = self.code.byte();
        let auth_schemes = (0..count).map(|_| self.auth()).collect();
        let count = self.code.byte();
        let headers = (0..count)
            .map(|_| (self.code.text(), self.text().into_owned()))
            .collect();
        ResolvedEndpoint {
            url,
            auth_schemes,
            headers,
        }
    }

    fn auth(&mut self) -> EndpointAuth {
        EndpointAuth {
            scheme: self.code.text(),
            signing_name: self.optional_text(),
            signing_region: self.optional_text(),
            signing_region_set: (0..self.code.byte())
                .map(|_| self.text().into_owned())
                .collect(),
            disable_double_encoding: self.code.byte() == b'T',
        }
    }

    fn optional_text(&mut self) -> Option<String> {
        if self.code.bytes.get(self.code.at) == Some(&b'-') {
            self.code.at += 1;
            return None;
        }
        Some(self.text().into_owned())
    }

    /// An expression that is a text.
    fn text(&mut self) -> Cow<'v, str> {
        self.expression().into_text().unwrap_or_default()
    }

    fn expression(&mut self) -> Value<'v> {
        match self.code.byte() {
            b'"' => Value::Text(Cow::Borrowed(self.code.text())),
            b'$' => {
                let slot = usize::from(self.code.byte());
                self.values.get(slot).cloned().unwrap_or(Value::Absent)
            }
            b'%' => {
                let count = self.code.byte();
                let text = (0..count).fold(String::new(), |text, _| text + &self.text());
                Value::Text(Cow::Owned(text))
            }
            b'.' => {
                let name = self.code.text();
                self.expression().attribute(name)
            }
            b'F' => Value::Boolean(false),
            b'H' => Value::Text(Cow::Borrowed(self.host)),
            b'T' => Value::Boolean(true),
            b'[' => {
                let index = usize::from(self.code.byte());
                self.expression().at(index)
            }
            function => self.call(function),
        }
    }

    /// The library of functions, of which each has a letter.
    fn call(&mut self, function: u8) -> Value<'v> {
        match function {
            // aws.parseArn
            b'a' => match self.expression() {
                Value::Text(text) if arn::Arn::parse(&text).is_some() => Value::Arn(text),
                _ => Value::Absent,
            },
            // aws.isVirtualHostableS3Bucket
            b'b' => {
                let (bucket, dots) = (self.expression().into_text(), self.expression().holds());
                let is_one =
                    |bucket: Cow<'_, str>| functions::is_virtual_hostable_s3_bucket(&bucket, dots);
                Value::Boolean(bucket.is_some_and(is_one))
            }
            // uriEncode
            b'e' => {
                let text = self.expression().into_text();
                Value::from_text(text.map(|text| Cow::Owned(functions::uri_encode(&text))))
            }
            // isValidHostLabel
            b'l' => {
                let (label, dots) = (self.expression().into_text(), self.expression().holds());
                let is_one = |label: Cow<'_, str>| functions::is_valid_host_label(&label, dots);
                Value::Boolean(label.is_some_and(is_one))
            }
            // not
            b'n' => Value::Boolean(!self.expression().holds()),
            // aws.partition
            b'p' => self
                .expression()
                .into_text()
                .map_or(Value::Absent, |region| {
                    Value::Partition(functions::partition(&region))
                }),
            // isSet
            b's' => Value::Boolean(self.expression() != Value::Absent),
            // substring
            b't' => {
                let text = self.expression().into_text();
                let (start, stop) = (self.code.byte().into(), self.code.byte().into());
                let backwards = self.code.byte() == b'T';
                text.map_or(Value::Absent, |text| {
                    functions::substring(text, start, stop, backwards)
                })
            }
            // parseURL
            b'u' => match self.expression() {
                Value::Text(text) if url::Url::parse(&text).is_some() => Value::Url(text),
                _ => Value::Absent,
            },
            // booleanEquals, stringEquals
            b'=' => Value::Boolean(self.expression() == self.expression()),
            _ => Value::Absent,
        }
    }
}
