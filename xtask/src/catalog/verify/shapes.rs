//! Shapes and members.

use std::collections::{BTreeMap, BTreeSet};

use aws_operation_catalog::{
    AwsQueryError, Fault, HttpBinding, Length, Member, Protocol, Range, Service, Shape, ShapeKind,
    TimestampFormat, Traits, XmlNamespace,
};
use serde_json::{Value, json};

use super::super::shapes::is_union_in_smithy;
use super::operations::said_deprecated;
use super::{Model, Problems, entries, flag, text, texts};

const SHAPE: [&str; 33] = [
    "box",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "document",
    "documentation",
    "enum",
    "error",
    "event",
    "eventstream",
    "exception",
    "fault",
    "flattened",
    "key",
    "locationName",
    "max",
    "member",
    "members",
    "min",
    "pattern",
    "payload",
    "required",
    "requiresLength",
    "retryable",
    "sensitive",
    "sparse",
    "streaming",
    "synthetic",
    "timestampFormat",
    "type",
    "union",
    "value",
    "wrapper",
];

const MEMBER: [&str; 22] = [
    "box",
    "contextParam",
    "deprecated",
    "deprecatedMessage",
    "deprecatedSince",
    "documentation",
    "enum",
    "eventheader",
    "eventpayload",
    "flattened",
    "hostLabel",
    "idempotencyToken",
    "jsonvalue",
    "location",
    "locationName",
    "pattern",
    "queryName",
    "sensitive",
    "shape",
    "streaming",
    "xmlAttribute",
    "xmlNamespace",
];

pub(super) fn verify(problems: &mut Problems, model: &Model, service: &Service<'_>) {
    let said = &model.main["shapes"];
    let mut names: Vec<&str> = entries(said)
        .chain(entries(&model.extras["shapes"]))
        .map(|(name, _)| name)
        .collect();
    names.sort_unstable();
    names.dedup();
    problems.same("shapes", &names, &service.shape_names().collect());
    // Not carried, because it follows: events are what streams' unions target, beside errors.
    let streams = entries(said).filter(|(_, shape)| flag(shape, "eventstream"));
    let targets = streams
        .flat_map(|(_, shape)| entries(&shape["members"]))
        .filter_map(|(_, member)| text(member, "shape"));
    let targets: BTreeSet<&str> = targets
        .filter(|target| !flag(&said[target], "exception"))
        .collect();
    let events = entries(said)
        .filter(|(_, shape)| flag(shape, "event"))
        .map(|(name, _)| name);
    problems.same("events", &events.collect(), &targets);
    // The root elements of requests: botocore says them of the operation.
    let inputs = entries(&model.main["operations"]).map(|(_, operation)| &operation["input"]);
    let roots = inputs
        .filter(|input| input.get("xmlNamespace").is_some() || input.get("locationName").is_some());
    let roots: BTreeMap<&str, &Value> = roots
        .filter_map(|input| Some((text(input, "shape")?, input)))
        .collect();
    for name in names {
        let Some(read) = service.shape(name) else {
            continue;
        };
        // The type is the one thing that an extra changes (`Expires` of S3).
        let kind = text(&model.extras["shapes"][name], "type")
            .or(text(&said[name], "type"))
            .unwrap_or_default();
        shape(problems, &said[name], kind, roots.get(name).copied(), read);
        members(problems, model, service, name, read);
    }
}

fn shape(
    problems: &mut Problems,
    said: &Value,
    kind: &str,
    root: Option<&Value>,
    read: &Shape<'_>,
) {
    let place = read.name;
    problems.keys(
        place,
        said,
        &[&SHAPE[..], &["xmlNamespace", "xmlOrder"]].concat(),
    );
    let (kind_read, values): (_, &[&str]) = match &read.kind {
        ShapeKind::Enum(values) => ("string", values),
        ShapeKind::Document | ShapeKind::Union(_) => ("structure", &[]),
        other => (other.keyword(), &[]),
    };
    problems.same(place, &kind, &kind_read);
    problems.same(place, &texts(said, "enum").as_slice(), &values);
    problems.same(
        place,
        &flag(said, "document"),
        &matches!(read.kind, ShapeKind::Document),
    );
    let members: Vec<_> = read.kind.members().cloned().collect();
    let union =
        flag(said, "union") || flag(said, "eventstream") || is_union_in_smithy(read.name, &members);
    problems.same(place, &union, &matches!(read.kind, ShapeKind::Union(_)));

    let error = &said["error"];
    let status = error
        .get("httpStatusCode")
        .and_then(Value::as_u64)
        .and_then(|status| u16::try_from(status).ok());
    let code = text(error, "code");
    let server = flag(said, "fault") || (!flag(error, "senderFault") && status >= Some(500));
    let fault = if server { Fault::Server } else { Fault::Client };
    let (min, max) = (bound(said, "min"), bound(said, "max"));
    let numeric = matches!(kind, "double" | "float" | "integer" | "long");
    let bounded = min.is_some() || max.is_some();
    let length = |text: &Option<String>| text.as_ref().and_then(|text| text.parse().ok());
    let expected = Traits {
        aws_query_error: code
            .zip(status)
            .map(|(code, http_response_code)| AwsQueryError {
                code,
                http_response_code,
            }),
        boxed: flag(said, "box"),
        deprecated: said_deprecated(said),
        error: flag(said, "exception").then_some(fault),
        http_error: status.filter(|_| code.is_none()),
        length: (bounded && !numeric).then(|| Length {
            min: length(&min),
            max: length(&max),
        }),
        pattern: text(said, "pattern"),
        range: (bounded && numeric).then_some(Range {
            min: min.as_deref(),
            max: max.as_deref(),
        }),
        requires_length: flag(said, "requiresLength"),
        retryable: said
            .get("retryable")
            .map(|retryable| flag(retryable, "throttling")),
        sensitive: flag(said, "sensitive"),
        sparse: flag(said, "sparse"),
        streaming: flag(said, "streaming") || flag(said, "eventstream"),
        timestamp_format: timestamp_format(text(said, "timestampFormat")),
        xml_name: root.map_or(text(said, "locationName"), |root| {
            text(root, "locationName")
        }),
        xml_namespace: namespace(root.unwrap_or(said)),
        ..Traits::default()
    };
    problems.same(place, &expected, &read.traits);
}

