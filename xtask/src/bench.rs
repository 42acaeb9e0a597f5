//! `cargo xtask bench`: what building and calling cost, beside the official SDK, in `BENCHMARKS.md`.

mod build;
mod calls;
mod expansion;
mod growth;
mod instructions;
mod machine;
mod measure;
mod record;
mod series;

use crate::command::Result;

const USAGE: &str = "usage: cargo xtask bench build|calls|growth|instructions [--runs N]
       cargo xtask bench build|growth --runs N --programs N, for the first ones only";

/// Measures, and writes a part of `BENCHMARKS.md`.
///
/// # Errors
///
/// When a program cannot be built or run.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let (what, runs, programs) = match args {
        ["calls"] => ("calls", 5, usize::MAX),
        [what] => (*what, 3, usize::MAX),
        [what, "--runs", runs] => (*what, runs.parse()?, usize::MAX),
        [
            what @ ("build" | "growth"),
            "--runs",
            runs,
            "--programs",
            programs,
        ] => (*what, runs.parse()?, programs.parse()?),
        _ => return Err(USAGE.into()),
    };
    match what {
        "build" => build::run(runs, programs),
        "calls" => calls::run(runs),
        "instructions" => instructions::run(),
        "growth" => growth::run(runs, programs),
        _ => Err(USAGE.into()),
    }
}
