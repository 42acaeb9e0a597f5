//! Chores of this workspace: `cargo xtask <command>`.

mod catalog;
mod live;

use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask catalog [--check] | cargo xtask live";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args[..] {
        ["catalog"] => catalog::run(false),
        ["catalog", "--check"] => catalog::run(true),
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
