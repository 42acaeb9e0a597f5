//! `cargo xtask bench derives`: what derives add to a connector.

use std::fmt::Write as _;

use super::machine;
use super::operations::{Candidate, Derive, Form, candidates, program};
use super::project::Project;
use super::series::Series;
use crate::command::Result;
use crate::marked;

/// The service of the connector: one whose operations have errors, and share them.
const SERVICE: &str = "iam";

/// How many operations it has.
const SIZE: u16 = 100;

const STEPS: [(&str, &[&str]); 3] = [
    ("check", &["check"]),
    ("debug", &["build"]),
    ("release", &["build", "--release"]),
];

static DERIVES: [Derive; 4] = [
    Derive {
        name: "Clone",
        used: "println!(\"{:?}\", answer.clone());",
    },
    Derive {
        name: "PartialEq",
        used: "println!(\"{}\", answer == *std::hint::black_box(&answer));",
    },
    Derive {
        name: "serde::Serialize",
        used: "println!(\"{:?}\", serde_json::to_string(&answer));",
    },
    Derive {
        name: "serde::Deserialize",
        used: "println!(\"{:?}\", serde_json::from_str(&name).unwrap_or(answer));",
    },
];

pub(super) fn run(runs: usize) -> Result<()> {
    let (_, candidates) = candidates();
    let of_service = |candidate: &&Candidate| candidate.service.name == SERVICE;
    let operations: Vec<_> = candidates.iter().filter(of_service).collect();
    let operations = operations
        .get(..usize::from(SIZE))
        .ok_or("there are not as many operations")?;
    // One by one, and then all of them.
    let mut chosen: Vec<_> = DERIVES.chunks(1).collect();
    chosen.push(&DERIVES);
    let mut without = STEPS.map(|_| Series::default());
    let mut added: Vec<_> = chosen.iter().map(|_| without.clone()).collect();
    for at in 0..runs {
        println!("derives: {} of {runs}", at + 1);
        for (step, (_, command)) in STEPS.iter().enumerate() {
            let plain = milliseconds(command, &[], operations)?;
            let one = milliseconds(command, &[], &operations[..1])?;
            without[step].push((plain - one) / f64::from(SIZE - 1));
            for (derives, series) in chosen.iter().zip(&mut added) {
                let with = milliseconds(command, derives, operations)?;
                series[step].push((with - plain) / f64::from(SIZE));
            }
        }
    }
    let mut text = format!(
        "\n{}. Milliseconds of CPU for each of {SIZE} operations of {SERVICE} in one connector, those \
         nearest to the median of all services in size; medians of {runs} runs, with the least and the \
         most. First what an operation takes after the first, and then what derives add to that, with \
         a program that uses them for each answer.\n\n",
        machine::describe()?
    );
    text += "| `derive(…)` | check | debug | release |\n| --- | ---: | ---: | ---: |\n";
    row(&mut text, "none", &without);
    for (derives, figures) in chosen.iter().zip(&added) {
        let names: Vec<_> = derives.iter().map(|derive| derive.name).collect();
        row(&mut text, &format!("`{}`", names.join(", ")), figures);
    }
    Ok(marked::write(
        "BENCHMARKS.md",
        "bench derives",
        &text,
        false,
    )?)
}

/// The CPU that a connector takes.
fn milliseconds(
    step: &[&str],
    derives: &'static [Derive],
    operations: &[&Candidate],
) -> Result<f64> {
    let source = program(Form::Connector(derives), operations);
    Ok(1000.0 * Project::new()?.anew(step, &source)?)
}

fn row(text: &mut String, what: &str, figures: &[Series; 3]) {
    let figures = figures.each_ref().map(|series| series.show(1.0, 1));
    let _ = writeln!(text, "| {what} | {} |", figures.join(" | "));
}
