//! rpcv2Cbor: the official implementation writes, ours reads.
//!
//! Requests: AWS's own codec is right, but an operation without an input has a request without a
//! body.

mod number;
mod reader;
#[cfg(test)]
mod tests;

use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use aws_smithy_runtime_api::http::{Request, Response};
use aws_smithy_schema::Schema;
use aws_smithy_schema::protocol::ClientProtocolInner as _;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::Builder;

use self::reader::CborReader;
use super::wire::{Reader, Wire, body};

/// `smithy.protocols#rpcv2Cbor`.
#[derive(Debug, Default)]
pub(super) struct RpcV2Cbor {
    official: RpcV2CborProtocol,
}

impl Wire for RpcV2Cbor {
    fn write(
        &self,
        input: &dyn SerializableStruct,
        schema: &Schema<'_>,
        facts: &ConfigBag,
    ) -> Result<Request, SerdeError> {
        let mut request = self.official.serialize_request(input, schema, "", facts)?;
        // https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html#requests: no body and
        // no content type, which an input without members has.
        if schema.shape_id().as_str() == "smithy.api#Unit" {
            *request.body_mut() = SdkBody::empty();
            request.headers_mut().remove("content-type");
            request.headers_mut().remove("content-length");
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

    fn error_metadata(
        &self,
        response: &Response,
        facts: &ConfigBag,
    ) -> Result<Builder, SerdeError> {
        self.official.parse_error_metadata(response, facts)
    }
}
