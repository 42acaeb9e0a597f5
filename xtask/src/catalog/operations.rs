//! botocore's operations, said in Smithy's words.

use aws_operation_catalog::{AuthScheme, ContextValue, Http, HttpChecksum, Operation};
use serde_json::{Map, Value};

use super::fields::{Fields, object};
use super::shapes::Root;
use super::traits::{deprecated, namespace};

/// Converts an operation, and notes the root element of its request.
pub(crate) fn convert<'a>(
    name: &'a str,
    value: &'a Value,
    shapes: &Map<String, Value>,
    place: &str,
    roots: &mut Vec<Root<'a>>,
) -> Result<Operation<'a>, String> {
    let mut fields = Fields::new(value, format!("{place}:{name}"))?;
    let unsigned_payload = fields.flag("unsignedPayload")?;
    let operation = Operation {
        name,
        wire_name: fields.needed_text("name")?,
        http: http(&mut fields)?,
        input: input(&mut fields, roots)?,
        output: output(&mut fields, name)?,
        errors: errors(&mut fields, shapes)?,
        auth: auth(fields.texts("auth")?)?,
        unsigned_payload,
        host_prefix: host_prefix(&mut fields)?,
        http_checksum: http_checksum(&mut fields)?,
        http_checksum_required: fields.flag("httpChecksumRequired")?,
        request_compression: request_compression(&mut fields)?,
        idempotent: fields.flag("idempotent")?,
        readonly: fields.flag("readonly")?,
        discovered_endpoint: fields
            .inner("endpointdiscovery")?
            .map(|mut inner| inner.flag("required"))
            .transpose()?,
        static_context_params: static_context_params(&mut fields)?,
        operation_context_params: operation_context_params(&mut fields)?,
        deprecated: deprecated(&mut fields)?,
        paginator: None,
        waiters: Vec::new(),
    };
    match fields.text("authtype")? {
        None => {}
        Some("none") if operation.auth == [AuthScheme::NoAuth] => {}
        Some("v4-unsigned-body") if unsigned_payload => {}
        Some(other) => {
            return Err(format!(
                "{}: `authtype` {other} is not what `auth` says",
                fields.place()
            ));
        }
    }
    // Said of the service: `clientEndpointDiscovery`.
    fields.flag("endpointoperation")?;
    fields.finish()?;
    Ok(operation)
}

/// botocore's names of the schemes carry Smithy's namespaces, `aws.auth#sigv4`.
pub(crate) fn auth(names: Vec<&str>) -> Result<Vec<AuthScheme>, String> {
    names
        .into_iter()
        .map(|name| match name {
            "aws.auth#sigv4" => Ok(AuthScheme::SigV4),
            "aws.auth#sigv4a" => Ok(AuthScheme::SigV4a),
            "smithy.api#httpBearerAuth" => Ok(AuthScheme::HttpBearer),
            "smithy.api#noAuth" => Ok(AuthScheme::NoAuth),
            other => Err(format!("unknown authentication scheme `{other}`")),
        })
        .collect()
}

fn http<'a>(fields: &mut Fields<'a>) -> Result<Http<'a>, String> {
    let mut inner = Fields::new(fields.needed("http")?, format!("{}.http", fields.place()))?;
    let http = Http {
        method: inner.needed_text("method")?,
        uri: inner.needed_text("requestUri")?,
        response_code: inner.number("responseCode")?,
    };
    inner.finish()?;
    Ok(http)
}

fn input<'a>(
    fields: &mut Fields<'a>,
    roots: &mut Vec<Root<'a>>,
) -> Result<Option<&'a str>, String> {
    let Some(mut inner) = fields.inner("input")? else {
        return Ok(None);
    };
    let shape = inner.needed_text("shape")?;
    let (name, namespace) = (inner.text("locationName")?, namespace(&mut inner)?);
    if name.is_some() || namespace.is_some() {
        if roots.iter().any(|root| root.shape == shape) {
            return Err(format!(
                "{}: the root element of two operations",
                inner.place()
            ));
        }
        roots.push(Root {
            shape,
            name,
            namespace,
        });
    }
    inner.finish()?;
    Ok(Some(shape))
}

