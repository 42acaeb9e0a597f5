//! Operations as the catalog's own.

use jsonc_parser::ast::Value;

use super::closure::{Closure, Operation as Found};
use super::definition::{Definition, TraitValues};
use super::json::{self, Fault};
use super::traits;
use super::waiters::waiters;
use crate::operation::{AuthScheme, ContextValue, Http, HttpChecksum, Operation, Paginator};

/// An operation of the service. `http` is whether a protocol of it looks at the HTTP bindings.
pub(super) fn operation<'a>(
    closure: &'a Closure<'_>,
    service: &'a Definition<'_>,
    found: &'a Found<'_>,
    http: bool,
) -> Result<Operation<'a>, Fault> {
    let definition = &found.definition;
    let values = &definition.traits;
    let has = |id: &str| values.contains_key(id);
    let entry = |id: &str, key: &str| entry(values, id, key);
    let shape = |id: &&'a str| closure.name_of(id);
    let text = |value| json::line(value, "a name");
    let deprecated = values.get("smithy.api#deprecated").copied();
    let host_prefix = entry("smithy.api#endpoint", "hostPrefix")?;
    let discovered = entry("aws.api#clientDiscoveredEndpoint", "required")?;
    let discovered = discovered.map(|value| json::boolean(value, "`required`"));
    let encodings = entry("smithy.api#requestCompression", "encodings")?;
    let encodings = json::elements(encodings, "`encodings`")?;
    Ok(Operation {
        name: definition.name(),
        wire_name: definition.name(),
        http: bindings(definition, http)?,
        input: found.input.as_ref().map(shape),
        output: found.output.as_ref().map(shape),
        errors: found.errors.iter().map(shape).collect(),
        auth: auth(service, values)?,
        unsigned_payload: has("aws.auth#unsignedPayload"),
        host_prefix: host_prefix.map(text).transpose()?,
        http_checksum: checksum(values)?,
        http_checksum_required: has("smithy.api#httpChecksumRequired"),
        request_compression: encodings.iter().map(text).collect::<Result<_, _>>()?,
        idempotent: has("smithy.api#idempotent"),
        readonly: has("smithy.api#readonly"),
        discovered_endpoint: discovered.transpose()?,
        static_context_params: static_context_params(values)?,
        operation_context_params: operation_context_params(values)?,
        deprecated: deprecated.map(traits::deprecated).transpose()?,
        paginator: paginator(service, values)?,
        waiters: waiters(values)?,
    })
}

/// What a trait says under a key.
fn entry<'j>(
    values: &TraitValues<'j>,
    id: &str,
    key: &str,
) -> Result<Option<&'j Value<'j>>, Fault> {
    let Some(value) = values.get(id) else {
        return Ok(None);
    };
    Ok(json::get(json::object(value, &format!("`{id}`"))?, key))
}

/// `{"method": "GET", "uri": "/city/{city}", "code": 200}`
fn bindings<'j>(definition: &Definition<'j>, http: bool) -> Result<Http<'j>, Fault> {
    let what = "`smithy.api#http`";
    let value = definition.traits.get("smithy.api#http").filter(|_| http);
    let Some(value) = value else {
        if http {
            let message = format!(
                "the operation `{}` needs the trait {what}, as the service's protocol has it",
                definition.name()
            );
            return Err(Fault::new(definition.at, message));
        }
        return Ok(Http::POST);
    };
    let object = json::object(value, what)?;
    let code = json::get(object, "code");
    Ok(Http {
        method: json::line(json::needed(object, "method", what)?, "`method`")?,
        uri: json::line(json::needed(object, "uri", what)?, "`uri`")?,
        response_code: code
            .map(|value| json::integer(value, "`code`"))
            .transpose()?,
    })
}

/// What the operation says of the ways to authenticate; empty where it leaves it to the service.
fn auth(service: &Definition<'_>, values: &TraitValues<'_>) -> Result<Vec<AuthScheme>, Fault> {
    let mut schemes = match values.get("smithy.api#auth") {
        Some(value) => auth_schemes(value)?,
        None => Vec::new(),
    };
    if values.contains_key("smithy.api#optionalAuth") {
        if schemes.is_empty() {
            schemes = service_auth(service)?;
        }
        schemes.push(AuthScheme::NoAuth);
    }
    Ok(schemes)
}

/// The ways to authenticate that a service takes, first the best: in the order that it says, else in
/// that of their ids (<https://smithy.io/2.0/spec/authentication-traits.html#auth-trait>).
pub(super) fn service_auth(service: &Definition<'_>) -> Result<Vec<AuthScheme>, Fault> {
    if let Some(value) = service.traits.get("smithy.api#auth") {
        return auth_schemes(value);
    }
    let is_auth = |id: &str| id.starts_with("aws.auth#sigv4") || is_http_auth(id);
    let mut applied = service.traits.keys().filter(|id| is_auth(id)).peekable();
    if applied.peek().is_none() {
        return Ok(vec![AuthScheme::NoAuth]);
    }
    Ok(applied.filter_map(|id| auth_scheme(id)).collect())
}

