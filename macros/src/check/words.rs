//! The words for shapes in messages and documentation.

use aws_operation_catalog::{Member, Service, ShapeKind};

use crate::names;

/// `a union`, `an enum`
pub(crate) fn kind(kind: &ShapeKind<'_>) -> String {
    let keyword = kind.keyword();
    let article = if keyword.starts_with(['a', 'e', 'i', 'o']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {keyword}")
}

/// The Rust type that a newcomer would write for a shape; `prefix` stands before the names of types
/// that are made.
pub(crate) fn rust_type(service: &Service<'_>, target: &str, prefix: &str) -> String {
    let Some(shape) = service.shape(target) else {
        return names::pascal_case(target);
    };
    match &shape.kind {
        ShapeKind::Blob if shape.traits.streaming => "ByteStream".to_owned(),
        ShapeKind::Blob => "Blob".to_owned(),
        ShapeKind::Boolean => "bool".to_owned(),
        ShapeKind::Document => "Document".to_owned(),
        ShapeKind::Double => "f64".to_owned(),
        ShapeKind::Float => "f32".to_owned(),
        ShapeKind::Integer => "i32".to_owned(),
        ShapeKind::List(member) => format!("Vec<{}>", rust_type(service, member.target, prefix)),
        ShapeKind::Long => "i64".to_owned(),
        ShapeKind::Map { value, .. } => {
            format!(
                "HashMap<String, {}>",
                rust_type(service, value.target, prefix)
            )
        }
        ShapeKind::String => "String".to_owned(),
        ShapeKind::Timestamp => "DateTime".to_owned(),
        ShapeKind::Enum(_) | ShapeKind::Structure(_) | ShapeKind::Union(_) => {
            format!("{prefix}{}", names::pascal_case(target))
        }
    }
}

/// The model's constraints on a member, for the documentation: `required; 1 to 128 characters`.
pub(crate) fn constraints(service: &Service<'_>, member: &Member<'_>) -> String {
    let mut said = Vec::new();
    if member.required {
        said.push("required".to_owned());
    }
    if let Some(shape) = service.shape(member.target) {
        let unit = match shape.kind {
            ShapeKind::Blob => "bytes",
            ShapeKind::List(_) => "members",
            ShapeKind::Map { .. } => "entries",
            _ => "characters",
        };
        if let Some(length) = &shape.traits.length {
            let (min, max) = (
                length.min.map(|n| n.to_string()),
                length.max.map(|n| n.to_string()),
            );
            said.extend(
                bounds(min.as_deref(), max.as_deref()).map(|bounds| format!("{bounds} {unit}")),
            );
        }
        if let Some(range) = &shape.traits.range {
            said.extend(bounds(range.min, range.max));
        }
        if let Some(pattern) = shape.traits.pattern {
            said.push(format!("pattern `{}`", pattern.replace('`', "'")));
        }
    }
    said.join("; ")
}

/// `1 to 10`
pub(super) fn bounds(min: Option<&str>, max: Option<&str>) -> Option<String> {
    match (min, max) {
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("at least {min}")),
        (None, Some(max)) => Some(format!("at most {max}")),
        (None, None) => None,
    }
}