fn output<'a>(fields: &mut Fields<'a>, name: &str) -> Result<Option<&'a str>, String> {
    let Some(mut inner) = fields.inner("output")? else {
        return Ok(None);
    };
    let shape = inner.needed_text("shape")?;
    match inner.text("resultWrapper")? {
        Some(wrapper) if wrapper != format!("{name}Result") => {
            return Err(format!("{}: a result wrapper `{wrapper}`", inner.place()));
        }
        _ => inner.finish()?,
    }
    Ok(Some(shape))
}

fn errors<'a>(
    fields: &mut Fields<'a>,
    shapes: &Map<String, Value>,
) -> Result<Vec<&'a str>, String> {
    let Some(Value::Array(errors)) = fields.take("errors") else {
        return Ok(Vec::new());
    };
    let mut names = Vec::new();
    for error in errors {
        let mut inner = Fields::new(error, format!("{}.errors", fields.place()))?;
        let name = inner.needed_text("shape")?;
        if let Some(copy) = inner.take("error")
            && shapes[name].get("error") != Some(copy)
        {
            return Err(format!(
                "{}: differs from the shape `{name}`",
                inner.place()
            ));
        }
        inner.finish()?;
        names.push(name);
    }
    Ok(names)
}

fn host_prefix<'a>(fields: &mut Fields<'a>) -> Result<Option<&'a str>, String> {
    let Some(mut inner) = fields.inner("endpoint")? else {
        return Ok(None);
    };
    let prefix = inner.needed_text("hostPrefix")?;
    inner.finish()?;
    Ok(Some(prefix))
}

fn http_checksum<'a>(fields: &mut Fields<'a>) -> Result<Option<HttpChecksum<'a>>, String> {
    let Some(mut inner) = fields.inner("httpChecksum")? else {
        return Ok(None);
    };
    let checksum = HttpChecksum {
        request_algorithm_member: inner.text("requestAlgorithmMember")?,
        request_checksum_required: inner.flag("requestChecksumRequired")?,
        request_validation_mode_member: inner.text("requestValidationModeMember")?,
        response_algorithms: inner.texts("responseAlgorithms")?,
    };
    inner.finish()?;
    Ok(Some(checksum))
}

fn request_compression<'a>(fields: &mut Fields<'a>) -> Result<Vec<&'a str>, String> {
    let Some(mut inner) = fields.inner("requestcompression")? else {
        return Ok(Vec::new());
    };
    let encodings = inner.texts("encodings")?;
    inner.finish()?;
    Ok(encodings)
}

fn static_context_params<'a>(
    fields: &mut Fields<'a>,
) -> Result<Vec<(&'a str, ContextValue<'a>)>, String> {
    let mut params = Vec::new();
    for (name, value) in fields.object("staticContextParams")?.into_iter().flatten() {
        let mut inner = Fields::new(value, format!("{}.{name}", fields.place()))?;
        let value = match inner.needed("value")? {
            Value::Bool(value) => ContextValue::Boolean(*value),
            Value::String(value) => ContextValue::String(value),
            other => return Err(format!("{}: {other}", inner.place())),
        };
        inner.finish()?;
        params.push((name.as_str(), value));
    }
    Ok(params)
}

fn operation_context_params<'a>(
    fields: &mut Fields<'a>,
) -> Result<Vec<(&'a str, &'a str)>, String> {
    let mut params = Vec::new();
    for (name, value) in fields
        .object("operationContextParams")?
        .into_iter()
        .flatten()
    {
        let mut inner = Fields::new(value, format!("{}.{name}", fields.place()))?;
        params.push((name.as_str(), inner.needed_text("path")?));
        inner.finish()?;
    }
    Ok(params)
}

/// The only operation that tells endpoints, if the service has one.
pub(crate) fn endpoint_operation<'a>(
    operations: &'a Map<String, Value>,
    place: &str,
) -> Result<Option<&'a str>, String> {
    let mut found = None;
    for (name, value) in operations {
        if object(value, place)?.contains_key("endpointoperation")
            && found.replace(name.as_str()).is_some()
        {
            return Err(format!("{place}: two operations tell endpoints"));
        }
    }
    Ok(found)
}
