//! rpcv2Cbor, of our own: the official codec brings big numbers with it, which AWS has none of and
//! which are a twelfth of a build.

mod number;
mod reader;
#[cfg(test)]
mod tests;
mod writer;

use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::http::{Request, Response};
use aws_smithy_schema::Schema;
use aws_smithy_schema::error_envelope::sanitize_error_code;
use aws_smithy_schema::protocol::ServiceShapeName;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeSerializer as _};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

use self::reader::CborReader;
use self::writer::CborWriter;
use super::wire::{Reader, Wire, body};

/// `smithy.protocols#rpcv2Cbor`.
#[derive(Debug, Default)]
pub(super) struct RpcV2Cbor;

impl Wire for RpcV2Cbor {
    /// <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#requests>
    fn write(
        &self,
        input: &dyn SerializableStruct,
        schema: &Schema<'_>,
        facts: &ConfigBag,
    ) -> Result<Request, SerdeError> {
        // What has no input has no body. One without members has an empty one.
        let has_body = schema.shape_id().as_str() != "smithy.api#Unit";
        let mut writer = CborWriter::default();
        if has_body {
            writer.write_struct(schema, input)?;
        }
        let length = writer.bytes.len();
        let mut request = Request::new(SdkBody::from(writer.bytes));
        let invalid = |error| SerdeError::custom(format!("{error}"));
        request.set_method("POST").map_err(invalid)?;
        request.set_uri(route(facts)).map_err(invalid)?;
        let headers = request.headers_mut();
        headers.insert("smithy-protocol", "rpc-v2-cbor");
        headers.insert("accept", "application/cbor");
        if has_body {
            headers.insert("content-type", "application/cbor");
            headers.insert("content-length", length.to_string());
        }
        Ok(request)
    }

    fn read<'a>(
        &self,
        response: &'a Response,
        _schema: &Schema<'_>,
        _facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError> {
        Ok(Box::new(CborReader::new(body(response))))
    }

    fn read_error<'a>(
        &self,
        response: &'a Response,
        _facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError> {
        Ok(Box::new(CborReader::new(body(response))))
    }

    /// <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#operation-error-serialization>
    fn error_metadata(
        &self,
        response: &Response,
        _facts: &ConfigBag,
    ) -> Result<Builder, SerdeError> {
        let (mut code, mut message) = (None, None);
        let body = body(response);
        if !body.is_empty() {
            CborReader::new(body).texts(|key, text| match key {
                "__type" => code = Some(sanitize_error_code(text).to_owned()),
                "message" | "Message" | "errorMessage" => message = Some(text.to_owned()),
                _ => {}
            })?;
        }
        let mut metadata = ErrorMetadata::builder();
        if let Some(code) = code {
            metadata = metadata.code(code);
        }
        if let Some(message) = message {
            metadata = metadata.message(message);
        }
        Ok(metadata)
    }
}

fn route(facts: &ConfigBag) -> String {
    let service = facts.load::<ServiceShapeName>();
    let operation = facts.load::<Metadata>();
    format!(
        "/service/{}/operation/{}",
        service.map_or("", ServiceShapeName::as_str),
        operation.map_or("", |operation| operation.name())
    )
}
