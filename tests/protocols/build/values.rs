//! Values of simple shapes.

use aws_operation_catalog::ShapeKind;
use serde_json::Value;

/// An expression for a value; `None` when the shape is not simple.
pub(crate) fn simple(kind: &ShapeKind<'_>, value: &Value) -> Option<String> {
    let text = || match value {
        Value::String(text) => text.clone(),
        // A `jsonvalue` is a string here, and the value itself in botocore.
        value => value.to_string(),
    };
    Some(match kind {
        ShapeKind::Blob => format!("Blob::from({:?})", text()),
        ShapeKind::Boolean => text(),
        ShapeKind::Document => format!("crate::values::document({:?})", value.to_string()),
        ShapeKind::Double => float(value, "f64"),
        ShapeKind::Enum(_) => format!("{:?}.into()", text()),
        ShapeKind::Float => float(value, "f32"),
        ShapeKind::Integer => format!("{value}_i32"),
        ShapeKind::Long => format!("{value}_i64"),
        ShapeKind::String => format!("{:?}.to_owned()", text()),
        ShapeKind::Timestamp => format!("crate::values::timestamp({:?})", text()),
        ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_) => return None,
    })
}

/// Numbers that JSON does not have are strings.
fn float(value: &Value, ty: &str) -> String {
    match value.as_str() {
        Some("NaN") => format!("{ty}::NAN"),
        Some("Infinity") => format!("{ty}::INFINITY"),
        Some("-Infinity") => format!("{ty}::NEG_INFINITY"),
        _ => format!("{value}_{ty}"),
    }
}
