//! A shape and its members, as text and as values.

use std::fmt;

use crate::line::Line;
use crate::print::Word;
use crate::traits::Traits;

/// A shape of a service's model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape<'t> {
    /// The name, unique within the service.
    pub name: &'t str,
    /// What it is made of.
    pub kind: ShapeKind<'t>,
    /// What is said of it.
    pub traits: Traits<'t>,
}

/// What a shape is made of, by Smithy's names.
///
/// Smithy's `byte`, `short`, `bigInteger`, `bigDecimal` and `intEnum` do not occur in AWS's models.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::large_enum_variant,
    reason = "shapes are read one at a time and thrown away; a box would only cost"
)]
pub enum ShapeKind<'t> {
    /// Bytes.
    Blob,
    /// True or false.
    Boolean,
    /// Any JSON-like value.
    Document,
    /// A 64-bit float.
    Double,
    /// A string out of these, in the model's order; a service may send others.
    Enum(Vec<&'t str>),
    /// A 32-bit float.
    Float,
    /// A 32-bit integer.
    Integer,
    /// A list of this; the member's name is `member`.
    List(Member<'t>),
    /// A 64-bit integer.
    Long,
    /// A map; its members are named `key` and `value`.
    Map {
        /// The keys, always strings.
        key: Member<'t>,
        /// The values.
        value: Member<'t>,
    },
    /// Text.
    String,
    /// Members in the model's order.
    Structure(Vec<Member<'t>>),
    /// A moment.
    Timestamp,
    /// Exactly one of these.
    Union(Vec<Member<'t>>),
}

/// One member of a structure or union, or what a list or map holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member<'t> {
    /// The name in the model; the name on the wire is in the traits when it differs.
    pub name: &'t str,
    /// The name of the shape that its values have.
    pub target: &'t str,
    /// `required`.
    pub required: bool,
    /// What is said of it.
    pub traits: Traits<'t>,
}

impl<'t> ShapeKind<'t> {
    /// The word that begins the shape's first line.
    pub fn keyword(&self) -> &'static str {
        match self {
            Self::Blob => "blob",
            Self::Boolean => "boolean",
            Self::Document => "document",
            Self::Double => "double",
            Self::Enum(_) => "enum",
            Self::Float => "float",
            Self::Integer => "integer",
            Self::List(_) => "list",
            Self::Long => "long",
            Self::Map { .. } => "map",
            Self::String => "string",
            Self::Structure(_) => "structure",
            Self::Timestamp => "timestamp",
            Self::Union(_) => "union",
        }
    }

    /// Every member, in order: none, one, two, or those of a structure or union.
    pub fn members(&self) -> impl Iterator<Item = &Member<'t>> {
        let (several, key, value): (&[Member<'t>], _, _) = match self {
            Self::List(member) => (std::slice::from_ref(member), None, None),
            Self::Map { key, value } => (&[], Some(key), Some(value)),
            Self::Structure(members) | Self::Union(members) => (members, None, None),
            _ => (&[], None, None),
        };
        several.iter().chain(key).chain(value)
    }
}

/// Tells whether a line that begins with this word begins a shape.
pub(crate) fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "blob"
            | "boolean"
            | "document"
            | "double"
            | "enum"
            | "float"
            | "integer"
            | "list"
            | "long"
            | "map"
            | "string"
            | "structure"
            | "timestamp"
            | "union"
    )
}

/// Reads a shape from its first line and the indented ones below. A mistake comes with the number of
/// its line, counted from 0.
pub(crate) fn read(block: &str) -> Result<Shape<'_>, (usize, String)> {
    let mut lines = crate::index::content(block);
    let (at, first) = lines.next().unwrap_or((0, ""));
    let head = |message| (at, message);
    let mut line = Line::new(first);
    let keyword = line.word().map_err(head)?;
    let name = line.word().map_err(head)?;
    let (traits, _) = Traits::read(&mut line, None).map_err(head)?;
    let kind = match keyword {
        "blob" => ShapeKind::Blob,
        "boolean" => ShapeKind::Boolean,
        "document" => ShapeKind::Document,
        "double" => ShapeKind::Double,
        "enum" => {
            let mut values = Vec::new();
            for (at, text) in lines.by_ref() {
                values.push(read_value(text).map_err(|message| (at, message))?);
            }
            ShapeKind::Enum(values)
        }
        "float" => ShapeKind::Float,
        "integer" => ShapeKind::Integer,
        "list" => {
            let [member] = named(read_members(&mut lines)?, ["member"]).map_err(head)?;
            ShapeKind::List(member)
        }
        "long" => ShapeKind::Long,
        "map" => {
            let [key, value] = named(read_members(&mut lines)?, ["key", "value"]).map_err(head)?;
            ShapeKind::Map { key, value }
        }
        "string" => ShapeKind::String,
        "structure" => ShapeKind::Structure(read_members(&mut lines)?),
        "timestamp" => ShapeKind::Timestamp,
        "union" => ShapeKind::Union(read_members(&mut lines)?),
        other => return Err(head(format!("unknown kind of shape `{other}`"))),
    };
    match lines.next() {
        None => Ok(Shape { name, kind, traits }),
        Some((at, _)) => Err((at, format!("a {keyword} has no members"))),
    }
}

fn read_value(text: &str) -> Result<&str, String> {
    let mut line = Line::new(text);
    let value = line.term()?.text;
    line.end()?;
    Ok(value)
}

fn read_members<'t>(
    lines: &mut impl Iterator<Item = (usize, &'t str)>,
) -> Result<Vec<Member<'t>>, (usize, String)> {
    lines
        .map(|(at, text)| read_member(text).map_err(|message| (at, message)))
        .collect()
}

fn read_member(text: &str) -> Result<Member<'_>, String> {
    let mut line = Line::new(text);
    let name = line.word()?;
    line.expect(':')?;
    let target = line.word()?;
    let (traits, required) = Traits::read(&mut line, Some(name))?;
    Ok(Member {
        name,
        target,
        required,
        traits,
    })
}

/// Checks that a list or map has the members it has to have.
fn named<'t, const N: usize>(
    members: Vec<Member<'t>>,
    names: [&str; N],
) -> Result<[Member<'t>; N], String> {
    match <[Member<'t>; N]>::try_from(members) {
        Ok(members) if members.iter().map(|member| member.name).eq(names) => Ok(members),
        _ => Err(format!(
            "expected the members `{}` below",
            names.join("`, `")
        )),
    }
}

impl fmt::Display for Shape<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.keyword(), self.name)?;
        self.traits.print(f, None)?;
        writeln!(f)?;
        if let ShapeKind::Enum(values) = &self.kind {
            for value in values {
                writeln!(f, "  {}", Word(value))?;
            }
        }
        for member in self.kind.members() {
            write!(f, "  {}: {}", member.name, member.target)?;
            if member.required {
                write!(f, " @required")?;
            }
            member.traits.print(f, Some(member.name))?;
            writeln!(f)?;
        }
        Ok(())
    }
}
