//! Traits by their ids, as the catalog's own. Whatever it has no word for changes nothing for a
//! client, and is left out.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

use super::definition::TraitValues;
use super::json::{self, Fault};
use crate::traits::{
    AwsQueryError, Deprecated, Fault as WhoseFault, HttpBinding, Length, Range, TimestampFormat,
    Traits, XmlNamespace,
};

/// Which traits count at a place.
#[derive(Clone, Copy)]
pub(super) struct Place<'j> {
    /// The member's name; `None` for a shape.
    pub(super) member: Option<&'j str>,
    /// Whether members are bound to parts of an HTTP message: in what an operation sends or
    /// answers, by a protocol that looks at it.
    pub(super) http: bool,
    /// Whether the service speaks a protocol that looks at `jsonName`.
    pub(super) json_name: bool,
}

/// The catalog's traits.
pub(super) fn traits<'j>(values: &TraitValues<'j>, place: Place<'j>) -> Result<Traits<'j>, Fault> {
    let mut traits = Traits::default();
    for (id, value) in values {
        set(&mut traits, id, value, place)?;
    }
    Ok(traits)
}

/// Whether a request needs the member. One with a default does not, unless clients are told to
/// forget the default (<https://smithy.io/2.0/spec/type-refinement-traits.html#clientoptional-trait>).
pub(super) fn is_required(values: &TraitValues<'_>) -> bool {
    let has_default = values
        .get("smithy.api#default")
        .is_some_and(|value| value.as_null_keyword().is_none());
    values.contains_key("smithy.api#required")
        && (!has_default || values.contains_key("smithy.api#clientOptional"))
}

fn set<'j>(
    traits: &mut Traits<'j>,
    id: &str,
    value: &'j Value<'j>,
    place: Place<'j>,
) -> Result<(), Fault> {
    let what = format!("`{id}`");
    let text = || json::line(value, &what).map(Some);
    let entry = |key: &str| json::object(value, &what).map(|object| json::get(object, key));
    match id {
        "aws.protocols#awsQueryError" => {
            let object = json::object(value, &what)?;
            traits.aws_query_error = Some(AwsQueryError {
                code: json::line(json::needed(object, "code", &what)?, "`code`")?,
                http_response_code: json::integer(
                    json::needed(object, "httpResponseCode", &what)?,
                    "`httpResponseCode`",
                )?,
            });
        }
        "aws.protocols#ec2QueryName" => traits.ec2_query_name = text()?,
        "smithy.api#box" => traits.boxed = true,
        "smithy.api#deprecated" => traits.deprecated = Some(deprecated(value)?),
        "smithy.api#error" => {
            traits.error = Some(match json::string(value, &what)? {
                "client" => WhoseFault::Client,
                "server" => WhoseFault::Server,
                other => {
                    let message = format!("{what} is `client` or `server`, not `{other}`");
                    return Err(Fault::new(value.start(), message));
                }
            });
        }
        "smithy.api#eventHeader" => traits.event_header = true,
        "smithy.api#eventPayload" => traits.event_payload = true,
        "smithy.api#hostLabel" => traits.host_label = true,
        "smithy.api#httpError" => traits.http_error = Some(json::integer(value, &what)?),
        "smithy.api#idempotencyToken" => traits.idempotency_token = true,
        "smithy.api#jsonName" if place.json_name => traits.json_name = text()?,
        "smithy.api#length" => {
            let bound = |key| {
                let value = entry(key)?;
                value.map(|value| json::integer(value, &what)).transpose()
            };
            traits.length = Some(Length {
                min: bound("min")?,
                max: bound("max")?,
            });
        }
        "smithy.api#mediaType" => traits.media_type = text()?,
        "smithy.api#pattern" => traits.pattern = Some(pattern(json::string(value, &what)?)),
        "smithy.api#range" => {
            let bound = |key| {
                let value = entry(key)?;
                value.map(|value| json::number(value, &what)).transpose()
            };
            traits.range = Some(Range {
                min: bound("min")?,
                max: bound("max")?,
            });
        }
        "smithy.api#requiresLength" => traits.requires_length = true,
        "smithy.api#retryable" => {
            let throttling = entry("throttling")?;
            let throttling = throttling.map(|value| json::boolean(value, "`throttling`"));
            traits.retryable = Some(throttling.transpose()?.unwrap_or(false));
        }
        "smithy.api#sensitive" => traits.sensitive = true,
        "smithy.api#sparse" => traits.sparse = true,
        "smithy.api#streaming" => traits.streaming = true,
        "smithy.api#timestampFormat" => {
            let format = TimestampFormat::read(json::string(value, &what)?);
            let fail = |message| Fault::new(value.start(), message);
            traits.timestamp_format = Some(format.map_err(fail)?);
        }
        "smithy.api#xmlAttribute" => traits.xml_attribute = true,
        "smithy.api#xmlFlattened" => traits.xml_flattened = true,
        "smithy.api#xmlName" => traits.xml_name = text()?,
        "smithy.api#xmlNamespace" => traits.xml_namespace = Some(xml_namespace(value)?),
        "smithy.rules#contextParam" => {
            let name = entry("name")?;
            traits.context_param = name.map(|value| json::line(value, "`name`")).transpose()?;
        }
        id if place.http => {
            if let Some(binding) = binding(id, value, place)?
                && traits.http.replace(binding).is_some()
            {
                let message = "a member has one place in an HTTP message, not two";
                return Err(Fault::new(value.start(), message));
            }
        }
        _ => {}
    }
    Ok(())
}

