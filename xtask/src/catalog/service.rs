//! A whole service: from botocore's files to the text of the catalog.

use std::collections::BTreeMap;
use std::fmt::Write;

use aws_operation_catalog::{
    AuthScheme, ContextType, EndpointRules, Endpoints, Metadata, Protocol,
};
use serde_json::Value;

use super::fields::{Fields, object, text};
use super::operations;
use super::paginators;
use super::rule_sets::Reference;
use super::shapes::Shapes;
use super::source::Source;

/// Where a service is.
pub(crate) enum Address<'a> {
    /// Where these lines say.
    Plain(Endpoints<'a>),
    /// Where these rules say, as AWS's services have them.
    Rules(&'a Reference),
}

/// Writes a service in the catalog's format.
pub(crate) fn convert(source: &Source, address: Address<'_>) -> Result<String, String> {
    let place = source.name.as_str();
    let mut fields = Fields::new(&source.model, place)?;
    let operations = fields.object("operations")?.ok_or("no operations")?;
    let shapes = fields.object("shapes")?.ok_or("no shapes")?;

    let mut metadata = metadata(&mut fields, source)?;
    match address {
        Address::Plain(endpoints) => metadata.endpoints = endpoints,
        Address::Rules(rules) => {
            metadata.endpoint_rules = Some(EndpointRules {
                name: &rules.name,
                host: rules.host.as_deref(),
            });
        }
    }
    metadata.endpoint_discovery = operations::endpoint_operation(operations, place)?;
    let json = metadata.protocols.contains(&Protocol::RestJson);
    let mut roots = Vec::new();
    let mut converted = BTreeMap::new();
    for (name, value) in operations {
        converted.insert(
            name.as_str(),
            operations::convert(name, value, shapes, place, &mut roots)?,
        );
    }
    for (name, value) in object(&source.paginators, place)? {
        let operation = converted
            .get_mut(name.as_str())
            .ok_or_else(|| format!("{place}: pages of `{name}`"))?;
        operation.paginator = Some(paginators::paginator(value, &format!("{place}:{name}"))?);
    }
    let waiters: BTreeMap<&String, &Value> = object(&source.waiters, place)?.iter().collect();
    for (name, value) in waiters {
        let (operation, waiter) = paginators::waiter(name, value, place)?;
        let operation = converted
            .get_mut(operation)
            .ok_or_else(|| format!("{place}: waits for `{operation}`"))?;
        operation.waiters.push(waiter);
    }

    let mut text = metadata.to_string();
    for operation in converted.values() {
        write!(text, "\n{operation}").map_err(|error| error.to_string())?;
    }
    let shapes_in_words = Shapes {
        all: shapes,
        json,
        roots,
    };
    let names: BTreeMap<&String, &Value> = shapes.iter().collect();
    for name in names.keys() {
        write!(text, "\n{}", shapes_in_words.convert(name, place)?)
            .map_err(|error| error.to_string())?;
    }
    fields.finish()?;
    Ok(text)
}

fn metadata<'a>(model: &mut Fields<'a>, source: &'a Source) -> Result<Metadata<'a>, String> {
    let mut fields = Fields::new(
        model.needed("metadata")?,
        format!("{}.metadata", source.name),
    )?;
    let endpoint_prefix = fields.needed_text("endpointPrefix")?;
    let signature_version = fields.needed_text("signatureVersion")?;
    let metadata = Metadata {
        name: &source.name,
        sdk_name: &source.sdk_name,
        sdk_id: fields.needed_text("serviceId")?,
        full_name: fields.needed_text("serviceFullName")?,
        abbreviation: fields.text("serviceAbbreviation")?,
        api_version: fields.needed_text("apiVersion")?,
        protocols: protocols(&mut fields)?,
        endpoint_prefix,
        signing_name: fields.text("signingName")?.unwrap_or(source.signing_name()),
        auth: match operations::auth(fields.texts("auth")?)? {
            schemes if !schemes.is_empty() => schemes,
            // Models older than the key.
            _ if signature_version == "bearer" => vec![AuthScheme::HttpBearer],
            _ => vec![AuthScheme::SigV4],
        },
        signature_version,
        target_prefix: fields.text("targetPrefix")?,
        xml_namespace: fields.text("xmlNamespace")?,
        global_endpoint: fields.text("globalEndpoint")?,
        aws_query_compatible: fields.inner("awsQueryCompatible")?.is_some(),
        http2: http2(&mut fields)?,
        checksum_format: fields.text("checksumFormat")?,
        endpoint_discovery: None,
        endpoint_rules: None,
        client_context_params: client_context_params(model)?,
        deprecated: super::traits::deprecated(model)?,
        endpoints: Endpoints::default(),
    };
    fields.finish()?;
    Ok(metadata)
}

/// `"protocol": "json", "protocols": ["json", "query"], "jsonVersion": "1.1"`
fn protocols(fields: &mut Fields<'_>) -> Result<Vec<Protocol>, String> {
    let first = fields.needed_text("protocol")?;
    let mut names = fields.texts("protocols")?;
    if names.is_empty() {
        names.push(first);
    }
    if names[0] != first {
        return Err(format!(
            "{}: prefers `{first}`, but lists {names:?}",
            fields.place()
        ));
    }
    let version = fields.text("jsonVersion")?;
    names
        .into_iter()
        .map(|name| match (name, version) {
            ("ec2", _) => Ok(Protocol::Ec2Query),
            ("json", Some("1.0")) => Ok(Protocol::AwsJson1_0),
            ("json", Some("1.1")) => Ok(Protocol::AwsJson1_1),
            ("query", _) => Ok(Protocol::AwsQuery),
            ("rest-json", _) => Ok(Protocol::RestJson),
            ("rest-xml", _) => Ok(Protocol::RestXml),
            ("smithy-rpc-v2-cbor", _) => Ok(Protocol::RpcV2Cbor),
            (other, version) => Err(format!(
                "{}: unknown protocol `{other}` {version:?}",
                fields.place()
            )),
        })
        .collect()
}

/// `{"protocolSettings": {"h2": "eventstream"}}`
fn http2<'a>(fields: &mut Fields<'a>) -> Result<Option<&'a str>, String> {
    let Some(mut inner) = fields.inner("protocolSettings")? else {
        return Ok(None);
    };
    let http2 = inner.needed_text("h2")?;
    inner.finish()?;
    Ok(Some(http2))
}

fn client_context_params<'a>(
    model: &mut Fields<'a>,
) -> Result<Vec<(&'a str, ContextType)>, String> {
    let mut params = Vec::new();
    for (name, value) in model.object("clientContextParams")?.into_iter().flatten() {
        let kind = match text(&value["type"], name)? {
            "boolean" => ContextType::Boolean,
            "string" => ContextType::String,
            other => return Err(format!("{}: parameter of type {other}", model.place())),
        };
        params.push((name.as_str(), kind));
    }
    Ok(params)
}
