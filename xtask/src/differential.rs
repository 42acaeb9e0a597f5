//! `cargo xtask differential`: what we send and read beside what botocore does, for random values.
//!
//! botocore, of the release that the models are from, is called through its own clients with every
//! member set, and answered; nothing goes over a network. What it sends and what it reads becomes
//! cases in the form of `tests/protocols`, which run through the macro and the runtime. A fault must
//! be explained in `explained.rs`, or it fails the run.

mod explained;
mod tally;
mod tests;

use std::fs;
use std::process::Command;

use crate::command::{Result, succeed};
use crate::{python, target, workspace};
use tally::Tally;

/// Every package and its hashes; the head of the file says how it is made.
const REQUIREMENTS: &str = include_str!("differential/requirements.txt");

/// Compares as many operations as asked for, of all services in turn.
///
/// # Errors
///
/// When botocore cannot be installed, the cases cannot be compiled, or a fault is not explained.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    let [seed, operations] = numbers(args)?;
    let folder = target().join("differential");
    let python = python::environment(&folder, REQUIREMENTS)?;
    let cases = folder.join("cases");
    if cases.exists() {
        fs::remove_dir_all(&cases)?;
    }
    fs::create_dir_all(&cases)?;

    println!("{operations} operations, seed {seed}");
    succeed(
        Command::new(&python)
            .arg(workspace().join("xtask/src/differential/differential.py"))
            .args([seed, operations].map(|number| number.to_string()))
            .arg(&cases),
    )?;
    let mut batches = Vec::new();
    for entry in fs::read_dir(&cases)? {
        batches.push(entry?.path());
    }
    batches.sort();
    let mut tally = Tally::default();
    for (at, batch) in batches.iter().enumerate() {
        println!("compiling part {} of {}", at + 1, batches.len());
        tests::run(batch, &mut tally)?;
    }
    tally.end()
}

/// The seed, and how many operations.
fn numbers(args: &[&str]) -> Result<[u32; 2]> {
    // botocore does not call all of them.
    let mut numbers = [1, 2100];
    for pair in args.chunks(2) {
        let at = ["--seed", "--operations"]
            .iter()
            .position(|name| *name == pair[0]);
        let (Some(at), [_, number]) = (at, pair) else {
            return Err("usage: cargo xtask differential [--seed N] [--operations N]".into());
        };
        numbers[at] = number.parse()?;
    }
    Ok(numbers)
}
