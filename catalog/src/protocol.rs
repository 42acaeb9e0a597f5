/// How requests and answers look on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// `aws.protocols#awsJson1_0`.
    AwsJson1_0,
    /// `aws.protocols#awsJson1_1`.
    AwsJson1_1,
    /// `aws.protocols#awsQuery`.
    AwsQuery,
    /// `aws.protocols#ec2Query`.
    Ec2Query,
    /// `aws.protocols#restJson1`.
    RestJson,
    /// `aws.protocols#restXml`.
    RestXml,
    /// `smithy.protocols#rpcv2Cbor`.
    RpcV2Cbor,
}

impl Protocol {
    /// Smithy's name of the protocol's trait, without namespace.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AwsJson1_0 => "awsJson1_0",
            Self::AwsJson1_1 => "awsJson1_1",
            Self::AwsQuery => "awsQuery",
            Self::Ec2Query => "ec2Query",
            Self::RestJson => "restJson1",
            Self::RestXml => "restXml",
            Self::RpcV2Cbor => "rpcv2Cbor",
        }
    }

    pub(crate) fn read(word: &str) -> Result<Self, String> {
        use Protocol::{AwsJson1_0, AwsJson1_1, AwsQuery, Ec2Query, RestJson, RestXml, RpcV2Cbor};

        [
            AwsJson1_0, AwsJson1_1, AwsQuery, Ec2Query, RestJson, RestXml, RpcV2Cbor,
        ]
        .into_iter()
        .find(|protocol| protocol.as_str() == word)
        .ok_or_else(|| format!("unknown protocol `{word}`"))
    }
}
