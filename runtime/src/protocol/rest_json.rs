//! restJson1, with what AWS's own implementation leaves out: it writes a payload that is a
//! structure, a union or a document under its member's name, or not at all.

#[cfg(test)]
mod tests;

use std::cell::RefCell;

use aws_smithy_json::codec::JsonCodec;
use aws_smithy_json::protocol::aws_rest_json_1::AwsRestJsonProtocol;
use aws_smithy_runtime_api::http::Request;
use aws_smithy_schema::codec::Codec;
use aws_smithy_schema::protocol::ClientProtocol;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeSerializer};
use aws_smithy_schema::{Schema, ShapeType};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

use super::wire::Mended;

/// `aws.protocols#restJson1`.
#[derive(Debug, Default)]
pub(super) struct RestJson {
    official: AwsRestJsonProtocol,
}

impl Mended for RestJson {
    fn official(&self) -> &dyn ClientProtocol {
        &self.official
    }

    fn write(
        &self,
        input: &dyn SerializableStruct,
        schema: &Schema<'_>,
        facts: &ConfigBag,
    ) -> Result<Request, SerdeError> {
        let mut members = schema.members().iter();
        let payload = members.find(|member| member.http_payload().is_some());
        let Some(kind) = payload.map(|payload| payload.shape_type()) else {
            return self.official.serialize_request(input, schema, "", facts);
        };
        let rooted = Rooted {
            input,
            codec: self.official.inner().codec(),
            document: RefCell::new(None),
        };
        let mut request = self
            .official
            .serialize_request(&rooted, schema, "", facts)?;
        // https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html#content-type: an unset
        // structure is an empty one, everything else that is unset is no body.
        let is_empty = request.body().content_length() == Some(0);
        match (kind, rooted.document.take()) {
            (ShapeType::Document, Some(document)) => set_body(&mut request, document),
            (ShapeType::Structure, _) if is_empty => set_body(&mut request, b"{}".to_vec()),
            (ShapeType::Document | ShapeType::Union, _) if is_empty => {
                request.headers_mut().remove("content-type");
                request.headers_mut().remove("content-length");
            }
            _ => {}
        }
        Ok(request)
    }
}

fn set_body(request: &mut Request, body: Vec<u8>) {
    let headers = request.headers_mut();
    headers.insert("content-length", body.len().to_string());
    if headers.get("content-type").is_none() {
        headers.insert("content-type", "application/json");
    }
    *request.body_mut() = SdkBody::from(body);
}

/// An input whose payload is the body's root.
struct Rooted<'a> {
    input: &'a dyn SerializableStruct,
    codec: &'a JsonCodec,
    /// The payload, where it is a document: there is no place for one in the official request.
    document: RefCell<Option<Vec<u8>>>,
}

impl SerializableStruct for Rooted<'_> {
    fn schema(&self) -> &Schema<'_> {
        self.input.schema()
    }

    fn serialize_members(&self, serializer: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        let mut members = Members {
            serializer,
            codec: self.codec,
            document: &self.document,
        };
        self.input.serialize_members(&mut members)
    }
}

/// Passes the members of the input on, the payload without its name.
struct Members<'a> {
    serializer: &'a mut dyn ShapeSerializer,
    codec: &'a JsonCodec,
    document: &'a RefCell<Option<Vec<u8>>>,
}

/// Declares the methods for what is passed on as it is.
macro_rules! pass_on {
    ($($method:ident: $value:ty;)*) => {$(
        fn $method(&mut self, schema: &Schema<'_>, value: $value) -> Result<(), SerdeError> {
            self.serializer.$method(schema, value)
        }
    )*};
}

type WriteAll<'a> = &'a dyn Fn(&mut dyn ShapeSerializer) -> Result<(), SerdeError>;

impl ShapeSerializer for Members<'_> {
    /// A structure's own schema has no member's name.
    fn write_struct(
        &mut self,
        schema: &Schema<'_>,
        value: &dyn SerializableStruct,
    ) -> Result<(), SerdeError> {
        if schema.http_payload().is_some() {
            self.serializer.write_struct(value.schema(), value)
        } else {
            self.serializer.write_struct(schema, value)
        }
    }

    fn write_document(&mut self, schema: &Schema<'_>, value: &Document) -> Result<(), SerdeError> {
        if schema.http_payload().is_none() {
            return self.serializer.write_document(schema, value);
        }
        let mut root = self.codec.create_serializer();
        root.write_document(&aws_smithy_schema::prelude::DOCUMENT, value)?;
        self.document.replace(Some(root.finish()));
        Ok(())
    }

    fn write_null(&mut self, schema: &Schema<'_>) -> Result<(), SerdeError> {
        self.serializer.write_null(schema)
    }

    fn write_list_with_length(
        &mut self,
        schema: &Schema<'_>,
        length: usize,
        write_elements: WriteAll<'_>,
    ) -> Result<(), SerdeError> {
        self.serializer
            .write_list_with_length(schema, length, write_elements)
    }

    fn write_map_with_length(
        &mut self,
        schema: &Schema<'_>,
        length: usize,
        write_entries: WriteAll<'_>,
    ) -> Result<(), SerdeError> {
        self.serializer
            .write_map_with_length(schema, length, write_entries)
    }

    pass_on! {
        write_big_decimal: &BigDecimal;
        write_big_integer: &BigInteger;
        write_blob: Blob;
        write_boolean: bool;
        write_byte: i8;
        write_double: f64;
        write_float: f32;
        write_integer: i32;
        write_list: WriteAll<'_>;
        write_long: i64;
        write_map: WriteAll<'_>;
        write_short: i16;
        write_string: &str;
        write_timestamp: &DateTime;
    }
}
