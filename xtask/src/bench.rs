//! `cargo xtask bench`: what building and calling cost, beside the official SDK, in `BENCHMARKS.md`.

mod build;
mod calls;
mod derives;
mod expansion;
mod growth;
mod instructions;
mod machine;
mod measure;
mod operations;
mod project;
mod record;
mod series;

use crate::command::Result;

const USAGE: &str = "usage: cargo xtask bench build|calls|growth|derives|instructions [--runs N]
       cargo xtask bench build [--runs N] PROGRAM..., for some of them: five none ec2 s3 sts
       cargo xtask bench growth [--runs N] SIZE..., for some of them: 1 10 100 500";

/// Measures, and writes a part of `BENCHMARKS.md`.
///
/// # Errors
///
/// When a program cannot be built or run.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let (what, args) = args.split_first().ok_or(USAGE)?;
    let (runs, chosen) = match args {
        ["--runs", runs, chosen @ ..] => (Some(runs.parse()?), chosen),
        chosen => (None, chosen),
    };
    match (*what, chosen) {
        ("build", chosen) => build::run(runs.unwrap_or(3), chosen),
        ("growth", chosen) => growth::run(runs.unwrap_or(3), chosen),
        ("derives", []) => derives::run(runs.unwrap_or(3)),
        ("calls", []) => calls::run(runs.unwrap_or(5)),
        ("instructions", []) if runs.is_none() => instructions::run(),
        _ => Err(USAGE.into()),
    }
}

/// Those of `all` that are named, in their order; all of them, if none is named.
///
/// # Errors
///
/// When there is none with that name.
fn choose<T: Copy>(all: &[T], name: impl Fn(&T) -> String, chosen: &[&str]) -> Result<Vec<T>> {
    let names: Vec<_> = all.iter().map(name).collect();
    let unknown = chosen
        .iter()
        .find(|one| names.iter().all(|name| name != *one));
    if let Some(unknown) = unknown {
        return Err(format!("{unknown} is none of {}", names.join(", ")).into());
    }
    let pairs = all.iter().zip(&names);
    let wanted = pairs.filter(|(_, name)| chosen.is_empty() || chosen.contains(&name.as_str()));
    Ok(wanted.map(|(one, _)| *one).collect())
}
