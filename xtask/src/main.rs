//! Chores of this workspace: `cargo xtask <command>`.

mod bench;
mod catalog;
mod command;
mod coverage;
mod differential;
mod fixtures;
mod fuzz;
mod live;
mod marked;
mod python;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask <command>

  bench build|calls|growth|derives [--runs N]
                       what it costs beside the official SDK, in BENCHMARKS.md
  bench instructions   the instructions of calls, beside the numbers that are committed: needs valgrind
  catalog [--check]    AWS's models, converted from botocore's
  coverage [--check]   the README's account of what is supported
  differential [--seed N] [--operations N]
                       random requests and answers beside botocore's
  fixtures [--check]   the official test cases
  fuzz [--seconds N] [target…]
                       answers of any bytes, in each protocol: needs nightly Rust
  live                 the live tests, against an emulator that verifies signatures";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args[..] {
        ["bench", ref args @ ..] => bench::run(args).map_err(|error| error.to_string()),
        ["catalog"] => catalog::run(false),
        ["catalog", "--check"] => catalog::run(true),
        ["coverage"] => coverage::run(false),
        ["coverage", "--check"] => coverage::run(true),
        ["differential", ref args @ ..] => {
            differential::run(args).map_err(|error| error.to_string())
        }
        ["fixtures"] => fixtures::run(false),
        ["fixtures", "--check"] => fixtures::run(true),
        ["fuzz", ref args @ ..] => fuzz::run(args).map_err(|error| error.to_string()),
        ["live"] => live::run().map_err(|error| error.to_string()),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace.
fn workspace() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// The folder for what is made and not kept.
fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => workspace().join(folder),
        None => workspace().join("target"),
    }
}
