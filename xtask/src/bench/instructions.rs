//! `cargo xtask bench instructions`: how many instructions a call takes, and its parts, which is the
//! same on a busy machine, beside the committed numbers.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use super::calls::{self, OURS, Server};
use crate::command::Result;
use crate::{target, workspace};

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

/// The parts of a call, and the functions that they are, with all that those call.
const PARTS: [(&str, &str); 4] = [
    ("serialise", "aws_operation::engine::Prepared::new"),
    (
        "endpoint",
        "aws_operation::engine::endpoint::Place::resolve",
    ),
    (
        "sign",
        "<aws_runtime::auth::sigv4::SigV4Signer as aws_smithy_runtime_api::client::auth::Sign>::sign_http_request",
    ),
    ("parse", "aws_operation::call::finish"),
];

pub(super) fn run() -> Result<()> {
    let folder = calls::build(&OURS)?;
    let path = workspace().join(FILE);
    let committed = fs::read_to_string(&path).unwrap_or_default();
    let committed: BTreeMap<&str, f64> = committed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(what, count)| Some((what, count.trim().parse().ok()?)))
        .collect();
    let mut text = String::new();
    println!("{:<28} {:>14} {:>8}", "", "instructions", "");
    for (answer, scenario, calls) in SCENARIOS {
        let server = Server::start(&folder, answer)?;
        // What the program takes besides is in both.
        let count = |calls| instructions(&folder.join("ours-calls"), scenario, server.url(), calls);
        let (few, many) = (count(calls)?, count(2 * calls)?);
        for ((part, few), (_, many)) in few.into_iter().zip(many) {
            // A tenth more is made before it is measured.
            let instructions = many.saturating_sub(few) / (calls + calls / 10);
            let what = format!("{scenario}{part}");
            let change = committed.get(&*what).map(|committed| {
                let now = f64::from(u32::try_from(instructions).unwrap_or(u32::MAX));
                format!("{:+.1} %", 100.0 * (now / committed - 1.0))
            });
            println!(
                "{what:<28} {instructions:>14} {:>8}",
                change.unwrap_or_default()
            );
            writeln!(text, "{what} {instructions}")?;
        }
    }
    fs::write(path, text)?;
    println!("{FILE} is written");
    Ok(())
}

/// The instructions of a whole program, and those of each part.
fn instructions(
    program: &Path,
    scenario: &str,
    url: &str,
    calls: u64,
) -> Result<Vec<(String, u64)>> {
    let profile = target().join("bench/callgrind.out");
    let output = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(program)
        .args([scenario, url, &calls.to_string(), "1"])
        .stdout(Stdio::null())
        .output()?;
    let told = String::from_utf8_lossy(&output.stderr);
    let count = told
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.ok_or_else(|| format!("valgrind says:\n{told}"))?;
    let mut counts = vec![(String::new(), count.trim().parse()?)];

    let annotated = Command::new("callgrind_annotate")
        .args(["--inclusive=yes", "--threshold=100"])
        .arg(&profile)
        .output()?;
    let annotated = String::from_utf8_lossy(&annotated.stdout);
    for (part, function) in PARTS {
        counts.push((format!("/{part}"), inclusive(&annotated, function)?));
    }
    Ok(counts)
}

/// What is said of a function: `1,234 (5.67%)  file:function [object]`.
fn inclusive(annotated: &str, function: &str) -> Result<u64> {
    let line = annotated.lines().find(|line| {
        let named = line.split_once(':').map(|(_, named)| named);
        let rest = named.and_then(|named| named.strip_prefix(function));
        // Of a generic one there is what it is built for.
        rest.is_some_and(|rest| rest.starts_with(" [") || rest.starts_with("::<"))
    });
    let count = line.and_then(|line| line.split_whitespace().next());
    let count = count.ok_or_else(|| format!("`{function}` is not called"))?;
    Ok(count.replace(',', "").parse()?)
}
