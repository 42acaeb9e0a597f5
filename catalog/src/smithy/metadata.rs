//! What is said of a service as a whole, as the catalog's own.

use super::definition::{Definition, TraitValues, name};
use super::endpoints;
use super::json::{self, Fault};
use super::operations::service_auth;
use super::shapes::Bindings;
use super::traits;
use crate::metadata::{ContextType, Metadata};
use crate::protocol::Protocol;

/// The names of a service that its model does not spell out.
pub(super) struct Names {
    /// AWS's short name: that of the catalog where it has the service, else `sdkId` in lower case.
    pub(super) name: String,
    /// The name of the Rust SDK's crate without `aws-sdk-`.
    pub(super) sdk_name: String,
    /// What else it may be called by.
    others: Vec<String>,
}

impl Names {
    /// The names of a service: after its `sdkId`, else after its shape.
    pub(super) fn of(service: &Definition<'_>) -> Result<Self, Fault> {
        let id = text(&service.traits, "aws.api#service", "sdkId")?.unwrap_or(service.name());
        let id = id.to_lowercase();
        let sdk_name = id.replace([' ', '-'], "");
        let known = crate::generated::NAMES.iter();
        let known = known.clone().find(|(_, sdk)| *sdk == sdk_name);
        let name = match known {
            Some((name, _)) => (*name).to_owned(),
            None => id.replace(' ', "-"),
        };
        let others = [
            Some(service.id),
            Some(service.name()),
            text(&service.traits, "aws.api#service", "sdkId")?,
            text(&service.traits, "aws.api#service", "endpointPrefix")?,
            text(&service.traits, "aws.api#service", "arnNamespace")?,
        ];
        Ok(Self {
            name,
            sdk_name,
            others: others.into_iter().flatten().map(str::to_owned).collect(),
        })
    }

    /// Whether the service is called so.
    pub(super) fn contain(&self, wanted: &str) -> bool {
        let mut all = [&self.name, &self.sdk_name].into_iter().chain(&self.others);
        all.any(|name| name.eq_ignore_ascii_case(wanted))
    }
}

/// The facts of a service.
pub(super) fn metadata<'a>(
    service: &'a Definition<'_>,
    names: &'a Names,
) -> Result<Metadata<'a>, Fault> {
    let values = &service.traits;
    let title = values.get("smithy.api#title").copied();
    let version = service.property("version");
    let namespace = values.get("smithy.api#xmlNamespace").copied();
    let discovery = text(values, "aws.api#clientEndpointDiscovery", "operation")?;
    let deprecated = values.get("smithy.api#deprecated").copied();
    let endpoint_prefix = text(values, "aws.api#service", "endpointPrefix")?;
    Ok(Metadata {
        name: &names.name,
        sdk_name: &names.sdk_name,
        sdk_id: text(values, "aws.api#service", "sdkId")?.unwrap_or_default(),
        full_name: line(title)?.unwrap_or_default(),
        abbreviation: None,
        api_version: line(version)?.unwrap_or_default(),
        protocols: protocols(service)?,
        endpoint_prefix: endpoint_prefix.unwrap_or_default(),
        signing_name: text(values, "aws.auth#sigv4", "name")?.unwrap_or_default(),
        auth: service_auth(service)?,
        signature_version: "v4",
        target_prefix: Some(service.name()),
        xml_namespace: namespace
            .map(|value| Ok::<_, Fault>(traits::xml_namespace(value)?.uri))
            .transpose()?,
        global_endpoint: None,
        aws_query_compatible: values.contains_key("aws.protocols#awsQueryCompatible"),
        http2: http2(values)?,
        checksum_format: None,
        endpoint_discovery: discovery.map(name),
        client_context_params: client_context_params(values)?,
        endpoint_rules: None,
        deprecated: deprecated.map(traits::deprecated).transpose()?,
        endpoints: endpoints::of(values)?,
    })
}

