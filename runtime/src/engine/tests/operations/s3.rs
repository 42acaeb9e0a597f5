//! `s3:GetObject` and `s3:PutObject`.

use aws_smithy_schema::serde::{
    SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer,
};
use aws_smithy_schema::traits::HttpTrait;
use aws_smithy_schema::{Schema, ShapeType, shape_id};
use aws_smithy_types::Blob;
use aws_smithy_types::byte_stream::ByteStream;

use super::{CallError, member};
use crate::endpoint_rules::EndpointRules;
use crate::engine::{Checksum, HttpChecksum};
use crate::operation::{
    AbstractRequest, Auth, EndpointParameter, EndpointParameterValue, Operation, Service,
};
use crate::protocol;

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

static BUCKET: Schema<'_> = member("Bucket", 0).with_http_label();
static KEY: Schema<'_> = member("Key", 1).with_http_label();
static CHECKSUM_MODE: Schema<'_> =
    member("ChecksumMode", 2).with_http_header("x-amz-checksum-mode");
static GET_OBJECT_INPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "GetObjectRequest"),
    ShapeType::Structure,
    &[&BUCKET, &KEY, &CHECKSUM_MODE],
)
.with_http(HttpTrait::new("GET", "/{Bucket}/{Key+}", None))
.with_no_body_members();
static GET_BODY: Schema<'_> =
    Schema::new_member(shape_id!("test", "Body"), ShapeType::Blob, "Body", 0)
        .with_http_payload()
        .with_streaming();
static E_TAG: Schema<'_> = member("ETag", 1).with_http_header("ETag");
static GET_OBJECT_OUTPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "GetObjectOutput"),
    ShapeType::Structure,
    &[&GET_BODY, &E_TAG],
);
static GET_OBJECT: Operation = Operation {
    service: &S3,
    name: "GetObject",
    protocol: protocol::rest_xml,
    input: &GET_OBJECT_INPUT,
    output: &GET_OBJECT_OUTPUT,
    auth: Auth::SigV4,
    checksum: Some(Checksum::flexible(HttpChecksum {
        request_algorithm_member: None,
        request_checksum_required: false,
        request_validation_mode_member: Some("ChecksumMode"),
        response_algorithms: &["CRC64NVME", "CRC32", "CRC32C", "SHA256", "SHA1", "XXHASH64"],
    })),
    compression: None,
    requires_length: false,
    streaming_output: true,
    host_prefix: None,
    endpoint_parameters: &PARAMETERS,
    discovery: None,
    client_config: None,
    retryable_errors: &[],
};

impl SerializableStruct for GetObject<'_> {
    fn schema(&self) -> &Schema<'_> {
        &GET_OBJECT_INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        to.write_string(&BUCKET, self.bucket)?;
        to.write_string(&KEY, self.key)?;
        match self.checksum_mode {
            Some(mode) => to.write_string(&CHECKSUM_MODE, mode),
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

static PUT_BODY: Schema<'_> =
    Schema::new_member(shape_id!("test", "Body"), ShapeType::Blob, "Body", 1)
        .with_http_payload()
        .with_streaming();
static CONTENT_LENGTH: Schema<'_> = Schema::new_member(
    shape_id!("test", "ContentLength"),
    ShapeType::Long,
    "ContentLength",
    2,
)
.with_http_header("Content-Length");
static CUSTOMER_KEY: Schema<'_> = member("SSECustomerKey", 3)
    .with_http_header("x-amz-server-side-encryption-customer-key")
    .with_sensitive();
static CHECKSUM_ALGORITHM: Schema<'_> =
    member("ChecksumAlgorithm", 4).with_http_header("x-amz-sdk-checksum-algorithm");
static CHECKSUM_SHA1: Schema<'_> =
    member("ChecksumSHA1", 5).with_http_header("x-amz-checksum-sha1");
static CONTENT_ENCODING: Schema<'_> =
    member("ContentEncoding", 6).with_http_header("Content-Encoding");
static PUT_OBJECT_INPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "PutObjectRequest"),
    ShapeType::Structure,
    &[
        &BUCKET,
        &PUT_BODY,
        &CONTENT_LENGTH,
        &CUSTOMER_KEY,
        &CHECKSUM_ALGORITHM,
        &CHECKSUM_SHA1,
        &CONTENT_ENCODING,
    ],
)
.with_http(HttpTrait::new("PUT", "/{Bucket}/key?x-id=PutObject", None))
.with_no_body_members();
static PUT_OBJECT_OUTPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "PutObjectOutput"),
    ShapeType::Structure,
    &[],
);
static PUT_OBJECT: Operation = Operation {
    service: &S3,
    name: "PutObject",
    protocol: protocol::rest_xml,
    input: &PUT_OBJECT_INPUT,
    output: &PUT_OBJECT_OUTPUT,
    auth: Auth::SigV4,
    checksum: Some(Checksum::flexible(HttpChecksum {
        request_algorithm_member: Some("ChecksumAlgorithm"),
        request_checksum_required: false,
        request_validation_mode_member: None,
        response_algorithms: &[],
    })),
    compression: None,
    requires_length: false,
    streaming_output: false,
    host_prefix: None,
    endpoint_parameters: &PARAMETERS,
    discovery: None,
    client_config: None,
    retryable_errors: &[],
};

impl SerializableStruct for PutObject<'_> {
    fn schema(&self) -> &Schema<'_> {
        &PUT_OBJECT_INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        to.write_string(&BUCKET, self.bucket)?;
        if let Some(length) = self.content_length {
            to.write_long(&CONTENT_LENGTH, length)?;
        }
        for (member, value) in [
            (&CUSTOMER_KEY, self.customer_key),
            (&CHECKSUM_ALGORITHM, self.checksum_algorithm),
            (&CHECKSUM_SHA1, self.checksum_sha1),
            (&CONTENT_ENCODING, self.content_encoding),
        ] {
            if let Some(value) = value {
                to.write_string(member, value)?;
            }
        }
        match self.body {
            Some(body) => to.write_blob(&PUT_BODY, Blob::new(body)),
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
