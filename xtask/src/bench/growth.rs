//! `cargo xtask bench growth`: what one more operation costs in a crate that has many.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use aws_operation_catalog::{self as catalog, Operation, Service, ShapeKind};

use super::measure::{Cost, measure};
use super::series::Series;
use super::{choose, expansion, machine};
use crate::command::{Result, cargo, succeed};
use crate::{marked, target, workspace};

/// How many operations the crates have.
const SIZES: [usize; 4] = [1, 10, 100, 500];

/// What is done with a crate whose dependencies are built: the command, and whether it is what was
/// done before, but for one field. Else everything of the crate is forgotten first.
const STEPS: [(&str, &[&str], bool); 4] = [
    ("check", &["check"], false),
    ("debug", &["build"], false),
    ("debug, after a change of one field", &["build"], true),
    ("release", &["build", "--release"], false),
];

/// An operation that a crate can have, and its size.
pub(super) struct Candidate {
    pub(super) service: &'static Service<'static>,
    operation: Operation<'static>,
    members: usize,
}

pub(super) fn run(runs: usize, chosen: &[&str]) -> Result<()> {
    let sizes = choose(&SIZES, usize::to_string, chosen)?;
    if sizes.len() < 2 {
        return Err("what an operation adds shows in two sizes at least".into());
    }
    let mut candidates: Vec<_> = catalog::services().flat_map(candidates).collect();
    candidates.sort_by_key(|candidate| candidate.members);
    let median = candidates[candidates.len() / 2].members;
    // The nearest to the median first, and then by name.
    candidates.sort_by_key(|candidate| {
        let Candidate {
            service,
            operation,
            members,
        } = candidate;
        (members.abs_diff(median), operation.name, service.name)
    });
    candidates.retain(|candidate| request(candidate).is_some());
    let candidates: Vec<_> = candidates.iter().collect();

    let mut figures: Vec<_> = sizes
        .iter()
        .map(|_| STEPS.map(|_| Series::default()))
        .collect();
    for at in 0..runs {
        for (size, figures) in sizes.iter().zip(&mut figures) {
            println!("{size} operations: {} of {runs}", at + 1);
            build(&candidates[..*size], figures)?;
        }
    }
    let mut text = format!(
        "\n{}. CPU seconds for the crate alone, its dependencies being built; medians of {runs}, with \
         the least and the most. The operations are those nearest to the median, which has \
         {median} members in input, output and errors.\n\n| operations |",
        machine::describe()?
    );
    for (what, _, _) in STEPS {
        write!(text, " {what} |")?;
    }
    text.push_str("\n| ---: | ---: | ---: | ---: | ---: |\n");
    for (size, figures) in sizes.iter().zip(&figures) {
        write!(text, "| {size} |")?;
        for series in figures {
            write!(text, " {} |", series.show(1.0, 2))?;
        }
        text.push('\n');
    }
    let added = |step: usize| {
        let last = sizes.len() - 1;
        let operations = f64::from(u32::try_from(sizes[last] - sizes[0]).unwrap_or(u32::MAX));
        1000.0 * (figures[last][step].median() - figures[0][step].median()) / operations
    };
    write!(
        text,
        "\nEach operation adds {:.0} ms to a check, {:.0} ms to a debug build and {:.0} ms to a release \
         build.\n",
        added(0),
        added(1),
        added(3)
    )?;
    let [mixed, of_one] = expansion::run(runs, &candidates)?;
    write!(
        text,
        "\nExpansion takes {} ms for each of 100 operations, and {} ms where all of them are of one service, \
         EC2: wall time by the compiler's clock, that of derives in there, without the first operation.\n",
        mixed.show(1.0, 1),
        of_one.show(1.0, 1)
    )?;
    marked::write("BENCHMARKS.md", "bench growth", &text, false)?;
    Ok(())
}

/// A crate without anything in it.
pub(super) fn project() -> Result<PathBuf> {
    let folder = target().join("bench/growth");
    fs::create_dir_all(folder.join("src"))?;
    let runtime = workspace().join("runtime");
    let manifest = format!(
        "[package]\nname = \"growth\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
         [dependencies]\naws-operation = {{ path = '{}', default-features = false, \
         features = [\"rt-tokio\", \"rustls-ring\"] }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n",
        runtime.display()
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::copy(
        workspace().join("tests/benchmarks/Cargo.lock"),
        folder.join("Cargo.lock"),
    )?;
    Ok(folder)
}

/// Builds a crate in all ways.
fn build(operations: &[&Candidate], figures: &mut [Series; 4]) -> Result<()> {
    let folder = project()?;
    let source = folder.join("src/main.rs");
    for ((_, step, changes), series) in STEPS.iter().zip(figures) {
        let run = || {
            let mut cargo = cargo();
            cargo
                .current_dir(&folder)
                .args(*step)
                .args(["--quiet", "--offline"])
                .env("CARGO_TARGET_DIR", folder.join("target"));
            cargo
        };
        if *changes {
            fs::write(
                &source,
                program(operations).replacen(": String,", ": std::string::String,", 1),
            )?;
        } else {
            // The dependencies, and then the crate anew.
            fs::write(&source, "fn main() {}")?;
            succeed(&mut run())?;
            clean(&folder)?;
            fs::write(&source, program(operations))?;
        }
        let Cost { cpu, .. } = measure(&run())?;
        series.push(cpu);
    }
    Ok(())
}

/// Forgets what was compiled of the crate itself.
fn clean(folder: &Path) -> Result<()> {
    let mut cargo: Command = cargo();
    cargo
        .current_dir(folder)
        .args(["clean", "--quiet", "--offline", "--package", "growth"])
        .env("CARGO_TARGET_DIR", folder.join("target"));
    succeed(&mut cargo)
}

fn candidates(service: &'static Service<'static>) -> Vec<Candidate> {
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

/// A program that can call each of them.
pub(super) fn program(operations: &[&Candidate]) -> String {
    let (mut modules, mut calls) = (String::new(), String::new());
    for (at, candidate) in operations.iter().enumerate() {
        let (fields, values) = request(candidate).unwrap_or_default();
        let Candidate {
            service, operation, ..
        } = candidate;
        let (service, operation) = (service.name, operation.name);
        let _ = writeln!(
            modules,
            "mod operation{at} {{
    #[aws_operation::aws_operation(service = {service:?}, operation = {operation:?})]
    pub struct Request {{ {fields} }}
}}"
        );
        let _ = writeln!(
            calls,
            "        {at} => println!(\"{{:?}}\", connector.call(&operation{at}::Request {{ {values} }}).await),"
        );
    }
    format!(
        "{modules}
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
