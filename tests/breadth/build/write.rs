//! The text of the connectors, and of a request for each operation.

use std::fmt::Write as _;

use aws_operation_catalog::{AuthScheme, ContextValue, Member, Operation, Service, ShapeKind};
use proc_macro2::Span;

use crate::sample::Sampled;
use crate::{names, words};

/// Types that are called otherwise than their shape, because the name means something else.
const OTHERWISE: [&str; 12] = [
    "Blob",
    "Box",
    "Clone",
    "Connector",
    "Credentials",
    "Document",
    "Error",
    "Option",
    "Region",
    "Result",
    "String",
    "Vec",
];

pub(crate) fn all(sample: &[Sampled]) -> String {
    let mut text = String::new();
    let mut calls = String::new();
    for Sampled {
        service,
        operations,
    } in sample
    {
        let module = service.name.replace(['-', '.'], "_");
        let module = format!("service_{module}");
        let mut requests = String::new();
        let mut sent = String::new();
        for (at, operation) in operations.iter().enumerate() {
            let name = operation.name;
            let (fields, values) = members(service, operation);
            let _ = writeln!(
                requests,
                "#[aws_operation(operation = {name:?})] pub struct Operation{at}Request {{ {fields} }}"
            );
            let Expected { method, signature } = expected(service, operation);
            let service = service.name;
            let _ = writeln!(
                sent,
                "crate::Expected {{ operation: \"{service}:{name}\", method: {method:?}, \
                 signature: {signature:?} }}.of(connectors, Operation{at}Request {{ {values} }}),"
            );
        }
        let name = service.name;
        let _ = writeln!(
            text,
            "mod {module} {{ #[aws_operation::aws_connector(service = {name:?})] mod connector {{
                use std::collections::HashMap;
                use aws_operation::{{Blob, ByteStream, DateTime, Document}};
                {requests}
                pub(in super::super) fn service() -> &'static aws_operation::__private::Service {{
                    <Operation0Request as aws_operation::AbstractRequest>::operation().service
                }}
                pub(in super::super) fn calls(connectors: &crate::Connectors) -> Vec<crate::Pending> {{
                    vec![{sent}]
                }}
            }} pub(super) use connector::{{calls, service}}; }}"
        );
        let _ = writeln!(
            calls,
            "SampledService {{ name: {name:?}, service: {module}::service, calls: {module}::calls }},"
        );
    }
    let _ = writeln!(
        text,
        "static SERVICES: [SampledService; {}] = [{calls}];",
        sample.len()
    );
    text
}

struct Expected {
    method: &'static str,
    /// What the header `Authorization` holds.
    signature: String,
}

fn expected(service: &Service<'static>, operation: &Operation<'static>) -> Expected {
    let schemes = if operation.auth.is_empty() {
        &service.auth
    } else {
        &operation.auth
    };
    // Some of S3 Control's operations go to the endpoint of directory buckets.
    let express = ContextValue::Boolean(true);
    let is_express = ("UseS3ExpressControlEndpoint", express);
    let signature =
        if operation.static_context_params.contains(&is_express) && service.name == "s3control" {
            "/s3express/aws4_request".to_owned()
        } else if schemes.contains(&AuthScheme::SigV4) {
            format!("/{}/aws4_request", service.signing_name)
        } else if schemes.contains(&AuthScheme::HttpBearer) {
            "Bearer ".to_owned()
        } else {
            String::new()
        };
    Expected {
        method: operation.http.method,
        signature,
    }
}

/// Whether a request can be made out of nothing.
pub(crate) fn can(service: &Service<'static>, operation: &Operation<'_>) -> bool {
    input(service, operation).iter().all(|member| {
        let ty = words::rust_type(service, member.target, "");
        let is_otherwise = ty
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| OTHERWISE.contains(&word) && !is_ours(service, member.target, word));
        !is_otherwise && (!member.required || value(service, member.target, 0).is_some())
    })
}

/// Whether the word is a type of the standard library's or of ours, and no shape's.
fn is_ours(service: &Service<'static>, target: &str, word: &str) -> bool {
    let Some(shape) = service.shape(target) else {
        return false;
    };
    match &shape.kind {
        ShapeKind::List(member) => word == "Vec" || is_ours(service, member.target, word),
        ShapeKind::Map { value, .. } => word == "String" || is_ours(service, value.target, word),
        ShapeKind::Enum(_) | ShapeKind::Structure(_) | ShapeKind::Union(_) => false,
        _ => true,
    }
}

fn input(service: &Service<'static>, operation: &Operation<'_>) -> Vec<Member<'static>> {
    let shape = operation.input.and_then(|name| service.shape(name));
    let members = shape.map(|shape| shape.kind.members().cloned().collect::<Vec<_>>());
    let mut members = members.unwrap_or_default();
    members.retain(|member| !member.traits.sdk_extra);
    members
}

/// The fields of a request, and the fewest of them with a value.
fn members(service: &Service<'static>, operation: &Operation<'_>) -> (String, String) {
    let (mut fields, mut values) = (String::new(), String::new());
    for member in input(service, operation) {
        let field = names::ident(&names::snake_case(member.name), Span::call_site());
        let ty = words::rust_type(service, member.target, "");
        if member.required {
            let value = match member.traits.context_param {
                // The endpoint is found by it.
                Some("KvsARN") => {
                    "\"arn:aws:cloudfront::123456789012:key-value-store/a\".into()".to_owned()
                }
                _ => value(service, member.target, 0).unwrap_or_default(),
            };
            let _ = write!(fields, "{field}: {ty}, ");
            let _ = write!(values, "{field}: {value}, ");
        } else {
            let _ = write!(fields, "{field}: Option<{ty}>, ");
            let _ = write!(values, "{field}: None, ");
        }
    }
    (fields, values)
}

/// An expression for a value of a shape, unless there would have to be a union inside of it.
fn value(service: &Service<'static>, target: &str, depth: usize) -> Option<String> {
    let shape = service.shape(target)?;
    let fixed = match &shape.kind {
        ShapeKind::Blob if shape.traits.streaming => "ByteStream::from_static(b\"value\")",
        ShapeKind::Enum(_) => "\"value\".into()",
        // Long enough for an account's id, and a label of a host's name.
        ShapeKind::String => "\"value0value1\".into()",
        ShapeKind::Structure(members) => {
            let required = members.iter().filter(|member| member.required);
            for member in required {
                if depth > 4 {
                    return None;
                }
                value(service, member.target, depth + 1)?;
            }
            "Default::default()"
        }
        // Their default is nothing that can be sent. Further inside nobody would replace it.
        ShapeKind::Union(_) if depth > 0 => return None,
        ShapeKind::Union(variants) => {
            let mut variants = variants.iter();
            return variants.find_map(|variant| {
                let value = value(service, variant.target, 1)?;
                let ty = words::rust_type(service, target, "");
                Some(format!(
                    "{ty}::{}({value})",
                    names::pascal_case(variant.name)
                ))
            });
        }
        _ => "Default::default()",
    };
    Some(fixed.to_owned())
}
