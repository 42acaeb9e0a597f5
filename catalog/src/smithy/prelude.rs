//! The shapes that every Smithy model has without writing them
//! (<https://smithy.io/2.0/spec/model.html#prelude>).

/// The structure without members: no input, no output, no value.
pub(super) const UNIT: &str = "smithy.api#Unit";

/// The kind of a shape of the prelude.
pub(super) fn kind(id: &str) -> Option<&'static str> {
    Some(match id.strip_prefix("smithy.api#")? {
        "BigDecimal" => "bigDecimal",
        "BigInteger" => "bigInteger",
        "Blob" => "blob",
        "Boolean" | "PrimitiveBoolean" => "boolean",
        "Byte" | "PrimitiveByte" => "byte",
        "Document" => "document",
        "Double" | "PrimitiveDouble" => "double",
        "Float" | "PrimitiveFloat" => "float",
        "Integer" | "PrimitiveInteger" => "integer",
        "Long" | "PrimitiveLong" => "long",
        "Short" | "PrimitiveShort" => "short",
        "String" => "string",
        "Timestamp" => "timestamp",
        "Unit" => "structure",
        _ => return None,
    })
}
