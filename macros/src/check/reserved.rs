//! The names that types which are made do not get.

use crate::names;

/// Names that the user's own code is going to mean something else by: the prelude's and ours. A
/// shape called so gets `Shape` behind its name (`Option` of rds is `OptionShape`).
const RESERVED: [&str; 49] = [
    "Arc",
    "AsMut",
    "AsRef",
    "BTreeMap",
    "Blob",
    "Box",
    "ByteStream",
    "Bytes",
    "Call",
    "Clone",
    "Connector",
    "Copy",
    "Cow",
    "Credentials",
    "DateTime",
    "Debug",
    "Default",
    "Document",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "Hash",
    "HashMap",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Region",
    "Result",
    "SdkClientConfig",
    "Self",
    "Send",
    "Some",
    "String",
    "Sync",
    "ToString",
    "TryFrom",
    "Vec",
];

/// The name of the type that is made for a shape, as long as nobody else has it.
pub(crate) fn type_name(shape: &str) -> String {
    let mut name = names::pascal_case(shape);
    if RESERVED.contains(&name.as_str()) {
        name.push_str("Shape");
    }
    name
}
