//! How requests are written and answers read: AWS's own protocol implementations behind one
//! opaque type, so that each can be replaced without anybody noticing.

mod cbor;
mod query;
mod rest_json;
mod rest_xml;
mod wire;
mod xml;

use std::fmt;
use std::sync::OnceLock;

use aws_smithy_json::protocol::aws_json_rpc::AwsJsonRpcProtocol;
use aws_smithy_schema::protocol::ClientProtocol;

use self::cbor::RpcV2Cbor;
use self::query::Query;
use self::rest_json::RestJson;
use self::rest_xml::RestXml;
use self::wire::Mended;
pub(crate) use self::wire::Wire;
pub(crate) use self::xml::REQUEST_ID;

/// A protocol of AWS's services: writes requests and reads answers from schemas.
///
/// There is one function for each. What an operation names is the function, not the value, so
/// that the linker drops the protocols that nobody names.
pub struct Protocol {
    name: &'static str,
    wire: Box<dyn Wire>,
}

impl Protocol {
    fn new(name: &'static str, wire: impl Wire + 'static) -> Self {
        Self {
            name,
            wire: Box::new(wire),
        }
    }

    /// The name of its Smithy trait, for example `awsJson1_0` or `rpcv2Cbor`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The implementation.
    pub(crate) fn wire(&self) -> &dyn Wire {
        &*self.wire
    }
}

impl fmt::Debug for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Protocol").field(&self.name).finish()
    }
}

/// AWS's own implementation, of which nothing is wrong.
#[derive(Debug)]
struct AwsJson(AwsJsonRpcProtocol);

impl Mended for AwsJson {
    fn official(&self) -> &dyn ClientProtocol {
        &self.0
    }
}

/// `aws.protocols#awsJson1_0`.
pub fn aws_json_1_0() -> &'static Protocol {
    static PROTOCOL: OnceLock<Protocol> = OnceLock::new();
    PROTOCOL
        .get_or_init(|| Protocol::new("awsJson1_0", AwsJson(AwsJsonRpcProtocol::aws_json_1_0())))
}

/// `aws.protocols#awsJson1_1`.
pub fn aws_json_1_1() -> &'static Protocol {
    static PROTOCOL: OnceLock<Protocol> = OnceLock::new();
    PROTOCOL
        .get_or_init(|| Protocol::new("awsJson1_1", AwsJson(AwsJsonRpcProtocol::aws_json_1_1())))
}

/// `aws.protocols#awsQuery`.
pub fn aws_query() -> &'static Protocol {
    static PROTOCOL: OnceLock<Protocol> = OnceLock::new();
    PROTOCOL.get_or_init(|| Protocol::new("awsQuery", Query::aws()))
}

/// `aws.protocols#ec2Query`.
pub fn ec2_query() -> &'static Protocol {
    static PROTOCOL: OnceLock<Protocol> = OnceLock::new();
    PROTOCOL.get_or_init(|| Protocol::new("ec2Query", Query::ec2()))
}

/// `aws.protocols#restJson1`.
pub fn rest_json() -> &'static Protocol {
    static PROTOCOL: OnceLock<Protocol> = OnceLock::new();
    PROTOCOL.get_or_init(|| Protocol::new("restJson1", RestJson::default()))
}

/// `aws.protocols#restXml`, with and without `noErrorWrapping`.
pub fn rest_xml() -> &'static Protocol {
    static PROTOCOL: OnceLock<Protocol> = OnceLock::new();
    PROTOCOL.get_or_init(|| Protocol::new("restXml", RestXml::default()))
}

/// `smithy.protocols#rpcv2Cbor`.
pub fn rpc_v2_cbor() -> &'static Protocol {
    static PROTOCOL: OnceLock<Protocol> = OnceLock::new();
    PROTOCOL.get_or_init(|| Protocol::new("rpcv2Cbor", RpcV2Cbor))
}