/// Whether a trait is one of Smithy's own ways to authenticate.
fn is_http_auth(id: &str) -> bool {
    matches!(
        id,
        "smithy.api#httpApiKeyAuth"
            | "smithy.api#httpBasicAuth"
            | "smithy.api#httpBearerAuth"
            | "smithy.api#httpDigestAuth"
    )
}

/// `["aws.auth#sigv4"]`; an empty list is no authentication at all.
fn auth_schemes(value: &Value<'_>) -> Result<Vec<AuthScheme>, Fault> {
    let mut schemes = Vec::new();
    let ids = json::elements(Some(value), "`smithy.api#auth`")?;
    for id in ids {
        schemes.extend(auth_scheme(json::string(id, "`smithy.api#auth`")?));
    }
    if ids.is_empty() {
        schemes.push(AuthScheme::NoAuth);
    }
    Ok(schemes)
}

/// The scheme of this id, if the catalog has a word for it.
fn auth_scheme(id: &str) -> Option<AuthScheme> {
    match id {
        "aws.auth#sigv4" => Some(AuthScheme::SigV4),
        "aws.auth#sigv4a" => Some(AuthScheme::SigV4a),
        "smithy.api#httpBearerAuth" => Some(AuthScheme::HttpBearer),
        "smithy.api#noAuth" => Some(AuthScheme::NoAuth),
        _ => None,
    }
}

fn checksum<'j>(values: &TraitValues<'j>) -> Result<Option<HttpChecksum<'j>>, Fault> {
    let id = "aws.protocols#httpChecksum";
    if !values.contains_key(id) {
        return Ok(None);
    }
    let text = |key| {
        let value = entry(values, id, key)?;
        value.map(|value| json::line(value, "a name")).transpose()
    };
    let required = entry(values, id, "requestChecksumRequired")?;
    let required = required.map(|value| json::boolean(value, "`requestChecksumRequired`"));
    let algorithms = entry(values, id, "responseAlgorithms")?;
    let algorithms = json::elements(algorithms, "`responseAlgorithms`")?.iter();
    Ok(Some(HttpChecksum {
        request_algorithm_member: text("requestAlgorithmMember")?,
        request_checksum_required: required.transpose()?.unwrap_or(false),
        request_validation_mode_member: text("requestValidationModeMember")?,
        response_algorithms: algorithms
            .map(|value| json::line(value, "an algorithm"))
            .collect::<Result<_, _>>()?,
    }))
}

/// `{"Name": {"value": true}}`. Lists are left out: the catalog has no word for them.
fn static_context_params<'j>(
    values: &TraitValues<'j>,
) -> Result<Vec<(&'j str, ContextValue<'j>)>, Fault> {
    let what = "`smithy.rules#staticContextParams`";
    let mut params = Vec::new();
    for param in json::entries(
        values.get("smithy.rules#staticContextParams").copied(),
        what,
    )? {
        let value = json::needed(json::object(&param.value, what)?, "value", what)?;
        let value = match value {
            Value::BooleanLit(literal) => ContextValue::Boolean(literal.value),
            Value::StringLit(_) => ContextValue::String(json::line(value, what)?),
            _ => continue,
        };
        params.push((param.name.as_str(), value));
    }
    Ok(params)
}

/// `{"Name": {"path": "…"}}`
fn operation_context_params<'j>(
    values: &TraitValues<'j>,
) -> Result<Vec<(&'j str, &'j str)>, Fault> {
    let id = "smithy.rules#operationContextParams";
    let what = format!("`{id}`");
    let mut params = Vec::new();
    for param in json::entries(values.get(id).copied(), &what)? {
        let path = json::needed(json::object(&param.value, &what)?, "path", &what)?;
        params.push((param.name.as_str(), json::line(path, "`path`")?));
    }
    Ok(params)
}

/// The operation's trait; what it does not say, the service's does.
fn paginator<'j>(
    service: &Definition<'j>,
    values: &TraitValues<'j>,
) -> Result<Option<Paginator<'j>>, Fault> {
    let id = "smithy.api#paginated";
    if !values.contains_key(id) {
        return Ok(None);
    }
    let text = |key: &str| {
        let value = match entry(values, id, key)? {
            Some(value) => Some(value),
            None => entry(&service.traits, id, key)?,
        };
        let value = value.map(|value| json::line(value, &format!("`{key}`")));
        value.transpose()
    };
    Ok(Some(Paginator {
        input_token: text("inputToken")?.into_iter().collect(),
        output_token: text("outputToken")?.into_iter().collect(),
        page_size: text("pageSize")?,
        items: text("items")?.into_iter().collect(),
        more_results: None,
        non_aggregate: Vec::new(),
    }))
}
