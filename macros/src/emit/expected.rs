//! What is expected of a field's type, in words.

use syn::Type as RustType;

use crate::messages;
use crate::plan::{Binding, Simple, Type};

/// Names of types that are nobody's own, and that no adapter is for.
const KNOWN: [&str; 12] = [
    "Arc",
    "BTreeMap",
    "Blob",
    "Box",
    "ByteStream",
    "Cow",
    "DateTime",
    "Document",
    "HashMap",
    "Option",
    "String",
    "Vec",
];

/// What stands under a type that does not fit: what is expected, and what to write.
pub(super) fn label(not: &str, ty: &Type) -> String {
    let words = words(ty);
    let wanted = format!("`{}`", rust_type(ty));
    if words.contains(&wanted) {
        format!("{not} {words}")
    } else {
        format!("{not} {words}; write {wanted}")
    }
}

/// How a type of the user's own, or of another crate, can stand for a member that is one value.
pub(super) fn note(binding: &Binding, derive: &str) -> Option<String> {
    let is_value = match &binding.target {
        Type::Simple(simple) => *simple != Simple::StreamingBlob,
        Type::Enum(..) => true,
        Type::Structure(..) | Type::List(..) | Type::Map(..) => false,
    };
    let RustType::Path(path) = &binding.ty else {
        return None;
    };
    let name = path.path.segments.last()?.ident.to_string();
    let is_known = KNOWN.contains(&name.as_str()) || name.starts_with(char::is_lowercase);
    (is_value && !is_known && binding.with.is_none()).then(|| messages::member_type_note(derive))
}

/// What the model says of a member, as it stands after "is".
pub(super) fn words(ty: &Type) -> String {
    match ty {
        Type::Simple(simple) => match simple {
            Simple::Blob => "a blob",
            Simple::Boolean => "a boolean",
            Simple::Document => "a document",
            Simple::Double => "a double (`f64`)",
            Simple::Float => "a float (`f32`)",
            Simple::Integer => "an integer (`i32`)",
            Simple::Long => "a long (`i64`)",
            Simple::StreamingBlob => "a streaming blob",
            Simple::String => "a string",
            Simple::Timestamp => "a timestamp",
        }
        .to_owned(),
        Type::Enum(_, name) => format!("the enum `{}`", name.ident),
        Type::Structure(_, name) => format!("the structure `{}`", name.ident),
        Type::List(element, _) => format!("a list, each member {}", words(element)),
        Type::Map(value, _) => format!("a map, each value {}", words(value)),
    }
}

/// The type that a newcomer would write, in the scope of the request or of the shape.
fn rust_type(ty: &Type) -> String {
    match ty {
        Type::Simple(simple) => match simple {
            Simple::Blob => "Blob",
            Simple::Boolean => "bool",
            Simple::Document => "Document",
            Simple::Double => "f64",
            Simple::Float => "f32",
            Simple::Integer => "i32",
            Simple::Long => "i64",
            Simple::StreamingBlob => "ByteStream",
            Simple::String => "String",
            Simple::Timestamp => "DateTime",
        }
        .to_owned(),
        Type::Enum(_, name) | Type::Structure(_, name) => match &name.module {
            Some(module) => format!("{module}::{}", name.ident),
            None => name.ident.to_string(),
        },
        Type::List(element, sparse) => format!("Vec<{}>", held(element, *sparse)),
        Type::Map(value, sparse) => format!("HashMap<String, {}>", held(value, *sparse)),
    }
}

/// What a list or a map holds; in a sparse one it may be null.
fn held(ty: &Type, sparse: bool) -> String {
    let ty = rust_type(ty);
    if sparse { format!("Option<{ty}>") } else { ty }
}
