//! `s3:GetObject` and `s3:PutObject`.

use aws_smithy_schema::serde::{
    SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer,
};
use aws_smithy_schema::traits::HttpTrait;
use aws_smithy_schema::{Schema, ShapeType, shape_id};
use aws_smithy_types::Blob;
use aws_smithy_types::byte_stream::ByteStream;

use super::{CallError, everywhere, member};
use crate::operation::{AbstractRequest, Auth, Operation, Service};
use crate::protocol;

static S3: Service = Service {
    name: "s3",
    sdk_id: "S3",
    signing_name: "s3",
    api_version: "2006-03-01",
    target_prefix: "AmazonS3",
    aws_query_compatible: false,
    xml_namespace: Some("http://s3.amazonaws.com/doc/2006-03-01/"),
    endpoints: everywhere("https://s3.{region}.{dnsSuffix}"),
};

/// `s3:GetObject`.
pub(in crate::engine) struct GetObject<'a> {
    pub(in crate::engine) bucket: &'a str,
    pub(in crate::engine) key: &'a str,
}

static BUCKET: Schema<'_> = member("Bucket", 0).with_http_label();
static KEY: Schema<'_> = member("Key", 1).with_http_label();
static GET_OBJECT_INPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "GetObjectRequest"),
    ShapeType::Structure,
    &[&BUCKET, &KEY],
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
    checksum: None,
    compression: None,
    requires_length: false,
    streaming_output: true,
    host_prefix: None,
    discovery: None,
    retryable_errors: &[],
};

impl SerializableStruct for GetObject<'_> {
    fn schema(&self) -> &Schema<'_> {
        &GET_OBJECT_INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        to.write_string(&BUCKET, self.bucket)?;
        to.write_string(&KEY, self.key)
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
static PUT_OBJECT_INPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "PutObjectRequest"),
    ShapeType::Structure,
    &[&BUCKET, &PUT_BODY, &CONTENT_LENGTH, &CUSTOMER_KEY],
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
    checksum: None,
    compression: None,
    requires_length: false,
    streaming_output: false,
    host_prefix: None,
    discovery: None,
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
        if let Some(key) = self.customer_key {
            to.write_string(&CUSTOMER_KEY, key)?;
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
