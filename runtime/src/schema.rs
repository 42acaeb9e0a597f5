//! Schemas, which the official codecs read, out of the text that the macro emits for them.
//!
//! A `static` of a [`Schema`] is something that the compiler checks and evaluates, for every structure
//! anew. A text is nothing to it, and most of what a service can answer never comes: a schema is made
//! when it is looked at for the first time, and stays.

#[cfg(test)]
pub(crate) mod tests;

use std::fmt;
use std::iter::Peekable;
use std::ops::Deref;
use std::str::Lines;
use std::sync::OnceLock;

use aws_smithy_schema::traits::{HttpTrait, TimestampFormat};
use aws_smithy_schema::{Schema, ShapeId, ShapeType};

/// The schema of a structure or a union.
///
/// In its text a line is a shape: what kind it is of, and its name. Deeper by one blank follow what it
/// holds, and its traits with their values, in Smithy's words:
///
/// ```text
/// Structure sqs#SendMessageRequest
///  String QueueUrl
///  Map MessageAttributes
///   String key
///    @xmlName Name
///   Structure value
///    @xmlName Value
///   @xmlFlattened
///  @http POST /
/// ```
#[derive(Debug)]
pub struct LazySchema {
    text: &'static str,
    made: OnceLock<&'static dyn Made>,
}

/// What is made of a text. As a trait object, because whether a `static` may be shared by threads is
/// asked of every field of its type, and of a schema, which can hold schemas, anew for every `static`.
trait Made: fmt::Debug + Send + Sync {
    fn schema(&self) -> &Schema<'static>;
}

impl Made for Schema<'static> {
    fn schema(&self) -> &Schema<'static> {
        self
    }
}

impl LazySchema {
    /// The schema that the text describes.
    pub const fn new(text: &'static str) -> Self {
        Self {
            text,
            made: OnceLock::new(),
        }
    }
}

impl Deref for LazySchema {
    type Target = Schema<'static>;

    fn deref(&self) -> &Self::Target {
        let made = self.made.get_or_init(|| forever(read(self.text)));
        made.schema()
    }
}

/// Reads the text of a structure or union.
fn read(text: &'static str) -> Schema<'static> {
    let mut lines = text.lines().peekable();
    let (kind, id) = shape(&mut lines, 0).unwrap_or_default();
    let (namespace, name) = id.split_once('#').unwrap_or_default();
    let id = ShapeId::from_parts(id, namespace, name);
    let members: Vec<_> = members(&mut lines, 1).map(forever).collect();
    let schema = Schema::new_struct(id, shape_type(kind), members.leak());
    with_traits(schema, &mut lines, 1)
}

/// The shapes at that depth, as far as they follow each other.
fn members(
    lines: &mut Peekable<Lines<'static>>,
    depth: usize,
) -> impl Iterator<Item = Schema<'static>> {
    (0..).map_while(move |index| member(lines, depth, index))
}

/// The next shape at that depth, with all that it holds. Nobody looks at a member's shape id.
fn member(
    lines: &mut Peekable<Lines<'static>>,
    depth: usize,
    index: usize,
) -> Option<Schema<'static>> {
    const ID: ShapeId<'static> = ShapeId::from_parts("aws#member", "aws", "member");
    let (kind, name) = shape(lines, depth)?;
    let mut schema = Schema::new_member(ID, shape_type(kind), name, index);
    let mut held = members(lines, depth + 1).map(forever);
    schema = match (held.next(), held.next()) {
        (Some(key), Some(value)) => schema.with_map_members(key, value),
        (Some(element), None) => schema.with_list_member(element),
        (None, _) => schema,
    };
    drop(held);
    Some(with_traits(schema, lines, depth + 1))
}

/// Takes the next line if it is a shape at that depth: what kind it is of, and its name.
fn shape(
    lines: &mut Peekable<Lines<'static>>,
    depth: usize,
) -> Option<(&'static str, &'static str)> {
    let line = lines.next_if(|line| !is_trait(line) && depth_of(line) == depth)?;
    line.trim_start().split_once(' ')
}

/// Adds the traits at that depth, which come next.
fn with_traits(
    mut schema: Schema<'static>,
    lines: &mut Peekable<Lines<'static>>,
    depth: usize,
) -> Schema<'static> {
    while let Some(line) = lines.next_if(|line| is_trait(line) && depth_of(line) == depth) {
        let line = line.trim_start();
        let (name, value) = line.split_once(' ').unwrap_or((line, ""));
        schema = with_trait(schema, name, value);
    }
    schema
}

fn with_trait(schema: Schema<'static>, name: &'static str, value: &'static str) -> Schema<'static> {
    let (first, rest) = match value.split_once(' ') {
        Some((first, rest)) => (first, Some(rest)),
        None => (value, None),
    };
    match name {
        "@http" => {
            let uri = rest.unwrap_or_default();
            let (uri, code) = uri.split_once(' ').unwrap_or((uri, ""));
            schema.with_http(HttpTrait::new(first, uri, code.parse().ok()))
        }
        "@httpHeader" => schema.with_http_header(value),
        "@httpLabel" => schema.with_http_label(),
        "@httpPayload" => schema.with_http_payload(),
        "@httpPrefixHeaders" => schema.with_http_prefix_headers(value),
        "@httpQuery" => schema.with_http_query(value),
        "@httpQueryParams" => schema.with_http_query_params(),
        "@httpResponseCode" => schema.with_http_response_code(),
        "@jsonName" => schema.with_json_name(value),
        "@mediaType" => schema.with_media_type(value),
        // No trait of Smithy's: whether anything is left for the body.
        "@noBody" => schema.with_no_body_members(),
        "@sensitive" => schema.with_sensitive(),
        "@streaming" => schema.with_streaming(),
        "@timestampFormat" => schema.with_timestamp_format(match value {
            "date-time" => TimestampFormat::DateTime,
            "http-date" => TimestampFormat::HttpDate,
            _ => TimestampFormat::EpochSeconds,
        }),
        "@xmlAttribute" => schema.with_xml_attribute(),
        "@xmlFlattened" => schema.with_xml_flattened(),
        "@xmlName" => schema.with_xml_name(value),
        "@xmlNamespace" => schema.with_xml_namespace(first, rest),
        // A customization: https://smithy.io/2.0/aws/customizations/s3-customizations.html
        "@s3UnwrappedXmlOutput" => schema.with_xml_unwrapped_output(),
        _ => {
            debug_assert!(
                false,
                "the macro emits a trait that the runtime does not know: {name}"
            );
            schema
        }
    }
}

fn shape_type(kind: &str) -> ShapeType {
    match kind {
        "Blob" => ShapeType::Blob,
        "Boolean" => ShapeType::Boolean,
        "Double" => ShapeType::Double,
        "Float" => ShapeType::Float,
        "Integer" => ShapeType::Integer,
        "List" => ShapeType::List,
        "Long" => ShapeType::Long,
        "Map" => ShapeType::Map,
        "String" => ShapeType::String,
        "Structure" => ShapeType::Structure,
        "Timestamp" => ShapeType::Timestamp,
        "Union" => ShapeType::Union,
        _ => ShapeType::Document,
    }
}

fn is_trait(line: &str) -> bool {
    line.trim_start().starts_with('@')
}

fn depth_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Schemas live as long as the text that they are made of.
fn forever(schema: Schema<'static>) -> &'static Schema<'static> {
    Box::leak(Box::new(schema))
}
