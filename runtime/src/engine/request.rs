//! Writes a request: from the user's struct to an HTTP request without a host.

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, Metadata};
use aws_smithy_schema::ShapeType;
use aws_smithy_schema::protocol::{ServiceShapeName, ServiceVersion, ServiceXmlNamespace};
use aws_smithy_schema::serde::{SerdeError, SerializableStruct};
use aws_smithy_types::byte_stream::ByteStream;
use aws_smithy_types::config_bag::{ConfigBag, Layer};

use super::endpoint::Target;
use super::{customizations, host_prefix, implied, member_values, route53, s3, stream};
use crate::EndpointUrl;
use crate::endpoint_rules::ParameterValue;
use crate::operation::{EndpointParameterValue, Operation};

/// A request that nobody has addressed yet.
pub(crate) struct Written {
    pub(crate) request: HttpRequest,
    /// What goes before the endpoint's host.
    pub(crate) host_prefix: Option<String>,
    /// What the endpoint depends on, by the parameter's name.
    pub(crate) endpoint_parameters: Vec<(&'static str, ParameterValue<'static>)>,
    /// An endpoint that the request names itself.
    pub(crate) url: Option<EndpointUrl>,
    /// Headers that say what the caller did not, of the body that is there. Found for S3 only.
    pub(crate) implied: Vec<&'static str>,
}

impl Written {
    /// The request for a target, and the target for the request: the prefix of its host, its bucket.
    /// `url` goes before the target's own, and so does the request's, unless that is the user's.
    ///
    /// # Errors
    /// In words for the user.
    pub(crate) fn addressed(
        self,
        operation: &Operation,
        url: Option<&str>,
        target: &mut Target,
    ) -> Result<HttpRequest, String> {
        let mut request = self.request;
        let own = self.url.as_ref().filter(|_| !target.custom);
        if let Some(url) = url.or(own.map(EndpointUrl::as_str)) {
            url.trim_end_matches('/').clone_into(&mut target.url);
        }
        if let Some(prefix) = self.host_prefix {
            target.put_before_host(&prefix);
        }
        s3::address(operation, &mut request, target)?;
        for (name, value) in &target.headers {
            request.headers_mut().insert(*name, value.clone());
        }
        Ok(request)
    }
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
    customizations::add_headers(operation.service, &mut request);
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
        implied: implied::headers(operation, input, &request)?,
        request,
        host_prefix,
        endpoint_parameters: endpoint_parameters(operation, input)?,
        url: customizations::endpoint(operation, input)?,
    })
}

/// What the operation and the request say of the endpoint. What they do not say is left out.
fn endpoint_parameters(
    operation: &Operation,
    input: &dyn SerializableStruct,
) -> Result<Vec<(&'static str, ParameterValue<'static>)>, SerdeError> {
    let mut parameters = Vec::new();
    for parameter in operation.endpoint_parameters {
        let value = match parameter.value {
            EndpointParameterValue::Boolean(value) => Some(ParameterValue::Boolean(value)),
            EndpointParameterValue::Member(path) => member_values::texts(input, &[path])?
                .pop()
                .map(|text| ParameterValue::Text(text.into())),
            EndpointParameterValue::Members(paths) => {
                let texts = member_values::texts(input, paths)?;
                (!texts.is_empty()).then_some(ParameterValue::Texts(texts))
            }
            EndpointParameterValue::Text(value) => Some(ParameterValue::Text(value.into())),
        };
        parameters.extend(value.map(|value| (parameter.name, value)));
    }
    Ok(parameters)
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
