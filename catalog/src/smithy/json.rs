//! JSON whose every value knows where it stands, and what is said of values that are something else.

use jsonc_parser::ast::{Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions};

/// What is wrong, and at which byte of the text.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) message: String,
}

impl Fault {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        Self {
            at,
            message: message.into(),
        }
    }
}

/// JSON as its standard has it. The parser would take much more.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// Reads a whole text.
pub(super) fn parse(text: &str) -> Result<Value<'_>, Fault> {
    let parsed =
        jsonc_parser::parse_to_ast(text, &CollectOptions::default(), &STRICT).map_err(|error| {
            let mut message = error.kind().to_string();
            if let Some(first) = message.get_mut(..1) {
                first.make_ascii_lowercase();
            }
            Fault::new(error.range().start, format!("this is not JSON: {message}"))
        })?;
    parsed
        .value
        .ok_or_else(|| Fault::new(0, "this is not JSON: there is nothing here"))
}

/// A key of an object, and where it stands.
pub(super) fn key<'j>(entry: &'j ObjectProp<'j>) -> (&'j str, usize) {
    (entry.name.as_str(), entry.start())
}

/// The value behind a key.
pub(super) fn get<'j>(object: &'j Object<'j>, key: &str) -> Option<&'j Value<'j>> {
    object.get(key).map(|entry| &entry.value)
}

/// The value as an object. `what` is what the message calls it.
pub(super) fn object<'j>(value: &'j Value<'j>, what: &str) -> Result<&'j Object<'j>, Fault> {
    value
        .as_object()
        .ok_or_else(|| other(value, what, "an object"))
}

/// The entries of an object; none when it is absent.
pub(super) fn entries<'j>(
    value: Option<&'j Value<'j>>,
    what: &str,
) -> Result<&'j [ObjectProp<'j>], Fault> {
    value.map_or(Ok(&[]), |value| Ok(&object(value, what)?.properties))
}

/// The elements of an array; none when it is absent.
pub(super) fn elements<'j>(
    value: Option<&'j Value<'j>>,
    what: &str,
) -> Result<&'j [Value<'j>], Fault> {
    let Some(value) = value else {
        return Ok(&[]);
    };
    match value.as_array() {
        Some(array) => Ok(&array.elements),
        None => Err(other(value, what, "an array")),
    }
}

/// The value as a string.
pub(super) fn string<'j>(value: &'j Value<'j>, what: &str) -> Result<&'j str, Fault> {
    match value.as_string_lit() {
        Some(literal) => Ok(&literal.value),
        None => Err(other(value, what, "a string")),
    }
}

/// The value as a string of one line, which is what the catalog's format can hold.
pub(super) fn line<'j>(value: &'j Value<'j>, what: &str) -> Result<&'j str, Fault> {
    let text = string(value, what)?;
    if text.contains(['\n', '\r']) {
        let message = format!("{what} has a line break, which is not supported");
        return Err(Fault::new(value.start(), message));
    }
    Ok(text)
}

/// The value as a number, in the file's own words.
pub(super) fn number<'j>(value: &'j Value<'j>, what: &str) -> Result<&'j str, Fault> {
    match value.as_number_lit() {
        Some(literal) => Ok(literal.value),
        None => Err(other(value, what, "a number")),
    }
}

/// The value as a number of a type.
pub(super) fn integer<N: std::str::FromStr>(value: &Value<'_>, what: &str) -> Result<N, Fault> {
    let text = number(value, what)?;
    text.parse()
        .map_err(|_| Fault::new(value.start(), format!("{what} cannot be `{text}`")))
}

/// The value as a boolean.
pub(super) fn boolean(value: &Value<'_>, what: &str) -> Result<bool, Fault> {
    match value.as_boolean_lit() {
        Some(literal) => Ok(literal.value),
        None => Err(other(value, what, "`true` or `false`")),
    }
}

/// The entry of a trait's value that has to be there.
pub(super) fn needed<'j>(
    object: &'j Object<'j>,
    key: &str,
    what: &str,
) -> Result<&'j Value<'j>, Fault> {
    get(object, key).ok_or_else(|| Fault::new(object.start(), format!("{what} needs `{key}`")))
}

fn other(value: &Value<'_>, what: &str, expected: &str) -> Fault {
    let found = match value {
        Value::Array(_) => "an array",
        Value::BooleanLit(_) => "a boolean",
        Value::NullKeyword(_) => "`null`",
        Value::NumberLit(_) => "a number",
        Value::Object(_) => "an object",
        Value::StringLit(_) => "a string",
    };
    Fault::new(
        value.start(),
        format!("{what} is {expected}, and here is {found}"),
    )
}
