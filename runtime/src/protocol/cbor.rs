//! rpcv2Cbor, with what AWS's own implementation leaves out: an operation without an input has a
//! request without a body.

use aws_smithy_cbor::protocol::RpcV2CborProtocol;
use aws_smithy_runtime_api::http::Request;
use aws_smithy_schema::Schema;
use aws_smithy_schema::protocol::ClientProtocol;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;

use super::wire::Mended;

/// `smithy.protocols#rpcv2Cbor`.
#[derive(Debug, Default)]
pub(super) struct RpcV2Cbor {
    official: RpcV2CborProtocol,
}

impl Mended for RpcV2Cbor {
    fn official(&self) -> &dyn ClientProtocol {
        &self.official
    }

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
}
