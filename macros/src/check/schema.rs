//! The schema of a structure: what codecs have to know of its members.

use aws_operation_catalog::{HttpBinding, Member, Service, Shape, ShapeKind, Traits, XmlNamespace};

use super::customizations;
use super::selection::Wanted;
use crate::plan::{MemberSchema, Schema, SchemaTraits};

/// The schema of a structure or union. Of a member that `deep` refuses, only the surface is told:
/// it is there, and where it travels.
pub(crate) fn structure(
    service: &Service<'static>,
    shape: &Shape<'static>,
    deep: impl Fn(usize) -> bool,
) -> Schema {
    let members = shape.kind.members().enumerate();
    Schema {
        members: members
            .map(|(index, found)| member(service, found, deep(index)))
            .collect(),
        ..structure_head(service, shape)
    }
}

/// The schema without its members.
fn structure_head(service: &Service<'static>, shape: &Shape<'static>) -> Schema {
    Schema {
        namespace: service.name,
        name: shape.name,
        union: matches!(shape.kind, ShapeKind::Union(_)),
        members: Vec::new(),
        http: None,
        xml_name: shape.traits.xml_name,
        xml_namespace: shape.traits.xml_namespace.map(namespace),
        xml_unwrapped: customizations::is_unwrapped(service, shape),
    }
}

/// The schema of what is wanted of a structure or union: what nobody wants is not in it, and is
/// skipped.
pub(crate) fn part(service: &Service<'static>, shape: &Shape<'static>, wanted: &Wanted) -> Schema {
    let all: Vec<&Member<'static>> = shape.kind.members().collect();
    let members = wanted.members.iter();
    Schema {
        members: members
            .map(|wanted| member(service, all[wanted.index], true))
            .collect(),
        ..structure_head(service, shape)
    }
}

/// The schema of what is wanted of an answer. The payload is told of in any case, last: without it
/// a codec would take the body for something else.
pub(crate) fn answer(
    service: &Service<'static>,
    shape: &Shape<'static>,
    wanted: &Wanted,
) -> Schema {
    let mut schema = part(service, shape, wanted);
    let is_wanted = |index: usize| wanted.members.iter().any(|member| member.index == index);
    let members = shape.kind.members().enumerate();
    let payload = members
        .filter(|(_, member)| member.traits.http == Some(HttpBinding::Payload))
        .find(|(index, _)| !is_wanted(*index));
    schema
        .members
        .extend(payload.map(|(_, payload)| member(service, payload, false)));
    schema
}

/// The schema of an operation's input. A label is renamed to the member that fills it.
pub(crate) fn input(
    service: &Service<'static>,
    shape: Option<&Shape<'static>>,
    operation: &aws_operation_catalog::Operation<'static>,
    deep: impl Fn(usize) -> bool,
) -> Schema {
    let mut schema = match shape {
        Some(shape) => structure(service, shape, deep),
        None => empty(),
    };
    let mut uri = operation.http.uri.to_owned();
    for member in &schema.members {
        if let Some(HttpBinding::Label(label)) = member.traits.http {
            for end in ["}", "+}"] {
                uri = uri.replace(
                    &format!("{{{label}{end}"),
                    &format!("{{{}{end}", member.name),
                );
            }
        }
    }
    schema.http = Some((operation.http.method, uri, operation.http.response_code));
    schema
}

/// What Smithy has in the place of the shape, for operations that have no input or output
/// (<https://smithy.io/2.0/spec/model.html#unit-type>).
pub(crate) fn empty() -> Schema {
    Schema {
        namespace: "smithy.api",
        name: "Unit",
        union: false,
        members: Vec::new(),
        http: None,
        xml_name: None,
        xml_namespace: None,
        xml_unwrapped: false,
    }
}

fn member(service: &Service<'static>, member: &Member<'static>, deep: bool) -> MemberSchema {
    let shape = service.shape(member.target);
    let mut schema = MemberSchema {
        name: member.name,
        shape_type: shape.map_or("Document", |shape| shape_type(&shape.kind)),
        traits: SchemaTraits {
            sensitive: customizations::is_sensitive(service, member),
            ..traits(&member.traits, shape.map(|shape| &shape.traits))
        },
        element: None,
        key: None,
    };
    let is_root = matches!(schema.shape_type, "Structure" | "Union")
        && member.traits.http == Some(HttpBinding::Payload);
    if let (true, Some(shape)) = (is_root, shape) {
        // The body's root element has the member's own name for it, else the shape's.
        // https://smithy.io/2.0/spec/protocol-traits.html#xmlname-trait
        let name = schema.traits.xml_name.or(shape.traits.xml_name);
        schema.traits.xml_name = name.or(Some(shape.name));
    }
    match shape.map(|shape| &shape.kind) {
        Some(ShapeKind::List(element)) if deep => {
            schema.element = Some(Box::new(inner(service, element, &schema)));
        }
        Some(ShapeKind::Map { key, value }) if deep => {
            schema.key = Some(Box::new(inner(service, key, &schema)));
            schema.element = Some(Box::new(inner(service, value, &schema)));
        }
        _ => {}
    }
    schema
}

/// What a list or map holds. Members of a flattened list have the list's own name, and theirs
/// counts for nothing (<https://smithy.io/2.0/spec/protocol-traits.html#xmlflattened-trait>).
fn inner(service: &Service<'static>, held: &Member<'static>, outer: &MemberSchema) -> MemberSchema {
    let mut schema = member(service, held, true);
    if outer.shape_type == "List" && outer.traits.xml_flattened {
        schema.traits.xml_name = None;
    }
    schema
}

/// The variant of `ShapeType`.
fn shape_type(kind: &ShapeKind<'_>) -> &'static str {
    match kind {
        ShapeKind::Blob => "Blob",
        ShapeKind::Boolean => "Boolean",
        ShapeKind::Document => "Document",
        ShapeKind::Double => "Double",
        ShapeKind::Enum(_) | ShapeKind::String => "String",
        ShapeKind::Float => "Float",
        ShapeKind::Integer => "Integer",
        ShapeKind::List(_) => "List",
        ShapeKind::Long => "Long",
        ShapeKind::Map { .. } => "Map",
        ShapeKind::Structure(_) => "Structure",
        ShapeKind::Timestamp => "Timestamp",
        ShapeKind::Union(_) => "Union",
    }
}

/// The member's own traits win over those of the shape that it has. A structure's `xmlName` is for
/// where it is the root of a document, not for its members.
fn traits(member: &Traits<'static>, shape: Option<&Traits<'static>>) -> SchemaTraits {
    let none = Traits::default();
    let shape = shape.unwrap_or(&none);
    SchemaTraits {
        http: member.http,
        // Schemas have no place for ec2Query's names, and no protocol has both.
        json_name: member.json_name.or(member.ec2_query_name),
        media_type: member.media_type.or(shape.media_type),
        sensitive: member.sensitive || shape.sensitive,
        streaming: member.streaming || shape.streaming,
        timestamp_format: member.timestamp_format.or(shape.timestamp_format),
        xml_attribute: member.xml_attribute,
        xml_flattened: member.xml_flattened || shape.xml_flattened,
        xml_name: member.xml_name,
        xml_namespace: member.xml_namespace.or(shape.xml_namespace).map(namespace),
    }
}

fn namespace(namespace: XmlNamespace<'static>) -> (&'static str, Option<&'static str>) {
    (namespace.uri, namespace.prefix)
}
