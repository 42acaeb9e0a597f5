//! Operations that a program can have, and programs with many of them.

use std::fmt::Write as _;

use aws_operation_catalog::{self as catalog, Operation, Service, ShapeKind};

/// An operation that a program can have, and its size.
pub(super) struct Candidate {
    pub(super) service: &'static Service<'static>,
    operation: Operation<'static>,
    members: usize,
}

/// How many members the median operation has, and the operations that a program can have: those
/// nearest to the median first, and then by name.
pub(super) fn candidates() -> (usize, Vec<Candidate>) {
    let mut candidates: Vec<_> = catalog::services().flat_map(of_service).collect();
    candidates.sort_by_key(|candidate| candidate.members);
    let median = candidates[candidates.len() / 2].members;
    candidates.sort_by_key(|candidate| {
        let Candidate {
            service,
            operation,
            members,
        } = candidate;
        (members.abs_diff(median), operation.name, service.name)
    });
    candidates.retain(|candidate| request(candidate).is_some());
    (median, candidates)
}

fn of_service(service: &'static Service<'static>) -> Vec<Candidate> {
    let operations = service
        .operation_names()
        .filter_map(|name| service.operation(name));
    let able = operations.filter(|operation| !service.has_event_stream(operation));
    able.map(|operation| {
        let errors = operation.errors.iter().copied();
        let shapes = operation
            .input
            .into_iter()
            .chain(operation.output)
            .chain(errors);
        Candidate {
            service,
            members: members(service, shapes),
            operation,
        }
    })
    .collect()
}

/// How many members there are in shapes, and in what they are made of.
fn members(service: &Service<'static>, shapes: impl Iterator<Item = &'static str>) -> usize {
    let (mut waiting, mut seen): (Vec<_>, Vec<_>) = (shapes.collect(), Vec::new());
    let mut count = 0;
    while let Some(name) = waiting.pop() {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        if let Some(shape) = service.shape(name) {
            count += shape.kind.members().count();
            waiting.extend(shape.kind.members().map(|member| member.target));
        }
    }
    count
}

/// The fields and the values of a request with what is required, where that is simple.
fn request(candidate: &Candidate) -> Option<(String, String)> {
    let Candidate {
        service, operation, ..
    } = candidate;
    let input = operation.input.and_then(|input| service.shape(input));
    let (mut fields, mut values) = (String::new(), String::new());
    for member in input.iter().flat_map(|shape| shape.kind.members()) {
        if !member.required {
            continue;
        }
        let (ty, value) = match service.shape(member.target)?.kind {
            ShapeKind::Boolean => ("bool", "true"),
            ShapeKind::Integer => ("i32", "1"),
            ShapeKind::Long => ("i64", "1"),
            ShapeKind::String => ("String", "name.clone()"),
            _ => return None,
        };
        let field = snake_case(member.name)?;
        let _ = write!(fields, "pub {field}: {ty}, ");
        let _ = write!(values, "{field}: {value}, ");
    }
    Some((fields, values))
}

/// The field of a member, where it is plain to see.
fn snake_case(name: &str) -> Option<String> {
    let mut field = String::new();
    for (at, c) in name.chars().enumerate() {
        if c.is_ascii_uppercase() && at > 0 {
            field.push('_');
        }
        field.push(c.to_ascii_lowercase());
    }
    let is_plain = !name.contains(|c: char| !c.is_ascii_alphabetic())
        && !field.split('_').any(|word| word.len() == 1)
        && !["type", "match", "use", "move"].contains(&field.as_str());
    is_plain.then_some(field)
}

/// How a program has its operations.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// Each by itself, in a module of its own.
    Apart,
    /// In one connector, which must be their service's, with these derives besides its own.
    Connector(&'static [Derive]),
}

/// A derive.
pub(super) struct Derive {
    pub(super) name: &'static str,
    /// What a program does with each `answer`: a derive that nobody uses is hardly compiled.
    pub(super) used: &'static str,
}

/// A program that can call each of them.
pub(super) fn program(form: Form, operations: &[&Candidate]) -> String {
    let (mut requests, mut calls) = (String::new(), String::new());
    let derives = match form {
        Form::Apart => &[],
        Form::Connector(derives) => derives,
    };
    let used: Vec<_> = derives.iter().map(|derive| derive.used).collect();
    let used = match &used[..] {
        [] => String::new(),
        used => format!("if let Ok(answer) = answer {{ {} }}", used.join(" ")),
    };
    for (at, candidate) in operations.iter().enumerate() {
        let (fields, values) = request(candidate).unwrap_or_default();
        let Candidate {
            service, operation, ..
        } = candidate;
        let (service, operation) = (service.name, operation.name);
        let path = match form {
            Form::Apart => {
                let _ = writeln!(
                    requests,
                    "mod operation{at} {{
    #[aws_operation::aws_operation(service = {service:?}, operation = {operation:?})]
    pub struct Request {{ {fields} }}
}}"
                );
                format!("operation{at}::Request")
            }
            Form::Connector(_) => {
                let _ = writeln!(
                    requests,
                    "    #[aws_operation]\n    pub struct {operation}Request {{ {fields} }}"
                );
                format!("connector::{operation}Request")
            }
        };
        let _ = writeln!(
            calls,
            "        {at} => {{
            let answer = connector.call(&{path} {{ {values} }}).await;
            println!(\"{{answer:?}}\");
            {used}
        }}"
        );
    }
    if let (Form::Connector(_), Some(first)) = (form, operations.first()) {
        let service = first.service.name;
        let names: Vec<_> = derives.iter().map(|derive| derive.name).collect();
        let names = names.join(", ");
        requests = format!(
            "#[aws_operation::aws_connector(service = {service:?}, derive({names}))]
mod connector {{
{requests}}}
"
        );
    }
    format!(
        "{requests}
#[tokio::main(flavor = \"current_thread\")]
async fn main() {{
    let credentials = aws_operation::StaticCredentials::new(\"id\", \"secret\");
    let connector = aws_operation::Connector::new(credentials, aws_operation::Region::EuWest1);
    let number: usize = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0);
    let name = std::env::args().nth(2).unwrap_or_default();
    match number {{
{calls}        _ => println!(\"{{name}}\"),
    }}
}}
"
    )
}
