//! Schemas: data that the official codecs read.

use std::fmt::{self, Display};

use aws_operation_catalog::{HttpBinding, TimestampFormat};

use crate::plan::{MemberSchema, Schema, SchemaTraits};

/// The text which the runtime makes a schema of; what it says is in the documentation of `LazySchema`.
impl Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.union { "Union" } else { "Structure" };
        write!(f, "{kind} {}#{}", self.namespace, self.name)?;
        for member in &self.members {
            write_member(f, member, 1)?;
        }
        let mut traits = Traits { f, depth: 1 };
        if let Some((method, uri, code)) = &self.http {
            match code {
                Some(code) => traits.write("http", format_args!("{method} {uri} {code}"))?,
                None => traits.write("http", format_args!("{method} {uri}"))?,
            }
            traits.flag("noBody", !self.members.iter().any(is_in_body))?;
        }
        traits.optional("xmlName", self.xml_name)?;
        traits.xml_namespace(self.xml_namespace)?;
        traits.flag("s3UnwrappedXmlOutput", self.xml_unwrapped)
    }
}

/// Whether a codec writes the member into the body: all but those that HTTP carries elsewhere, and
/// payloads that are the body as they are.
fn is_in_body(member: &MemberSchema) -> bool {
    match member.traits.http {
        None => true,
        Some(HttpBinding::Payload) => {
            matches!(member.shape_type, "Structure" | "Union" | "Document")
        }
        Some(_) => false,
    }
}

fn write_member(f: &mut fmt::Formatter<'_>, member: &MemberSchema, depth: usize) -> fmt::Result {
    let MemberSchema {
        name,
        shape_type,
        traits,
        element,
        key,
    } = member;
    write!(f, "\n{:depth$}{shape_type} {name}", "")?;
    for held in [key, element].into_iter().flatten() {
        write_member(f, held, depth + 1)?;
    }
    let depth = depth + 1;
    write_traits(&mut Traits { f, depth }, traits)
}

fn write_traits(to: &mut Traits<'_, '_>, traits: &SchemaTraits) -> fmt::Result {
    match traits.http {
        Some(HttpBinding::Header(name)) => to.write("httpHeader", name)?,
        Some(HttpBinding::Label(_)) => to.flag("httpLabel", true)?,
        Some(HttpBinding::Payload) => to.flag("httpPayload", true)?,
        Some(HttpBinding::PrefixHeaders(prefix)) => to.write("httpPrefixHeaders", prefix)?,
        Some(HttpBinding::Query(name)) => to.write("httpQuery", name)?,
        Some(HttpBinding::QueryParams) => to.flag("httpQueryParams", true)?,
        Some(HttpBinding::ResponseCode) => to.flag("httpResponseCode", true)?,
        None => {}
    }
    let timestamp_format = traits.timestamp_format.map(|format| match format {
        TimestampFormat::DateTime => "date-time",
        TimestampFormat::EpochSeconds => "epoch-seconds",
        TimestampFormat::HttpDate => "http-date",
    });
    to.optional("jsonName", traits.json_name)?;
    to.optional("mediaType", traits.media_type)?;
    to.flag("sensitive", traits.sensitive)?;
    to.flag("streaming", traits.streaming)?;
    to.optional("timestampFormat", timestamp_format)?;
    to.flag("xmlAttribute", traits.xml_attribute)?;
    to.flag("xmlFlattened", traits.xml_flattened)?;
    to.optional("xmlName", traits.xml_name)?;
    to.xml_namespace(traits.xml_namespace)
}

/// Writes traits, a line each. Nothing in a model goes over the end of a line.
struct Traits<'f, 'w> {
    f: &'f mut fmt::Formatter<'w>,
    depth: usize,
}

impl Traits<'_, '_> {
    fn write(&mut self, name: &str, value: impl Display) -> fmt::Result {
        let depth = self.depth;
        write!(self.f, "\n{:depth$}@{name} {value}", "")
    }

    fn optional(&mut self, name: &str, value: Option<impl Display>) -> fmt::Result {
        value.map_or(Ok(()), |value| self.write(name, value))
    }

    fn flag(&mut self, name: &str, set: bool) -> fmt::Result {
        let depth = self.depth;
        if set {
            write!(self.f, "\n{:depth$}@{name}", "")
        } else {
            Ok(())
        }
    }

    fn xml_namespace(&mut self, namespace: Option<(&str, Option<&str>)>) -> fmt::Result {
        match namespace {
            Some((uri, Some(prefix))) => self.write("xmlNamespace", format_args!("{uri} {prefix}")),
            Some((uri, None)) => self.write("xmlNamespace", uri),
            None => Ok(()),
        }
    }
}