/// Which traits count in the protocols of a service.
pub(super) fn bindings(metadata: &Metadata<'_>) -> Bindings {
    let speaks = |protocol| metadata.protocols.contains(&protocol);
    Bindings {
        http: speaks(Protocol::RestJson) || speaks(Protocol::RestXml),
        json_name: speaks(Protocol::RestJson),
    }
}

/// The protocols that the service has the traits of.
fn protocols(service: &Definition<'_>) -> Result<Vec<Protocol>, Fault> {
    let is_protocol = |id: &&str| id.contains("protocols#");
    let ids = service.traits.keys().copied().filter(is_protocol);
    let known: Vec<Protocol> = ids
        .clone()
        .filter_map(|id| Protocol::read(name(id)).ok())
        .collect();
    if known.is_empty() {
        let service_name = service.name();
        let unknown: Vec<String> = ids.map(|id| format!("`{id}`")).collect();
        let message = if unknown.is_empty() {
            format!(
                "the service `{service_name}` needs the trait of a protocol, for example `aws.protocols#restJson1`"
            )
        } else {
            let unknown = unknown.join(", ");
            format!("the service `{service_name}` speaks {unknown}, which is not supported")
        };
        return Err(Fault::new(service.at, message));
    }
    // `s3`, whose errors have no envelope either, is known by its name.
    if boolean(&service.traits, "aws.protocols#restXml", "noErrorWrapping")?
        && !Names::of(service)?.contain("s3")
    {
        let message = format!(
            "the service `{}` has `noErrorWrapping`, which is not supported",
            service.name()
        );
        return Err(Fault::new(service.at, message));
    }
    Ok(known)
}

/// `{"eventStreamHttp": ["h2"]}`, in the words of botocore.
fn http2<'j>(values: &TraitValues<'j>) -> Result<Option<&'j str>, Fault> {
    for id in ["aws.protocols#restJson1", "aws.protocols#awsJson1_1"] {
        let Some(value) = values.get(id) else {
            continue;
        };
        let object = json::object(value, &format!("`{id}`"))?;
        let streams = json::elements(json::get(object, "eventStreamHttp"), "`eventStreamHttp`")?;
        if !streams.is_empty() {
            return Ok(Some("eventstream"));
        }
    }
    Ok(None)
}

/// `{"Accelerate": {"type": "boolean"}}`. Lists are left out: the catalog has no word for them.
fn client_context_params<'j>(
    values: &TraitValues<'j>,
) -> Result<Vec<(&'j str, ContextType)>, Fault> {
    let what = "`smithy.rules#clientContextParams`";
    let mut params = Vec::new();
    for param in json::entries(
        values.get("smithy.rules#clientContextParams").copied(),
        what,
    )? {
        let kind = json::needed(json::object(&param.value, what)?, "type", what)?;
        let kind = match json::string(kind, "`type`")? {
            "boolean" => ContextType::Boolean,
            "string" => ContextType::String,
            _ => continue,
        };
        params.push((param.name.as_str(), kind));
    }
    Ok(params)
}

fn line<'j>(value: Option<&'j jsonc_parser::ast::Value<'j>>) -> Result<Option<&'j str>, Fault> {
    value.map(|value| json::line(value, "a name")).transpose()
}

/// A text in a trait's value.
fn text<'j>(values: &TraitValues<'j>, id: &str, key: &str) -> Result<Option<&'j str>, Fault> {
    let Some(value) = values.get(id) else {
        return Ok(None);
    };
    line(json::get(json::object(value, &format!("`{id}`"))?, key))
}

/// A boolean in a trait's value; false when it is absent.
fn boolean(values: &TraitValues<'_>, id: &str, key: &str) -> Result<bool, Fault> {
    let Some(value) = values.get(id) else {
        return Ok(false);
    };
    let value = json::get(json::object(value, &format!("`{id}`"))?, key);
    value.map_or(Ok(false), |value| json::boolean(value, &format!("`{key}`")))
}
