//! `cargo xtask bench`: what building and calling cost, beside the official SDK, in `BENCHMARKS.md`.

mod build;
mod calls;
mod growth;
mod instructions;
mod machine;
mod measure;
mod series;

use crate::command::Result;

const USAGE: &str = "usage: cargo xtask bench build|calls|growth|instructions [--runs N]";

/// Measures, and writes a part of `BENCHMARKS.md`.
///
/// # Errors
///
/// When a program cannot be built or run.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let (what, runs) = match args {
        ["calls"] => ("calls", 5),
        [what] => (*what, 3),
        [what, "--runs", runs] => (*what, runs.parse()?),
        _ => return Err(USAGE.into()),
    };
    match what {
        "build" => build::run(runs),
        "calls" => calls::run(runs),
        "instructions" => instructions::run(),
        "growth" => growth::run(runs),
        _ => Err(USAGE.into()),
    }
}
