//! `cargo xtask fuzz`: answers of any bytes, in each protocol. `tests/fuzz` has the targets, and the
//! answers that are begun with.
//!
//! Needs nightly Rust, by rustup, and a C++ compiler. `cargo-fuzz` is installed below the target folder,
//! where also the inputs are kept that were found: the next run goes on from there.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{Result, cargo, succeed};
use crate::{target, workspace};

const CARGO_FUZZ: &str = "0.13.2";

const TARGETS: [&str; 6] = [
    "aws_json",
    "aws_query",
    "ec2_query",
    "rest_json",
    "rest_xml",
    "rpc_v2_cbor",
];

/// Fuzzes the named targets, or all, each for so many seconds.
///
/// # Errors
///
/// When an input makes a target fail: it is kept, and its place is printed. When something that is
/// needed is not there.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let (seconds, named) = match args {
        ["--seconds", seconds, named @ ..] => (seconds.parse()?, named),
        named => (60, named),
    };
    let targets = if named.is_empty() {
        &TARGETS[..]
    } else {
        named
    };
    if let Some(unknown) = targets.iter().find(|target| !TARGETS.contains(target)) {
        return Err(format!(
            "no target is called {unknown}: there are {}",
            TARGETS.join(", ")
        )
        .into());
    }
    let tools = target().join("tools");
    if !tools.join("bin/cargo-fuzz").exists() {
        let install = ["install", "cargo-fuzz", "--locked", "--version", CARGO_FUZZ];
        succeed(cargo().args(install).arg("--root").arg(&tools))?;
    }
    for target in targets {
        fuzz(&tools, target, seconds)?;
    }
    Ok(())
}

fn fuzz(tools: &Path, name: &str, seconds: u32) -> Result<()> {
    let folder = target().join("fuzz");
    let (corpus, faults) = (
        folder.join("corpus").join(name),
        folder.join("faults").join(name),
    );
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&faults)?;
    let package = workspace().join("tests/fuzz");
    println!("\n{name}: {seconds} s");
    succeed(
        Command::new("rustup")
            .args(["run", "nightly"])
            .arg(tools.join("bin/cargo-fuzz"))
            // There is no unsafe code of ours that a sanitizer could catch.
            .args(["run", "--sanitizer", "none", "--fuzz-dir"])
            .arg(&package)
            .arg("--target-dir")
            .arg(folder.join("target"))
            .arg(name)
            .arg(&corpus)
            .arg(package.join("seeds").join(name))
            .arg("--")
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-artifact_prefix={}/", faults.display()))
            // An answer takes about a millisecond.
            .args(["-timeout=5", "-max_len=16384", "-print_final_stats=1"])
            .current_dir(&package)
            // They name the toolchain that built us.
            .env_remove("CARGO")
            .env_remove("RUSTC")
            .env_remove("RUSTUP_TOOLCHAIN"),
    )
}
