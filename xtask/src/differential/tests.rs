//! Runs the cases of one folder, and reads what came of them.

use std::collections::HashMap;
use std::fs::{self, File};
use std::path::Path;

use serde_json::Value;

use super::tally::{Case, Tally};
use crate::command::{Result, cargo};

/// Compiles and runs the cases of a folder.
pub(super) fn run(folder: &Path, tally: &mut Tally) -> Result<()> {
    let mut cases = cases(folder)?;
    let log = folder.with_extension("log");
    let output = cargo()
        .args(["test", "--package", "aws-operation-protocols", "--quiet"])
        .args(["--test", "protocols", "--", "--format", "pretty", "cases::"])
        .env("AWS_OPERATION_CASES", folder)
        .env("RUST_BACKTRACE", "0")
        .stderr(File::create(&log)?)
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    let faults = faults(&text);
    for line in text.lines() {
        let Some((name, result)) = line
            .strip_prefix("test ")
            .and_then(|line| line.split_once(" ... "))
        else {
            continue;
        };
        let case = cases.remove(name).ok_or("a test that is no case")?;
        let lines = match result {
            "ok" => &[][..],
            _ => faults.get(name).ok_or("a fault that is not told")?,
        };
        tally.add(case, lines);
    }
    if cases.is_empty() {
        Ok(())
    } else {
        let count = cases.len();
        Err(format!("{count} cases were not run; {} says why", log.display()).into())
    }
}

/// The cases by the names of their tests.
fn cases(folder: &Path) -> Result<HashMap<String, Case>> {
    let mut cases = HashMap::new();
    for entry in fs::read_dir(folder)? {
        let file: Value = serde_json::from_slice(&fs::read(entry?.path())?)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let service = text(&file["service"]);
        let module = service.replace(['-', '.'], "_");
        for case in file["cases"].as_array().into_iter().flatten() {
            let is_request = !case["serialized"].is_null();
            let kind = if is_request { "requests" } else { "responses" };
            let name = format!("cases::{module}::{kind}::{}", text(&case["id"]));
            let case = Case {
                protocol: text(&file["protocol"]),
                service: service.clone(),
                operation: text(&case["operation"]),
                is_request,
            };
            cases.insert(name, case);
        }
    }
    Ok(cases)
}

/// The lines that failed tests panic with.
fn faults(output: &str) -> HashMap<&str, Vec<&str>> {
    let mut faults = HashMap::new();
    for section in output.split("\n---- ").skip(1) {
        let Some((name, rest)) = section.split_once(" stdout ----") else {
            continue;
        };
        let lines = rest
            .lines()
            .skip_while(|line| !line.contains(" panicked at "));
        let lines = lines
            .skip(1)
            .take_while(|line| !line.is_empty() && !line.starts_with("note: "));
        faults.insert(name, lines.collect());
    }
    faults
}
