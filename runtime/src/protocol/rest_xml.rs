//! restXml: the official implementation writes, ours reads.
//!
//! Requests: AWS's own codec is right but for the content type of a body that is not there.
//! Answers: its reader goes through a document once for every level that shapes are nested, loses
//! text in CDATA, and takes what breaks off for the whole.

use aws_smithy_runtime_api::http::{Request, Response};
use aws_smithy_schema::http_protocol::{http_error_deserializer, http_output_deserializer};
use aws_smithy_schema::protocol::ClientProtocolInner;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeDeserializer};
use aws_smithy_schema::{Schema, ShapeId};
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::metadata::Builder;
use aws_smithy_xml::protocol::aws_rest_xml::AwsRestXmlProtocol;

use super::xml::{Envelope, XmlReader, error_metadata};

/// `aws.protocols#restXml`, with and without `noErrorWrapping`: an error tells which it is.
#[derive(Debug, Default)]
pub(super) struct RestXml {
    official: AwsRestXmlProtocol,
}

impl ClientProtocolInner for RestXml {
    type Request = Request;
    type Response = Response;

    fn protocol_id(&self) -> &ShapeId<'static> {
        self.official.protocol_id()
    }

    fn serialize_request(
        &self,
        input: &dyn SerializableStruct,
        input_schema: &Schema<'_>,
        endpoint: &str,
        cfg: &ConfigBag,
    ) -> Result<Request, SerdeError> {
        let mut request = self
            .official
            .serialize_request(input, input_schema, endpoint, cfg)?;
        // A structure that is the payload and is unset leaves no body to name.
        let is_empty = request.body().content_length() == Some(0);
        if is_empty && !sets_content_type(input_schema) {
            request.headers_mut().remove("content-type");
        }
        Ok(request)
    }

    fn deserialize_response<'a>(
        &self,
        response: &'a Response,
        output_schema: &Schema<'_>,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        let reader = XmlReader::new(body(response), Envelope::None);
        Ok(http_output_deserializer(
            reader,
            response,
            output_schema,
            cfg,
        ))
    }

    fn parse_error_metadata(
        &self,
        response: &Response,
        _cfg: &ConfigBag,
    ) -> Result<Builder, SerdeError> {
        Ok(error_metadata(body(response)))
    }

    fn deserialize_error_response<'a>(
        &self,
        response: &'a Response,
        cfg: &'a ConfigBag,
    ) -> Result<Box<dyn ShapeDeserializer + 'a>, SerdeError> {
        let reader = XmlReader::new(body(response), Envelope::Error);
        Ok(http_error_deserializer(reader, response, cfg))
    }

    fn update_endpoint(
        &self,
        request: &mut Request,
        endpoint: &Endpoint,
        cfg: &ConfigBag,
    ) -> Result<(), SerdeError> {
        self.official.update_endpoint(request, endpoint, cfg)
    }
}

/// Whether a member travels as the content type.
fn sets_content_type(schema: &Schema<'_>) -> bool {
    let mut headers = schema
        .members()
        .iter()
        .filter_map(|member| member.http_header());
    headers.any(|header| header.value().eq_ignore_ascii_case("content-type"))
}

/// The body; nothing, where it is a stream that was taken.
fn body(response: &Response) -> &[u8] {
    response.body().bytes().unwrap_or_default()
}
