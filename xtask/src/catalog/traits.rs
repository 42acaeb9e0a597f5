//! botocore's keys of shapes and members, said as Smithy's traits.

use aws_operation_catalog::{
    AwsQueryError, Deprecated, Fault, HttpBinding, Length, Range, TimestampFormat, Traits,
    XmlNamespace,
};
use serde_json::Value;

use super::fields::Fields;

/// The traits that shapes and members share.
pub(crate) fn common<'a>(fields: &mut Fields<'a>) -> Result<Traits<'a>, String> {
    Ok(Traits {
        deprecated: deprecated(fields)?,
        pattern: fields.text("pattern")?,
        sensitive: fields.flag("sensitive")?,
        xml_namespace: namespace(fields)?,
        ..Traits::default()
    })
}

/// `{"deprecated": true, "deprecatedMessage": "…", "deprecatedSince": "…"}`
pub(crate) fn deprecated<'a>(fields: &mut Fields<'a>) -> Result<Option<Deprecated<'a>>, String> {
    let set = fields.flag("deprecated")?;
    let (message, since) = (
        fields.text("deprecatedMessage")?,
        fields.text("deprecatedSince")?,
    );
    if !set && (message.is_some() || since.is_some()) {
        return Err(format!(
            "{}: says why it is deprecated, but not that it is",
            fields.place()
        ));
    }
    Ok(set.then_some(Deprecated { message, since }))
}

/// `{"xmlNamespace": {"uri": "…", "prefix": "xsi"}}`, or the URI alone.
pub(crate) fn namespace<'a>(fields: &mut Fields<'a>) -> Result<Option<XmlNamespace<'a>>, String> {
    let mut inner = match fields.take("xmlNamespace") {
        None => return Ok(None),
        Some(Value::String(uri)) => return Ok(Some(XmlNamespace { uri, prefix: None })),
        Some(value) => Fields::new(value, format!("{}.xmlNamespace", fields.place()))?,
    };
    let namespace = XmlNamespace {
        uri: inner.needed_text("uri")?,
        prefix: inner.text("prefix")?,
    };
    inner.finish()?;
    Ok(Some(namespace))
}

pub(crate) fn retryable(fields: &mut Fields<'_>) -> Result<Option<bool>, String> {
    let Some(mut inner) = fields.inner("retryable")? else {
        return Ok(None);
    };
    let throttling = inner.flag("throttling")?;
    inner.finish()?;
    Ok(Some(throttling))
}

pub(crate) fn timestamp_format(fields: &mut Fields<'_>) -> Result<Option<TimestampFormat>, String> {
    match fields.text("timestampFormat")? {
        None => Ok(None),
        Some("iso8601") => Ok(Some(TimestampFormat::DateTime)),
        Some("rfc822") => Ok(Some(TimestampFormat::HttpDate)),
        Some("unixTimestamp") => Ok(Some(TimestampFormat::EpochSeconds)),
        Some(other) => Err(format!(
            "{}: unknown timestamp format `{other}`",
            fields.place()
        )),
    }
}

/// `{"exception": true, "error": {"code": "…", "httpStatusCode": 400, "senderFault": true}, "fault": true}`
///
/// `fault` is the service's. Older models have neither it nor `senderFault`: the status tells.
pub(crate) fn error<'a>(fields: &mut Fields<'a>, traits: &mut Traits<'a>) -> Result<(), String> {
    let (exception, fault) = (fields.flag("exception")?, fields.flag("fault")?);
    let inner = fields.inner("error")?;
    if !exception {
        return if fault || inner.is_some() {
            Err(format!("{}: an error, but no exception", fields.place()))
        } else {
            Ok(())
        };
    }
    let (mut status, mut sender) = (None, false);
    if let Some(mut inner) = inner {
        status = inner.number::<u16>("httpStatusCode")?;
        sender = inner.flag("senderFault")?;
        if let Some(code) = inner.text("code")? {
            let http_response_code = status
                .take()
                .ok_or_else(|| format!("{}: a code without status", inner.place()))?;
            traits.aws_query_error = Some(AwsQueryError {
                code,
                http_response_code,
            });
        }
        inner.finish()?;
    }
    traits.http_error = status;
    let status = status.or(traits.aws_query_error.map(|error| error.http_response_code));
    let server = fault || (!sender && status.is_some_and(|status| status >= 500));
    traits.error = Some(if server { Fault::Server } else { Fault::Client });
    Ok(())
}

/// `{"min": 1, "max": 255}` is a number's range, and everything else's length.
pub(crate) fn bounds<'a>(
    fields: &mut Fields<'a>,
    kind: &str,
    traits: &mut Traits<'a>,
) -> Result<(), String> {
    let (min, max) = (fields.text("min")?, fields.text("max")?);
    if min.or(max).is_none() {
        return Ok(());
    }
    match kind {
        "double" | "float" | "integer" | "long" => traits.range = Some(Range { min, max }),
        "blob" | "list" | "map" | "string" => {
            let number = |text: &str| {
                text.parse()
                    .map_err(|_| format!("{}: `{text}` is no length", fields.place()))
            };
            traits.length = Some(Length {
                min: min.map(number).transpose()?,
                max: max.map(number).transpose()?,
            });
        }
        other => return Err(format!("{}: bounds of a {other}", fields.place())),
    }
    Ok(())
}

/// `{"location": "header", "locationName": "X-Amz-Target"}`
pub(crate) fn binding<'a>(
    location: &str,
    wire: Option<&'a str>,
    member: &'a str,
    target: &Value,
    fields: &Fields<'a>,
) -> Result<HttpBinding<'a>, String> {
    let map = target["type"] == "map";
    match (location, wire) {
        ("header", Some(name)) => Ok(HttpBinding::Header(name)),
        ("headers", Some(prefix)) if map => Ok(HttpBinding::PrefixHeaders(prefix)),
        ("querystring", None) if map => Ok(HttpBinding::QueryParams),
        ("querystring", Some(name)) if !map => Ok(HttpBinding::Query(name)),
        ("statusCode", None) => Ok(HttpBinding::ResponseCode),
        ("uri", name) => Ok(HttpBinding::Label(name.unwrap_or(member))),
        _ => Err(format!(
            "{}: unknown location `{location}` with name {wire:?}",
            fields.place()
        )),
    }
}