fn bound(said: &Value, key: &str) -> Option<String> {
    said.get(key).map(ToString::to_string)
}

fn timestamp_format(name: Option<&str>) -> Option<TimestampFormat> {
    match name? {
        "iso8601" => Some(TimestampFormat::DateTime),
        "rfc822" => Some(TimestampFormat::HttpDate),
        _ => Some(TimestampFormat::EpochSeconds),
    }
}

fn namespace(said: &Value) -> Option<XmlNamespace<'_>> {
    let said = said.get("xmlNamespace")?;
    Some(XmlNamespace {
        uri: text(said, "uri")?,
        prefix: text(said, "prefix"),
    })
}

fn members(
    problems: &mut Problems,
    model: &Model,
    service: &Service<'_>,
    name: &str,
    read: &Shape<'_>,
) {
    let said = &model.main["shapes"][name];
    let extras = &model.extras["shapes"][name]["members"];
    let several = ["member", "key", "value"]
        .iter()
        .filter_map(|key| Some((*key, said.get(*key)?)));
    let listed: Vec<(&str, &Value, bool)> = entries(&said["members"])
        .chain(several)
        .map(|member| (member, false))
        .chain(entries(extras).map(|member| (member, true)))
        .map(|((name, member), extra)| (name, member, extra))
        .collect();
    let names: Vec<&str> = listed.iter().map(|(name, _, _)| *name).collect();
    problems.same(
        name,
        &names,
        &read.kind.members().map(|member| member.name).collect(),
    );
    for ((name, member, extra), read_member) in listed.into_iter().zip(read.kind.members()) {
        let place = format!("{}.{name}", read.name);
        let Member {
            name: _,
            target,
            required,
            traits,
        } = read_member;
        problems.keys(&place, member, &MEMBER);
        problems.same(&place, &text(member, "shape").unwrap_or_default(), target);
        problems.same(&place, &texts(said, "required").contains(&name), required);
        let target = &model.main["shapes"][target];
        let mut expected = member_traits(name, member, target, text(said, "payload") == Some(name));
        expected.sdk_extra = extra;
        // What JSON calls so, XML calls otherwise, and a service speaks one of them.
        if service.protocols.contains(&Protocol::RestJson) {
            expected.json_name = expected.xml_name.take();
        }
        problems.same(&place, &expected, traits);
    }
}

fn member_traits<'a>(
    name: &'a str,
    said: &'a Value,
    target: &'a Value,
    payload: bool,
) -> Traits<'a> {
    let wire = text(said, "locationName");
    let http = match text(said, "location") {
        Some("header") => wire.map(HttpBinding::Header),
        Some("headers") => wire.map(HttpBinding::PrefixHeaders),
        Some("querystring") => Some(wire.map_or(HttpBinding::QueryParams, HttpBinding::Query)),
        Some("statusCode") => Some(HttpBinding::ResponseCode),
        Some("uri") => Some(HttpBinding::Label(wire.unwrap_or(name))),
        Some(_) => None,
        None => payload.then_some(HttpBinding::Payload),
    };
    let entry = text(&target["member"], "locationName").filter(|_| flag(target, "flattened"));
    let body = said.get("location").is_none();
    Traits {
        boxed: flag(said, "box"),
        context_param: text(&said["contextParam"], "name"),
        deprecated: said_deprecated(said),
        ec2_query_name: text(said, "queryName"),
        enum_values: texts(said, "enum"),
        event_header: flag(said, "eventheader"),
        event_payload: flag(said, "eventpayload"),
        host_label: flag(said, "hostLabel"),
        http,
        idempotency_token: flag(said, "idempotencyToken"),
        media_type: (said.get("jsonvalue") == Some(&json!(true))).then_some("application/json"),
        pattern: text(said, "pattern"),
        sensitive: flag(said, "sensitive"),
        streaming: flag(said, "streaming"),
        xml_attribute: flag(said, "xmlAttribute"),
        xml_flattened: flag(said, "flattened") || flag(target, "flattened"),
        xml_name: entry.or(wire.filter(|_| body)),
        xml_namespace: namespace(said),
        ..Traits::default()
    }
}
