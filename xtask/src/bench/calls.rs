//! `cargo xtask bench calls`: what a call costs, beside the official SDK and beside hyper alone.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::SystemTime;

use serde_json::Value;

use super::build::benchmarks;
use super::machine;
use super::series::Series;
use crate::command::{Result, succeed};
use crate::{marked, target};

/// A package, its program, and what it is built with.
type Program = (&'static str, &'static str, &'static str);

pub(super) const OURS: [Program; 2] = [
    ("ours", "ours-calls", "calls,rustls-ring"),
    ("server", "server", ""),
];

const OTHERS: [Program; 2] = [
    ("official", "official-calls", "calls"),
    ("floor", "floor", ""),
];

/// A part of the report: what it is about, its scenarios, how often each is called, how many calls
/// are made at a time, and what glibc is told.
struct Part {
    what: &'static str,
    scenarios: &'static [Scenario],
    calls: usize,
    concurrency: usize,
    tunables: &'static str,
}

/// Keep the memory that is freed
/// (<https://www.gnu.org/software/libc/manual/html_node/Memory-Allocation-Tunables.html>).
const KEPT: &str = "glibc.malloc.trim_threshold=1073741824:glibc.malloc.mmap_threshold=33554432:\
                    glibc.malloc.top_pad=67108864";

/// What is called: what the server answers, and by which programs with which scenario.
struct Scenario {
    what: &'static str,
    answer: &'static str,
    callers: &'static [Caller],
}

/// What the row says, the program, and its scenario.
type Caller = (&'static str, &'static str, &'static str);

macro_rules! scenario {
    ($what:literal, $answer:literal) => {
        scenario!($what, $answer, ("official", "official-calls", $answer), ("ours", "ours-calls", $answer))
    };
    ($what:literal, $answer:literal, with floor) => {
        scenario!($what, $answer, ("official", "official-calls", $answer), ("ours", "ours-calls", $answer),
            ("hyper, signed beforehand", "floor", $answer))
    };
    ($what:literal, $answer:literal, partial $partial:literal) => {
        scenario!($what, $answer, ("official", "official-calls", $answer), ("ours", "ours-calls", $answer),
            ("ours, three fields", "ours-calls", $partial))
    };
    ($what:literal, $answer:literal, $($caller:expr),*) => {
        Scenario { what: $what, answer: $answer, callers: &[$($caller),*] }
    };
}

const SMALL: &[Scenario] = &[
    scenario!("sqs `SendMessage`, JSON", "sqs", with floor),
    scenario!("sts `GetCallerIdentity`, query", "sts", with floor),
    scenario!("lambda `Invoke`, REST and JSON", "lambda", with floor),
    scenario!("s3 `HeadObject`, REST and XML", "s3-head", with floor),
    scenario!("ec2 `DescribeRegions`, EC2 query", "ec2", with floor),
    scenario!("cloudwatch `PutMetricData`, CBOR", "cbor", with floor),
];

const LARGE: &[Scenario] = &[
    scenario!("dynamodb `Query`, 1,500 items, 0.9 MB", "dynamodb", partial "dynamodb-partial"),
    scenario!("ec2 `DescribeInstances`, 1,000 instances, 3 MB", "ec2-large", partial "ec2-large-partial"),
    scenario!("s3 `ListObjectsV2`, 1,000 keys, 0.3 MB", "s3-list", partial "s3-list-partial"),
];

const STREAMS: &[Scenario] = &[
    scenario!("s3 `PutObject`, from a file", "s3-put"),
    scenario!("s3 `GetObject`", "s3-get"),
];

const PARTS: [Part; 7] = [
    Part {
        what: "Small calls, one after another",
        scenarios: SMALL,
        calls: 2000,
        concurrency: 1,
        tunables: "",
    },
    Part {
        what: "Small calls, 64 at a time",
        scenarios: SMALL,
        calls: 2000,
        concurrency: 64,
        tunables: "",
    },
    Part {
        what: "Large answers",
        scenarios: LARGE,
        calls: 30,
        concurrency: 1,
        tunables: "",
    },
    Part {
        what: "Large answers, with memory that glibc keeps",
        scenarios: LARGE,
        calls: 30,
        concurrency: 1,
        tunables: KEPT,
    },
    Part {
        what: "Streams of 1 GiB",
        scenarios: STREAMS,
        calls: 1,
        concurrency: 1,
        tunables: "",
    },
    Part {
        what: "Streams of 1 GiB, with memory that glibc keeps",
        scenarios: STREAMS,
        calls: 1,
        concurrency: 1,
        tunables: KEPT,
    },
    Part {
        what: "Credentials",
        scenarios: &[
            scenario!("sqs `SendMessage`, one set", "sqs"),
            scenario!(
                "sqs `SendMessage`, 1,000 sets in turn",
                "sqs",
                ("official", "official-calls", "sqs-credentials"),
                ("ours", "ours-calls", "sqs-credentials")
            ),
        ],
        calls: 10_000,
        concurrency: 1,
        tunables: "",
    },
];

#[derive(Default, Clone)]
struct Figures([Series; COLUMNS.len()]);

/// What the programs print, with its name in the tables, its unit, and digits.
const COLUMNS: [(&str, &str, f64, usize); 8] = [
    ("cpu", "CPU µs", 1e3, 1),
    ("median", "p50 µs", 1e3, 0),
    ("slowest", "p99 µs", 1e3, 0),
    ("allocations", "allocations", 1.0, 0),
    ("bytes", "kB allocated", 1e3, 1),
    ("memory", "memory, MB", 1e6, 0),
    ("main", "`main`, ms", 1e6, 1),
    ("first", "first answer, ms", 1e6, 1),
];

pub(super) fn run(runs: usize) -> Result<()> {
    build(&OTHERS)?;
    let folder = build(&OURS)?;
    let mut text = format!(
        "\n{}. Medians of {runs} runs, taken in turn, with the least and the most; server and client on a \
         core each, over plain HTTP on loopback. *CPU* is the client's; *of official* is the median of each run's \
         own ratio, with the middle half of them; *`main`* and *first answer* are from the process's start \
         on.\n",
        machine::describe()?
    );
    for part in PARTS {
        write!(text, "\n### {}\n\n| | |", part.what)?;
        for (_, title, _, _) in COLUMNS {
            write!(text, " {title} |")?;
        }
        text.push_str(" CPU, of official |\n| --- | --- |");
        text.push_str(&" ---: |".repeat(COLUMNS.len() + 1));
        text.push('\n');
        for scenario in part.scenarios {
            println!("{}: {}", part.what, scenario.what);
            text += &rows(&folder, &part, scenario, runs)?;
        }
    }
    marked::write("BENCHMARKS.md", "bench calls", &text, false)?;
    Ok(())
}

/// Builds programs, and tells where they are.
pub(super) fn build(programs: &[Program]) -> Result<PathBuf> {
    let folder = target().join("bench/calls");
    for (package, program, features) in programs {
        println!("building {program}");
        let mut build = benchmarks();
        build
            .args(["build", "--release", "--quiet", "--locked"])
            .args(["--package", package, "--bin", program])
            .args(["--features", features])
            .env("CARGO_TARGET_DIR", &folder);
        succeed(&mut build)?;
    }
    Ok(folder.join("release"))
}

/// The rows for a scenario: one for each caller.
fn rows(folder: &Path, part: &Part, scenario: &Scenario, runs: usize) -> Result<String> {
    let server = Server::start(folder, scenario.answer)?;
    let mut figures = vec![Figures::default(); scenario.callers.len()];
    let mut ratios = vec![Series::default(); scenario.callers.len()];
    for run in 0..runs {
        let mut cpu = vec![f64::NAN; scenario.callers.len()];
        for at in 0..cpu.len() {
            // There and back, so that a machine that slows down counts for all alike.
            let at = if run % 2 == 0 { at } else { cpu.len() - 1 - at };
            let (_, program, scenario) = scenario.callers[at];
            let output = on_core("0", &folder.join(program))
                .args([scenario, &server.url])
                .args([part.calls, part.concurrency].map(|number| number.to_string()))
                .env("STARTED", now()?)
                .env("GLIBC_TUNABLES", part.tunables)
                .stderr(Stdio::inherit())
                .output()?;
            let printed: Value = serde_json::from_slice(&output.stdout)?;
            let figure = |name| printed[name].as_f64().ok_or("no figure");
            cpu[at] = figure("cpu")?;
            for ((name, ..), series) in COLUMNS.iter().zip(&mut figures[at].0) {
                series.push(figure(*name)?);
            }
        }
        for (ratios, cost) in ratios.iter_mut().zip(&cpu) {
            ratios.push(100.0 * cost / cpu[0]);
        }
    }
    let mut text = String::new();
    let rows = scenario.callers.iter().zip(&figures).zip(&ratios);
    for (((who, ..), Figures(series)), ratios) in rows {
        write!(text, "| {} | {who} |", scenario.what)?;
        for ((_, _, unit, digits), series) in COLUMNS.iter().zip(series) {
            write!(text, " {} |", series.show(*unit, *digits))?;
        }
        writeln!(text, " {} % |", ratios.show_middle(1.0, 0))?;
    }
    Ok(text)
}

/// Nanoseconds since the epoch.
fn now() -> Result<String> {
    let now = SystemTime::UNIX_EPOCH.elapsed()?;
    Ok(now.as_nanos().to_string())
}

/// A command that stays on one core.
fn on_core(core: &str, program: &Path) -> Command {
    let mut command = Command::new("taskset");
    command.args(["-c", core]).arg(program);
    command
}

/// A running server, which ends with this.
pub(super) struct Server {
    process: Child,
    url: String,
}

impl Server {
    pub(super) fn start(folder: &Path, answer: &str) -> Result<Self> {
        let mut process = on_core("1", &folder.join("server"))
            .arg(answer)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = process.stdout.take().ok_or("no output")?;
        let mut url = String::new();
        BufReader::new(output).read_line(&mut url)?;
        let url = url.trim_end().to_owned();
        Ok(Self { process, url })
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
