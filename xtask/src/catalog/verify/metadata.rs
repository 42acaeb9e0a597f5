//! What is said of a service as a whole.

use aws_operation_catalog::{AuthScheme, ContextType, Endpoints, Metadata, Protocol, Service};
use serde_json::Value;

use super::operations::said_deprecated;
use super::{Model, Problems, entries, flag, text, texts};

const TOP: [&str; 9] = [
    "clientContextParams",
    "deprecated",
    "deprecatedMessage",
    "documentation",
    "examples",
    "metadata",
    "operations",
    "shapes",
    "version",
];

const METADATA: [&str; 19] = [
    "apiVersion",
    "auth",
    "awsQueryCompatible",
    "checksumFormat",
    "endpointPrefix",
    "globalEndpoint",
    "jsonVersion",
    "protocol",
    "protocolSettings",
    "protocols",
    "ripServiceName",
    "serviceAbbreviation",
    "serviceFullName",
    "serviceId",
    "signatureVersion",
    "signingName",
    "targetPrefix",
    "uid",
    "xmlNamespace",
];

pub(super) fn verify(problems: &mut Problems, model: &Model, service: &Service<'_>) {
    let said = &model.main["metadata"];
    problems.keys("", &model.main, &TOP);
    problems.keys("metadata", said, &METADATA);
    let needed = |key: &str| text(said, key).unwrap_or_default();
    let sdk_id = text(&model.extras["metadata"], "serviceId").unwrap_or(needed("serviceId"));
    // The Rust SDK drops the word at the end: `configservice` is `config`.
    let squeezed = sdk_id.to_lowercase().replace([' ', '-'], "");
    let sdk_name = squeezed.strip_suffix("service").unwrap_or(&squeezed);
    let name = problems.service.clone();
    let discovery = entries(&model.main["operations"])
        .find(|(_, operation)| flag(operation, "endpointoperation"));
    let expected = Metadata {
        name: &name,
        sdk_name,
        sdk_id,
        full_name: needed("serviceFullName"),
        abbreviation: text(said, "serviceAbbreviation"),
        api_version: needed("apiVersion"),
        protocols: protocols(said),
        endpoint_prefix: needed("endpointPrefix"),
        signing_name: text(said, "signingName").unwrap_or(needed("endpointPrefix")),
        auth: auth(said),
        signature_version: needed("signatureVersion"),
        target_prefix: text(said, "targetPrefix"),
        xml_namespace: text(said, "xmlNamespace"),
        global_endpoint: text(said, "globalEndpoint"),
        aws_query_compatible: said.get("awsQueryCompatible").is_some(),
        http2: text(&said["protocolSettings"], "h2"),
        checksum_format: text(said, "checksumFormat"),
        endpoint_discovery: discovery.map(|(name, _)| name),
        client_context_params: entries(&model.main["clientContextParams"])
            .map(context_param)
            .collect(),
        deprecated: said_deprecated(&model.main),
        // Held against the rules on their own.
        endpoint_rules: service.endpoint_rules,
        // Of services that have no rules.
        endpoints: Endpoints::default(),
    };
    problems.same("metadata", &&expected, &&**service);
}

fn context_param<'a>((name, said): (&'a str, &Value)) -> (&'a str, ContextType) {
    let boolean = text(said, "type") == Some("boolean");
    (
        name,
        if boolean {
            ContextType::Boolean
        } else {
            ContextType::String
        },
    )
}

fn protocols(said: &Value) -> Vec<Protocol> {
    let key = if said.get("protocols").is_some() {
        "protocols"
    } else {
        "protocol"
    };
    let protocol = |name| match name {
        "ec2" => Protocol::Ec2Query,
        "json" if text(said, "jsonVersion") == Some("1.0") => Protocol::AwsJson1_0,
        "json" => Protocol::AwsJson1_1,
        "query" => Protocol::AwsQuery,
        "rest-json" => Protocol::RestJson,
        "rest-xml" => Protocol::RestXml,
        _ => Protocol::RpcV2Cbor,
    };
    texts(said, key).into_iter().map(protocol).collect()
}

fn auth(said: &Value) -> Vec<AuthScheme> {
    match texts(said, "auth") {
        none if none.is_empty() && text(said, "signatureVersion") == Some("bearer") => {
            vec![AuthScheme::HttpBearer]
        }
        none if none.is_empty() => vec![AuthScheme::SigV4],
        several => several.into_iter().map(scheme).collect(),
    }
}

pub(super) fn scheme(name: &str) -> AuthScheme {
    match name {
        "aws.auth#sigv4" => AuthScheme::SigV4,
        "aws.auth#sigv4a" => AuthScheme::SigV4a,
        "smithy.api#httpBearerAuth" => AuthScheme::HttpBearer,
        _ => AuthScheme::NoAuth,
    }
}
