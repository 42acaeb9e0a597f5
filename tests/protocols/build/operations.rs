//! A request for each operation that a case is about.

use std::fmt::Write as _;

use aws_operation_catalog::{Operation, ShapeKind};

use crate::types::{Types, field};

/// Declares the request of an operation, with a field for every member, and a function that makes
/// one which can be sent.
pub(crate) fn declare(types: Types, at: usize, operation: &Operation<'static>) -> String {
    let (mut fields, mut values) = (String::new(), String::new());
    for member in types.input(operation.input) {
        let field = field(&member);
        let stream = types.is_stream(&member);
        let ty = if stream {
            "ByteStream".to_owned()
        } else {
            types.of(member.target)
        };
        if member.required {
            let value = if stream {
                "ByteStream::default()".to_owned()
            } else {
                sample(types, member.target, 0)
            };
            let _ = write!(fields, "pub {field}: {ty}, ");
            let _ = write!(values, "{field}: {value}, ");
        } else {
            let _ = write!(fields, "pub {field}: Option<{ty}>, ");
            let _ = write!(values, "{field}: None, ");
        }
    }
    let name = operation.name;
    format!(
        "#[aws_operation(operation = {name:?})] pub struct Operation{at}Request {{ {fields} }}
        pub fn request{at}() -> Operation{at}Request {{ Operation{at}Request {{ {values} }} }}\n"
    )
}

/// A value that can be sent. Of a union with nothing but structures that need another of its kind
/// there is none.
fn sample(types: Types, target: &str, depth: usize) -> String {
    let ty = || types.of(target);
    match &types.shape(target).kind {
        ShapeKind::Enum(_) => "\"value\".into()".to_owned(),
        // Long enough for an account's id, and a label of a host's name.
        ShapeKind::String => "\"value0value1\".to_owned()".to_owned(),
        ShapeKind::Structure(members) if depth < 8 => {
            let required = members.iter().filter(|member| member.required);
            let fields = required.map(|member| {
                let value = boxed(types, member.target, depth + 1);
                format!("at.{} = {value};", field(member))
            });
            let (ty, fields) = (ty(), fields.collect::<String>());
            format!("{{ #[allow(unused_mut)] let mut at = {ty}::default(); {fields} at }}")
        }
        ShapeKind::Union(members) if depth < 8 => {
            let simple = members.iter().find(|member| {
                let kind = &types.shape(member.target).kind;
                !matches!(kind, ShapeKind::Structure(_) | ShapeKind::Union(_))
            });
            let member = simple.or(members.first()).expect("a union has members");
            let value = boxed(types, member.target, depth + 1);
            let variant = types.variant(target, member.name);
            let variant = variant.trim_start_matches("connector::");
            format!("{variant}({value})")
        }
        _ => format!("<{}>::default()", ty()),
    }
}

/// A sample for a place that may be a box, as those of structures and unions may.
fn boxed(types: Types, target: &str, depth: usize) -> String {
    let sample = sample(types, target, depth);
    match types.shape(target).kind {
        ShapeKind::Structure(_) | ShapeKind::Union(_) => format!("{sample}.into()"),
        _ => sample,
    }
}