/// Where in an HTTP message a member travels, if the trait is about that.
fn binding<'j>(
    id: &str,
    value: &'j Value<'j>,
    place: Place<'j>,
) -> Result<Option<HttpBinding<'j>>, Fault> {
    let text = || json::line(value, &format!("`{id}`"));
    Ok(match (id, place.member) {
        ("smithy.api#httpHeader", _) => Some(HttpBinding::Header(text()?)),
        ("smithy.api#httpLabel", Some(member)) => Some(HttpBinding::Label(member)),
        ("smithy.api#httpPayload", _) => Some(HttpBinding::Payload),
        ("smithy.api#httpPrefixHeaders", _) => Some(HttpBinding::PrefixHeaders(text()?)),
        ("smithy.api#httpQuery", _) => Some(HttpBinding::Query(text()?)),
        ("smithy.api#httpQueryParams", _) => Some(HttpBinding::QueryParams),
        ("smithy.api#httpResponseCode", _) => Some(HttpBinding::ResponseCode),
        _ => None,
    })
}

/// `{"message": "…", "since": "…"}`. Of a message of several lines the first.
pub(super) fn deprecated<'j>(value: &'j Value<'j>) -> Result<Deprecated<'j>, Fault> {
    let object = json::object(value, "`smithy.api#deprecated`")?;
    let text = |key: &str| {
        let value = json::get(object, key);
        let value = value.map(|value| json::string(value, &format!("`{key}`")));
        let first = |text: &'j str| text.split(['\n', '\r']).find(|line| !line.is_empty());
        Ok::<_, Fault>(value.transpose()?.and_then(first))
    };
    Ok(Deprecated {
        message: text("message")?,
        since: text("since")?,
    })
}

/// `{"uri": "…", "prefix": "…"}`
pub(super) fn xml_namespace<'j>(value: &'j Value<'j>) -> Result<XmlNamespace<'j>, Fault> {
    let what = "`smithy.api#xmlNamespace`";
    let object = json::object(value, what)?;
    let prefix = json::get(object, "prefix");
    Ok(XmlNamespace {
        uri: json::line(json::needed(object, "uri", what)?, "`uri`")?,
        prefix: prefix
            .map(|value| json::line(value, "`prefix`"))
            .transpose()?,
    })
}

/// A pattern on one line: a line break in a regular expression is the same as its escape.
///
/// Leaks the few that have one, for as long as the service that they are a part of is kept.
fn pattern(pattern: &str) -> &str {
    if pattern.contains(['\n', '\r']) {
        let escaped = pattern.replace('\n', "\\n").replace('\r', "\\r");
        String::leak(escaped)
    } else {
        pattern
    }
}
