//! Writes a request: from the user's struct to an HTTP request without a host.

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, Metadata};
use aws_smithy_schema::ShapeType;
use aws_smithy_schema::protocol::{ServiceShapeName, ServiceVersion, ServiceXmlNamespace};
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::{ConfigBag, Layer};

use super::{host_prefix, route53, stream};
use crate::operation::Operation;

/// A request that nobody has addressed yet.
pub(crate) struct Written {
    pub(crate) request: HttpRequest,
    /// What goes before the endpoint's host.
    pub(crate) host_prefix: Option<String>,
}

/// Writes the request. It borrows from the user's struct no longer than this.
///
/// `body` is a live stream for the payload, which `input` then does not write.
pub(crate) fn write(
    operation: &Operation,
    input: &dyn SerializableStruct,
    body: Option<ByteStream>,
) -> Result<Written, SerdeError> {
    let protocol = (operation.protocol)().wire();
    let mut request = protocol.write(input, operation.input, &facts(operation))?;
    route53::trim_ids(operation, &mut request)?;
    if let Some(body) = body {
        stream::attach(&mut request, body)?;
    } else {
        name_payload(operation, &mut request);
    }
    if operation.service.aws_query_compatible {
        // https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait
        request.headers_mut().insert("x-amzn-query-mode", "true");
    }
    let host_prefix = operation
        .host_prefix
        .map(|template| host_prefix::fill(template, input))
        .transpose()?;
    Ok(Written {
        request,
        host_prefix,
    })
}

/// Says what a payload of bytes or text is, unless the user did: the protocol leaves that out.
/// <https://smithy.io/2.0/spec/http-bindings.html#httppayload-trait>
fn name_payload(operation: &Operation, request: &mut HttpRequest) {
    let mut members = operation.input.members().iter();
    let payload = members.find(|member| member.http_payload().is_some());
    let content_type = match payload.map(|member| member.shape_type()) {
        Some(ShapeType::Blob) => "application/octet-stream",
        Some(ShapeType::String) => "text/plain",
        _ => return,
    };
    let is_empty = request.body().content_length() == Some(0);
    if !is_empty && request.headers().get("content-type").is_none() {
        request.headers_mut().insert("content-type", content_type);
    }
}

/// What protocols need to know besides the schema.
pub(crate) fn facts(operation: &Operation) -> ConfigBag {
    let service = operation.service;
    let mut layer = Layer::new("operation");
    layer.store_put(Metadata::new(operation.name, service.sdk_id));
    // The prefix of `X-Amz-Target` is the service shape's name.
    layer.store_put(ServiceShapeName::new(service.target_prefix));
    layer.store_put(ServiceVersion::new(service.api_version));
    if let Some(namespace) = service.xml_namespace {
        layer.store_put(ServiceXmlNamespace::new(namespace, None));
    }
    ConfigBag::of_layers(vec![layer])
}
