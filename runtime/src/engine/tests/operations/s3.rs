//! `s3:GetObject` and `s3:PutObject`.

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::{
    SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer,
};
use aws_smithy_types::Blob;
use aws_smithy_types::byte_stream::ByteStream;

use super::CallError;
use crate::endpoint_rules::EndpointRules;
use crate::engine::{Checksum, HttpChecksum};
use crate::operation::{
    AbstractRequest, EndpointParameter, EndpointParameterValue, Operation, Service,
};
use crate::protocol;
use crate::schema::LazySchema;

static S3: Service = Service {
    name: "s3",
    sdk_id: "S3",
    signing_name: "s3",
    api_version: "2006-03-01",
    target_prefix: "AmazonS3",
    aws_query_compatible: false,
    xml_namespace: Some("http://s3.amazonaws.com/doc/2006-03-01/"),
    endpoint_rules: EndpointRules {
        host: "s3",
        code: include_bytes!("s3.rules"),
    },
};

static PARAMETERS: [EndpointParameter; 1] = [EndpointParameter {
    name: "Bucket",
    value: EndpointParameterValue::Member(&["Bucket"]),
}];

/// `s3:GetObject`.
#[derive(Default)]
pub(in crate::engine) struct GetObject<'a> {
    pub(in crate::engine) bucket: &'a str,
    pub(in crate::engine) key: &'a str,
    pub(in crate::engine) checksum_mode: Option<&'a str>,
}

static GET_OBJECT_INPUT: LazySchema = LazySchema::new(
    "Structure test#GetObjectRequest
 String Bucket
  @httpLabel
 String Key
  @httpLabel
 String ChecksumMode
  @httpHeader x-amz-checksum-mode
 @http GET /{Bucket}/{Key+}
 @noBody",
);
static GET_OBJECT_OUTPUT: LazySchema = LazySchema::new(
    "Structure test#GetObjectOutput
 Blob Body
  @httpPayload
  @streaming
 String ETag
  @httpHeader ETag",
);
static GET_OBJECT: Operation = Operation {
    checksum: Some(Checksum::flexible(HttpChecksum {
        request_algorithm_member: None,
        request_checksum_required: false,
        request_validation_mode_member: Some("ChecksumMode"),
        response_algorithms: &["CRC64NVME", "CRC32", "CRC32C", "SHA256", "SHA1", "XXHASH64"],
    })),
    streaming_output: true,
    endpoint_parameters: &PARAMETERS,
    ..Operation::new(
        &S3,
        "GetObject",
        protocol::rest_xml,
        &GET_OBJECT_INPUT,
        || &GET_OBJECT_OUTPUT,
    )
};

impl SerializableStruct for GetObject<'_> {
    fn schema(&self) -> &Schema<'_> {
        &GET_OBJECT_INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        let members = GET_OBJECT_INPUT.members();
        to.write_string(members[0], self.bucket)?;
        to.write_string(members[1], self.key)?;
        match self.checksum_mode {
            Some(mode) => to.write_string(members[2], mode),
            None => Ok(()),
        }
    }
}

pub(in crate::engine) struct Object {
    pub(in crate::engine) e_tag: Option<String>,
    pub(in crate::engine) body: ByteStream,
}

impl AbstractRequest for GetObject<'_> {
    type Response = Object;
    type Error = CallError;

    fn operation() -> &'static Operation {
        &GET_OBJECT
    }

    fn read_response(
        reader: &mut dyn ShapeDeserializer,
        stream: Option<ByteStream>,
    ) -> Result<Self::Response, SerdeError> {
        let mut e_tag = None;
        reader.read_struct(&GET_OBJECT_OUTPUT, &mut |member, reader| {
            if member.member_index() == Some(1) {
                e_tag = Some(reader.read_string(member)?);
            }
            Ok(())
        })?;
        Ok(Object {
            e_tag,
            body: stream.unwrap_or_default(),
        })
    }
}

/// `s3:PutObject`, with the payload as bytes or, apart from it, as a stream.
#[derive(Default)]
pub(in crate::engine) struct PutObject<'a> {
    pub(in crate::engine) bucket: &'a str,
    pub(in crate::engine) body: Option<&'a str>,
    pub(in crate::engine) content_length: Option<i64>,
    pub(in crate::engine) customer_key: Option<&'a str>,
    pub(in crate::engine) checksum_algorithm: Option<&'a str>,
    pub(in crate::engine) checksum_sha1: Option<&'a str>,
    pub(in crate::engine) content_encoding: Option<&'a str>,
}

static PUT_OBJECT_INPUT: LazySchema = LazySchema::new(
    "Structure test#PutObjectRequest
 String Bucket
  @httpLabel
 Blob Body
  @httpPayload
  @streaming
 Long ContentLength
  @httpHeader Content-Length
 String SSECustomerKey
  @httpHeader x-amz-server-side-encryption-customer-key
  @sensitive
 String ChecksumAlgorithm
  @httpHeader x-amz-sdk-checksum-algorithm
 String ChecksumSHA1
  @httpHeader x-amz-checksum-sha1
 String ContentEncoding
  @httpHeader Content-Encoding
 @http PUT /{Bucket}/key?x-id=PutObject
 @noBody",
);
static PUT_OBJECT_OUTPUT: LazySchema = LazySchema::new("Structure test#PutObjectOutput");
static PUT_OBJECT: Operation = Operation {
    checksum: Some(Checksum::flexible(HttpChecksum {
        request_algorithm_member: Some("ChecksumAlgorithm"),
        request_checksum_required: false,
        request_validation_mode_member: None,
        response_algorithms: &[],
    })),
    endpoint_parameters: &PARAMETERS,
    ..Operation::new(
        &S3,
        "PutObject",
        protocol::rest_xml,
        &PUT_OBJECT_INPUT,
        || &PUT_OBJECT_OUTPUT,
    )
};

impl SerializableStruct for PutObject<'_> {
    fn schema(&self) -> &Schema<'_> {
        &PUT_OBJECT_INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        let members = PUT_OBJECT_INPUT.members();
        to.write_string(members[0], self.bucket)?;
        if let Some(length) = self.content_length {
            to.write_long(members[2], length)?;
        }
        for (member, value) in [
            (members[3], self.customer_key),
            (members[4], self.checksum_algorithm),
            (members[5], self.checksum_sha1),
            (members[6], self.content_encoding),
        ] {
            if let Some(value) = value {
                to.write_string(member, value)?;
            }
        }
        match self.body {
            Some(body) => to.write_blob(members[1], Blob::new(body)),
            None => Ok(()),
        }
    }
}

impl AbstractRequest for PutObject<'_> {
    type Response = ();
    type Error = CallError;

    fn operation() -> &'static Operation {
        &PUT_OBJECT
    }

    fn read_response(
        reader: &mut dyn ShapeDeserializer,
        _stream: Option<ByteStream>,
    ) -> Result<Self::Response, SerdeError> {
        reader.read_struct(&PUT_OBJECT_OUTPUT, &mut |_, _| Ok(()))
    }
}
