//! Two operations as the macro would emit them: SQS's `SendMessage` (awsJson) and S3's
//! `GetObject` and `PutObject` (restXml).

use std::fmt;
use std::ops::Deref;

use aws_smithy_schema::serde::{
    SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer,
};
use aws_smithy_schema::traits::HttpTrait;
use aws_smithy_schema::{Schema, ShapeType, shape_id};
use aws_smithy_types::Blob;
use aws_smithy_types::byte_stream::ByteStream;

use crate::operation::{
    AbstractRequest, Auth, Endpoint, Endpoints, Operation, OperationError, RetryableError, Service,
};
use crate::{ClientConfig, Error, Modeled, SdkClientConfig, protocol};

const fn everywhere(url: &'static str) -> Endpoints {
    let default = Endpoint {
        url,
        signing_region: None,
        signing_name: None,
    };
    Endpoints {
        default: Some(default),
        partitions: &[],
        regions: &[],
    }
}

pub(super) static SQS: Service = Service {
    name: "sqs",
    sdk_id: "SQS",
    signing_name: "sqs",
    api_version: "2012-11-05",
    target_prefix: "AmazonSQS",
    xml_namespace: None,
    endpoints: everywhere("https://sqs.{region}.{dnsSuffix}"),
};

pub(super) static S3: Service = Service {
    name: "s3",
    sdk_id: "S3",
    signing_name: "s3",
    api_version: "2006-03-01",
    target_prefix: "AmazonS3",
    xml_namespace: Some("http://s3.amazonaws.com/doc/2006-03-01/"),
    endpoints: everywhere("https://s3.{region}.{dnsSuffix}"),
};

const fn member(name: &'static str, index: usize) -> Schema<'static> {
    Schema::new_member(shape_id!("test", "Shape"), ShapeType::String, name, index)
}

/// `sqs:SendMessage`.
pub(super) struct SendMessage<'a> {
    pub(super) queue_url: &'a str,
    pub(super) message_body: &'a str,
    pub(super) client_config: Option<SdkClientConfig>,
}

pub(super) fn send_message(message_body: &str) -> SendMessage<'_> {
    SendMessage {
        queue_url: "https://queue",
        message_body,
        client_config: None,
    }
}

static QUEUE_URL: Schema<'_> = member("QueueUrl", 0);
static MESSAGE_BODY: Schema<'_> = member("MessageBody", 1);
static SEND_MESSAGE_INPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "SendMessageRequest"),
    ShapeType::Structure,
    &[&QUEUE_URL, &MESSAGE_BODY],
);
static MESSAGE_ID: Schema<'_> = member("MessageId", 0);
static SEND_MESSAGE_OUTPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "SendMessageResult"),
    ShapeType::Structure,
    &[&MESSAGE_ID],
);
static SEND_MESSAGE: Operation = Operation {
    service: &SQS,
    name: "SendMessage",
    protocol: protocol::aws_json_1_0,
    input: &SEND_MESSAGE_INPUT,
    output: &SEND_MESSAGE_OUTPUT,
    auth: Auth::SigV4,
    streaming_output: false,
    host_prefix: None,
    retryable_errors: &[RetryableError {
        code: "Busy",
        throttling: true,
    }],
};

impl SerializableStruct for SendMessage<'_> {
    fn schema(&self) -> &Schema<'_> {
        &SEND_MESSAGE_INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        to.write_string(&QUEUE_URL, self.queue_url)?;
        to.write_string(&MESSAGE_BODY, self.message_body)
    }
}

impl AbstractRequest for SendMessage<'_> {
    type Response = Option<String>;
    type Error = CallError;

    fn operation() -> &'static Operation {
        &SEND_MESSAGE
    }

    fn client_config(&self) -> Option<&dyn ClientConfig> {
        self.client_config.as_ref().map(|config| config as _)
    }

    fn read_response(
        reader: &mut dyn ShapeDeserializer,
        _stream: Option<ByteStream>,
    ) -> Result<Self::Response, SerdeError> {
        let mut id = None;
        reader.read_struct(&SEND_MESSAGE_OUTPUT, &mut |member, reader| {
            // Members that the model does not have come too, without an index.
            if member.member_index() == Some(0) {
                id = Some(reader.read_string(member)?);
            }
            Ok(())
        })?;
        Ok(id)
    }
}

/// `s3:GetObject`.
pub(super) struct GetObject<'a> {
    pub(super) bucket: &'a str,
    pub(super) key: &'a str,
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
    protocol: protocol::rest_xml_no_error_wrapping,
    input: &GET_OBJECT_INPUT,
    output: &GET_OBJECT_OUTPUT,
    auth: Auth::SigV4,
    streaming_output: true,
    host_prefix: None,
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

pub(super) struct Object {
    pub(super) e_tag: Option<String>,
    pub(super) body: ByteStream,
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
pub(super) struct PutObject<'a> {
    pub(super) bucket: &'a str,
    pub(super) body: Option<&'a str>,
}

static PUT_BODY: Schema<'_> =
    Schema::new_member(shape_id!("test", "Body"), ShapeType::Blob, "Body", 1)
        .with_http_payload()
        .with_streaming();
static PUT_OBJECT_INPUT: Schema<'_> = Schema::new_struct(
    shape_id!("test", "PutObjectRequest"),
    ShapeType::Structure,
    &[&BUCKET, &PUT_BODY],
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
    protocol: protocol::rest_xml_no_error_wrapping,
    input: &PUT_OBJECT_INPUT,
    output: &PUT_OBJECT_OUTPUT,
    auth: Auth::SigV4,
    streaming_output: false,
    host_prefix: None,
    retryable_errors: &[],
};

impl SerializableStruct for PutObject<'_> {
    fn schema(&self) -> &Schema<'_> {
        &PUT_OBJECT_INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        to.write_string(&BUCKET, self.bucket)?;
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

/// The members of the one modelled error.
#[derive(Debug)]
pub(super) struct NoSuchKey {
    pub(super) key: Option<String>,
}

static ERROR_KEY: Schema<'_> = member("Key", 0);
static NO_SUCH_KEY: Schema<'_> = Schema::new_struct(
    shape_id!("test", "NoSuchKey"),
    ShapeType::Structure,
    &[&ERROR_KEY],
);

/// The form of every operation's error enum.
#[derive(Debug)]
pub(super) enum CallError {
    NoSuchKey(Modeled<NoSuchKey>),
    Other(Error),
}

impl OperationError for CallError {
    fn read(code: &str, error: Error, reader: &mut dyn ShapeDeserializer) -> Self {
        match code {
            "NoSuchKey" => Modeled::read(error, reader, |reader| {
                let mut key = None;
                reader.read_struct(&NO_SUCH_KEY, &mut |member, reader| {
                    if member.member_index() == Some(0) {
                        key = Some(reader.read_string(member)?);
                    }
                    Ok(())
                })?;
                Ok(NoSuchKey { key })
            })
            .map_or_else(Self::Other, Self::NoSuchKey),
            _ => Self::Other(error),
        }
    }
}

impl Deref for CallError {
    type Target = Error;

    fn deref(&self) -> &Error {
        match self {
            Self::NoSuchKey(modeled) => modeled.error(),
            Self::Other(error) => error,
        }
    }
}

impl From<Error> for CallError {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl std::error::Error for CallError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        (**self).source()
    }
}
