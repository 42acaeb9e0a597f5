//! `cargo xtask bench instructions`: how many instructions a call takes, which is the same on a busy
//! machine, beside the committed numbers.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::process::{Command, Stdio};

use super::calls::{self, OURS, Server};
use crate::command::Result;
use crate::workspace;

/// The committed numbers.
const FILE: &str = "tests/benchmarks/instructions.txt";

/// What the server answers, what is called, and how often: so that it takes valgrind some seconds.
const SCENARIOS: [(&str, &str, u64); 12] = [
    ("cbor", "cbor", 200),
    ("dynamodb", "dynamodb", 10),
    ("dynamodb", "dynamodb-partial", 10),
    ("ec2", "ec2", 200),
    ("ec2-large", "ec2-large", 10),
    ("ec2-large", "ec2-large-partial", 10),
    ("lambda", "lambda", 200),
    ("s3-head", "s3-head", 200),
    ("s3-list", "s3-list", 10),
    ("s3-list", "s3-list-partial", 10),
    ("sqs", "sqs", 200),
    ("sts", "sts", 200),
];

pub(super) fn run() -> Result<()> {
    let folder = calls::build(&OURS)?;
    let path = workspace().join(FILE);
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let committed: BTreeMap<&str, f64> = committed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(scenario, count)| Some((scenario, count.trim().parse().ok()?)))
        .collect();
    let mut text = String::new();
    println!("{:<20} {:>14} {:>8}", "", "instructions", "");
    for (answer, scenario, calls) in SCENARIOS {
        let server = Server::start(&folder, answer)?;
        // What the program takes besides is in both.
        let count = |calls| instructions(&folder.join("ours-calls"), scenario, server.url(), calls);
        let (few, many) = (count(calls)?, count(2 * calls)?);
        // A tenth more is made before it is measured.
        let instructions = (many - few) / (calls + calls / 10);
        let change = committed.get(scenario).map(|committed| {
            let now = f64::from(u32::try_from(instructions).unwrap_or(u32::MAX));
            format!("{:+.1} %", 100.0 * (now / committed - 1.0))
        });
        println!(
            "{scenario:<20} {instructions:>14} {:>8}",
            change.unwrap_or_default()
        );
        writeln!(text, "{scenario} {instructions}")?;
    }
    fs::write(path, text)?;
    println!("{FILE} is written");
    Ok(())
}

/// The instructions of a whole program.
fn instructions(program: &std::path::Path, scenario: &str, url: &str, calls: u64) -> Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([scenario, url, &calls.to_string(), "1"])
        .stdout(Stdio::null())
        .output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    let count = told
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.ok_or_else(|| format!("valgrind says:\n{told}"))?;
    Ok(count.trim().parse()?)
}
