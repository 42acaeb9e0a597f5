//! Shapes as the catalog's own.

use super::closure::Closure;
use super::definition::{Definition, MemberDefinition};
use super::json::{self, Fault};
use super::prelude;
use super::traits::{self, Place};
use crate::shape::{Member, Shape, ShapeKind};
use crate::traits::{Range, Traits};

/// Which traits count in a service's protocols.
#[derive(Clone, Copy)]
pub(super) struct Bindings {
    /// Those that bind members to parts of an HTTP message.
    pub(super) http: bool,
    /// `jsonName`.
    pub(super) json_name: bool,
}

/// A shape of the file.
pub(super) fn shape<'a>(
    closure: &'a Closure<'_>,
    definition: &'a Definition<'_>,
    bindings: Bindings,
) -> Result<Shape<'a>, Fault> {
    let json_name = bindings.json_name;
    let place = |member| Place {
        member,
        http: bindings.http && closure.whole.contains(definition.id),
        json_name,
    };
    let mut found = traits::traits(&definition.traits, place(None))?;
    let member = |member: &'a MemberDefinition<'_>| {
        Ok(Member {
            name: member.name,
            target: closure.name_of(member.target.id),
            required: traits::is_required(&member.traits),
            traits: traits::traits(&member.traits, place(Some(member.name)))?,
        })
    };
    let named = |name: &str| {
        let found = definition.members.iter().find(|member| member.name == name);
        let missing = || {
            let message = format!(
                "the {} `{}` needs `{name}`",
                definition.kind,
                definition.name()
            );
            Fault::new(definition.at, message)
        };
        found.ok_or_else(missing).and_then(member)
    };
    let members = || {
        definition
            .members
            .iter()
            .map(member)
            .collect::<Result<_, _>>()
    };
    let kind = match definition.kind {
        "enum" => ShapeKind::Enum(enum_values(definition)?),
        "list" | "set" => ShapeKind::List(named("member")?),
        "map" => ShapeKind::Map {
            key: named("key")?,
            value: named("value")?,
        },
        "string" => match old_enum_values(definition)? {
            values if values.is_empty() => ShapeKind::String,
            values => ShapeKind::Enum(values),
        },
        "structure" => ShapeKind::Structure(members()?),
        "union" => ShapeKind::Union(members()?),
        kind => simple(kind, &mut found).ok_or_else(|| {
            let message = format!(
                "the shape `{}` is of the kind `{kind}`, which is not supported",
                definition.name()
            );
            Fault::new(definition.at, message)
        })?,
    };
    Ok(Shape {
        name: closure.name_of(definition.id),
        kind,
        traits: found,
    })
}

/// A shape of the prelude.
pub(super) fn of_prelude<'a>(closure: &'a Closure<'_>, id: &'a str) -> Shape<'a> {
    let mut traits = Traits::default();
    let kind = prelude::kind(id).and_then(|kind| simple(kind, &mut traits));
    Shape {
        name: closure.name_of(id),
        kind: kind.unwrap_or(ShapeKind::Structure(Vec::new())),
        traits,
    }
}

/// A kind of shape without members. The catalog has one word for all integers that fit into 32 bits;
/// the range tells the smaller ones.
fn simple(kind: &str, traits: &mut Traits<'_>) -> Option<ShapeKind<'static>> {
    let bounds = match kind {
        "byte" => Some(("-128", "127")),
        "short" => Some(("-32768", "32767")),
        _ => None,
    };
    if let Some((min, max)) = bounds {
        let range = traits.range.get_or_insert(Range {
            min: None,
            max: None,
        });
        range.min = range.min.or(Some(min));
        range.max = range.max.or(Some(max));
    }
    Some(match kind {
        "blob" => ShapeKind::Blob,
        "boolean" => ShapeKind::Boolean,
        "byte" | "intEnum" | "integer" | "short" => ShapeKind::Integer,
        "document" => ShapeKind::Document,
        "double" => ShapeKind::Double,
        "float" => ShapeKind::Float,
        "long" => ShapeKind::Long,
        "string" => ShapeKind::String,
        "timestamp" => ShapeKind::Timestamp,
        _ => return None,
    })
}

/// What an enum's members are on the wire: `enumValue`, else their names.
fn enum_values<'a>(definition: &'a Definition<'_>) -> Result<Vec<&'a str>, Fault> {
    let members = definition.members.iter();
    members
        .map(|member| match member.traits.get("smithy.api#enumValue") {
            Some(value) => json::line(value, "`smithy.api#enumValue`"),
            None => Ok(member.name),
        })
        .collect()
}

/// The values of Smithy 1.0's trait, `[{"value": "…", "name": "…"}]`.
fn old_enum_values<'a>(definition: &'a Definition<'_>) -> Result<Vec<&'a str>, Fault> {
    let what = "`smithy.api#enum`";
    let value = definition.traits.get("smithy.api#enum").copied();
    let mut values = Vec::new();
    for element in json::elements(value, what)? {
        let element = json::object(element, what)?;
        values.push(json::line(
            json::needed(element, "value", what)?,
            "`value`",
        )?);
    }
    Ok(values)
}
