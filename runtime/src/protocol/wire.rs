//! What a call needs of a protocol: less than AWS's own trait has, which also addresses requests.

use std::fmt;

use aws_smithy_runtime_api::http::{Request, Response};
use aws_smithy_schema::Schema;
use aws_smithy_schema::protocol::ClientProtocol;
use aws_smithy_schema::serde::{SerdeError, SerializableStruct, ShapeDeserializer};
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::Builder;

/// Where the members of a response are read from.
pub(super) type Reader<'a> = Box<dyn ShapeDeserializer + 'a>;

/// Writes requests and reads responses. `facts` are what protocols need to know besides a schema.
pub(crate) trait Wire: fmt::Debug + Send + Sync {
    /// Writes a request that has no host yet.
    fn write(
        &self,
        input: &dyn SerializableStruct,
        schema: &Schema<'_>,
        facts: &ConfigBag,
    ) -> Result<Request, SerdeError>;

    /// Reads an answer.
    fn read<'a>(
        &self,
        response: &'a Response,
        schema: &Schema<'_>,
        facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError>;

    /// Reads the members of an error.
    fn read_error<'a>(
        &self,
        response: &'a Response,
        facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError>;

    /// Reads the code and the message of an error.
    fn error_metadata(&self, response: &Response, facts: &ConfigBag)
    -> Result<Builder, SerdeError>;
}

/// AWS's own implementation of a protocol, but for what is overridden here.
pub(super) trait Mended: fmt::Debug + Send + Sync {
    /// AWS's own implementation.
    fn official(&self) -> &dyn ClientProtocol;

    /// As [`Wire::write`].
    fn write(
        &self,
        input: &dyn SerializableStruct,
        schema: &Schema<'_>,
        facts: &ConfigBag,
    ) -> Result<Request, SerdeError> {
        self.official().serialize_request(input, schema, "", facts)
    }
}

impl<P: Mended> Wire for P {
    fn write(
        &self,
        input: &dyn SerializableStruct,
        schema: &Schema<'_>,
        facts: &ConfigBag,
    ) -> Result<Request, SerdeError> {
        Mended::write(self, input, schema, facts)
    }

    fn read<'a>(
        &self,
        response: &'a Response,
        schema: &Schema<'_>,
        facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError> {
        self.official()
            .deserialize_response(response, schema, facts)
    }

    fn read_error<'a>(
        &self,
        response: &'a Response,
        facts: &'a ConfigBag,
    ) -> Result<Reader<'a>, SerdeError> {
        self.official().deserialize_error_response(response, facts)
    }

    fn error_metadata(
        &self,
        response: &Response,
        facts: &ConfigBag,
    ) -> Result<Builder, SerdeError> {
        self.official().parse_error_metadata(response, facts)
    }
}

/// The body; nothing, where it is a stream that was taken.
pub(super) fn body(response: &Response) -> &[u8] {
    response.body().bytes().unwrap_or_default()
}
