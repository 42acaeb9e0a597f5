//! awsQuery and ec2Query: a form is sent, XML comes back.
//!
//! AWS's own `aws-smithy-query` knows only the one, names the elements of a list wrong when their
//! schema has a name of its own, and reads no code or message of an error.

mod form;
#[cfg(test)]
mod tests;

use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::http::{Request, Response};
use aws_smithy_schema::Schema;
use aws_smithy_schema::protocol::ServiceVersion;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeSerializer as _};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::Builder;

use self::form::{Dialect, Form};
use super::wire::{Reader, Wire, body};
use super::xml::{Envelope, XmlReader, error_metadata};

/// One of the two.
#[derive(Debug)]
pub(super) struct Query {
    dialect: Dialect,
    envelope: Envelope,
}

impl Query {
    /// `aws.protocols#awsQuery`.
    pub(super) fn aws() -> Self {
        Self {
            dialect: Dialect::Aws,
            envelope: Envelope::Result,
        }
    }

    /// `aws.protocols#ec2Query`.
    pub(super) fn ec2() -> Self {
        Self {
            dialect: Dialect::Ec2,
            envelope: Envelope::None,
        }
    }
}

impl Wire for Query {
    /// <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#request-serialization>
    fn write(
        &self,
        input: &dyn SerializableStruct,
        schema: &Schema<'_>,
        facts: &ConfigBag,
    ) -> Result<Request, SerdeError> {
        let action = facts.load::<Metadata>().map(Metadata::name);
        let version = facts.load::<ServiceVersion>().map(ServiceVersion::as_str);
        let mut form = Form::new(self.dialect);
        form.parameter("Action", action.unwrap_or_default());
        form.parameter("Version", version.unwrap_or_default());
        form.write_struct(schema, input)?;
        let body = form.finish();

        let unwritable = |error| SerdeError::write_failed(format!("BUG: {error}"));
        let length = body.len().to_string();
        let mut request = Request::new(SdkBody::from(body));
        request.set_method("POST").map_err(unwritable)?;
        request.set_uri("/").map_err(unwritable)?;
        let headers = request.headers_mut();
        headers.insert("Content-Type", "application/x-www-form-urlencoded");
        headers.insert("Content-Length", length);
        Ok(request)
    }

    fn read<'a>(
        &self,
        response: &'a Response,
        _schema: &Schema<'_>,
        _facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError> {
        Ok(Box::new(XmlReader::new(body(response), self.envelope)))
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
        _facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError> {
        Ok(Box::new(XmlReader::new(body(response), Envelope::Error)))
    }
}
