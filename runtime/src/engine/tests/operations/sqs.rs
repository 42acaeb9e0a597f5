//! `sqs:SendMessage`.

use aws_smithy_schema::Schema;
use aws_smithy_schema::serde::{
    SerdeError, SerializableStruct, ShapeDeserializer, ShapeSerializer,
};
use aws_smithy_types::byte_stream::ByteStream;

use super::CallError;
use crate::endpoint_rules::EndpointRules;
use crate::engine::{Checksum, Compression, Discovery, HttpChecksum};
use crate::operation::{AbstractRequest, Auth, Operation, Repeatable, RetryableError, Service};
use crate::schema::LazySchema;
use crate::{ClientConfig, SdkClientConfig, protocol};

static SQS: Service = Service {
    name: "sqs",
    sdk_id: "SQS",
    signing_name: "sqs",
    api_version: "2012-11-05",
    target_prefix: "AmazonSQS",
    aws_query_compatible: true,
    xml_namespace: None,
    endpoint_rules: EndpointRules {
        host: "sqs",
        code: include_bytes!("sqs.rules"),
    },
};

/// `sqs:SendMessage`.
pub(in crate::engine) struct SendMessage<'a> {
    pub(in crate::engine) queue_url: &'a str,
    pub(in crate::engine) message_body: &'a str,
    pub(in crate::engine) client_config: Option<SdkClientConfig>,
}

pub(in crate::engine) fn send_message(message_body: &str) -> SendMessage<'_> {
    SendMessage {
        queue_url: "https://queue",
        message_body,
        client_config: None,
    }
}

static SEND_MESSAGE_INPUT: LazySchema = LazySchema::new(
    "Structure test#SendMessageRequest
 String QueueUrl
 String MessageBody",
);
static SEND_MESSAGE_OUTPUT: LazySchema = LazySchema::new(
    "Structure test#SendMessageResult
 String MessageId",
);
static SEND_MESSAGE: Operation = operation(Auth::SigV4);

const fn operation(auth: Auth) -> Operation {
    Operation {
        auth,
        retryable_errors: &[RetryableError {
            code: "Busy",
            throttling: true,
        }],
        ..Operation::new(
            &SQS,
            "SendMessage",
            protocol::aws_json_1_0,
            &SEND_MESSAGE_INPUT,
            || &SEND_MESSAGE_OUTPUT,
        )
    }
}

impl SerializableStruct for SendMessage<'_> {
    fn schema(&self) -> &Schema<'_> {
        &SEND_MESSAGE_INPUT
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        let members = SEND_MESSAGE_INPUT.members();
        to.write_string(members[0], self.queue_url)?;
        to.write_string(members[1], self.message_body)
    }
}

impl Repeatable for SendMessage<'_> {}

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

/// The same, with another kind of authentication, or with an endpoint that is found out, and so on:
/// what `OTHERWISE[N]` says.
pub(in crate::engine) struct Otherwise<'a, const N: usize>(pub(in crate::engine) SendMessage<'a>);

pub(in crate::engine) const PUBLIC: usize = 0;
pub(in crate::engine) const UNSIGNED_PAYLOAD: usize = 1;
pub(in crate::engine) const BEARER: usize = 2;
pub(in crate::engine) const SIGNED_OR_BEARER: usize = 3;
pub(in crate::engine) const DISCOVERED: usize = 4;
pub(in crate::engine) const VALIDATED: usize = 5;
pub(in crate::engine) const COMPRESSED: usize = 6;
pub(in crate::engine) const MD5: usize = 7;

static DESCRIBE_ENDPOINTS: Operation =
    Discovery::describe_endpoints(&SQS, "DescribeEndpoints", protocol::aws_json_1_0);

static OTHERWISE: [Operation; 8] = [
    operation(Auth::None),
    operation(Auth::SigV4UnsignedPayload),
    operation(Auth::Bearer),
    operation(Auth::SigV4OrBearer),
    Operation {
        discovery: Some(Discovery::new(|| &DESCRIBE_ENDPOINTS)),
        ..operation(Auth::SigV4)
    },
    Operation {
        checksum: Some(Checksum::flexible(HttpChecksum {
            request_algorithm_member: None,
            request_checksum_required: false,
            request_validation_mode_member: None,
            response_algorithms: &["CRC32"],
        })),
        ..operation(Auth::SigV4)
    },
    Operation {
        compression: Some(Compression::gzip()),
        ..operation(Auth::SigV4)
    },
    Operation {
        checksum: Some(Checksum::md5()),
        ..operation(Auth::SigV4)
    },
];

impl<const N: usize> SerializableStruct for Otherwise<'_, N> {
    fn schema(&self) -> &Schema<'_> {
        self.0.schema()
    }

    fn serialize_members(&self, to: &mut dyn ShapeSerializer) -> Result<(), SerdeError> {
        self.0.serialize_members(to)
    }
}

impl<'a, const N: usize> AbstractRequest for Otherwise<'a, N> {
    type Response = Option<String>;
    type Error = CallError;

    fn operation() -> &'static Operation {
        &OTHERWISE[N]
    }

    fn read_response(
        reader: &mut dyn ShapeDeserializer,
        stream: Option<ByteStream>,
    ) -> Result<Self::Response, SerdeError> {
        SendMessage::<'a>::read_response(reader, stream)
    }
}
