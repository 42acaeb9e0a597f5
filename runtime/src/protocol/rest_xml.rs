//! restXml: the official implementation writes, ours reads.
//!
//! Requests: AWS's own codec is right but for the content type of a body that is not there.
//! Answers: its reader goes through a document once for every level that shapes are nested, loses
//! text in CDATA, and takes what breaks off for the whole.

use aws_smithy_runtime_api::http::{Request, Response};
use aws_smithy_schema::Schema;
use aws_smithy_schema::http_protocol::{http_error_deserializer, http_output_deserializer};
use aws_smithy_schema::protocol::ClientProtocolInner as _;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::Builder;
use aws_smithy_xml::protocol::aws_rest_xml::AwsRestXmlProtocol;

use super::wire::{Reader, Wire, body};
use super::xml::{Envelope, XmlReader, error_metadata};

/// `aws.protocols#restXml`, with and without `noErrorWrapping`: an error tells which it is.
#[derive(Debug, Default)]
pub(super) struct RestXml {
    official: AwsRestXmlProtocol,
}

impl Wire for RestXml {
    fn write(
        &self,
        input: &dyn SerializableStruct,
        schema: &Schema<'_>,
        facts: &ConfigBag,
    ) -> Result<Request, SerdeError> {
        let mut request = self.official.serialize_request(input, schema, "", facts)?;
        // A structure that is the payload and is unset leaves no body to name.
        let is_empty = request.body().content_length() == Some(0);
        if is_empty && !sets_content_type(schema) {
            request.headers_mut().remove("content-type");
        }
        Ok(request)
    }

    fn read<'a>(
        &self,
        response: &'a Response,
        schema: &Schema<'_>,
        facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError> {
        let reader = XmlReader::new(body(response), Envelope::None);
        Ok(http_output_deserializer(reader, response, schema, facts))
    }

    fn error_metadata(
        &self,
        response: &Response,
        _facts: &ConfigBag,
    ) -> Result<Builder, SerdeError> {
        Ok(error_metadata(body(response)))
    }

    fn read_error<'a>(
        &self,
        response: &'a Response,
        facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError> {
        let reader = XmlReader::new(body(response), Envelope::Error);
        Ok(http_error_deserializer(reader, response, facts))
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
