//! `cargo xtask bench build`: the same programs, built from nothing with the official SDK and with
//! this one.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::machine;
use super::measure::{Cost, measure};
use super::series::Series;
use crate::command::{Result, cargo, succeed};
use crate::{marked, target, workspace};

/// A program, by whose crate it calls, and what it is built with.
struct Variant {
    what: &'static str,
    package: &'static str,
    features: &'static str,
}

const fn variant(what: &'static str, package: &'static str, features: &'static str) -> Variant {
    Variant {
        what,
        package,
        features,
    }
}

/// The official SDK first: the others are compared with it.
const VARIANTS: [Variant; 4] = [
    variant("official", "official", ""),
    variant(
        "ours, default features",
        "ours",
        "default-chain,request-compression,rustls-aws-lc",
    ),
    variant("ours, `rustls-aws-lc`", "ours", "rustls-aws-lc"),
    variant("ours, `rustls-ring`", "ours", "rustls-ring"),
];

/// The operations in a program: what it says of them, their feature, and whether debug builds count.
const PROGRAMS: [(&str, &str, &[&str]); 5] = [
    (
        "sqs `SendMessage`, s3 `GetObject`, dynamodb `PutItem`, lambda `Invoke`, ec2 `DescribeInstances`",
        "five",
        &["release", "debug"],
    ),
    ("no operation", "", &["release", "debug"]),
    ("ec2 `DescribeInstances`", "ec2", &["release"]),
    ("s3 `GetObject`", "s3", &["release"]),
    ("sts `GetCallerIdentity`", "sts", &["release"]),
];

/// What the builds of a variant took.
#[derive(Default)]
struct Figures {
    cpu: Series,
    wall: Series,
    memory: Series,
    /// CPU seconds of the program's own crate, once everything else is built.
    alone: Series,
    crates: usize,
    binary: u64,
    stripped: u64,
}

pub(super) fn run(runs: usize, programs: usize) -> Result<()> {
    succeed(benchmarks().args(["fetch", "--locked"]))?;
    let mut text = format!(
        "\n{}. Medians of {runs} builds from nothing, taken in turn, with the least and the most.\n",
        machine::describe()?
    );
    for (program, feature, profiles) in PROGRAMS.into_iter().take(programs) {
        for profile in profiles {
            let mut figures = VARIANTS.map(|_| Figures::default());
            for at in 0..runs {
                for (variant, figures) in VARIANTS.iter().zip(&mut figures) {
                    // Without an operation, the official SDK has nothing to build.
                    if feature.is_empty() && variant.package == "official" {
                        continue;
                    }
                    println!(
                        "{program}, {profile}, {}: {} of {runs}",
                        variant.what,
                        at + 1
                    );
                    figures.add(variant, feature, profile)?;
                }
            }
            write!(text, "\n### {program}, {profile}\n\n{}", table(&figures))?;
        }
    }
    marked::write("BENCHMARKS.md", "bench build", &text, false)?;
    Ok(())
}

fn table(figures: &[Figures; 4]) -> String {
    let mut text = "| | CPU s | of official | its own crate | wall s | largest process, MB | crates | binary, MB | stripped |\n\
                    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    let official = figures[0].cpu.median();
    for (variant, figures) in VARIANTS.iter().zip(figures) {
        let Figures {
            cpu,
            wall,
            memory,
            alone,
            crates,
            binary,
            stripped,
        } = figures;
        if *crates == 0 {
            continue;
        }
        let share = match 100.0 * cpu.median() / official {
            share if share.is_nan() => String::new(),
            share => format!("{share:.1} %"),
        };
        let megabytes = |bytes: u64| format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10);
        let _ = writeln!(
            text,
            "| {} | {} | {share} | {} | {} | {} | {crates} | {} | {} |",
            variant.what,
            cpu.show(1.0, 1),
            alone.show(1.0, 1),
            wall.show(1.0, 1),
            memory.show(1e6, 0),
            megabytes(*binary),
            megabytes(*stripped),
        );
    }
    text
}

impl Figures {
    /// Builds once more.
    fn add(&mut self, variant: &Variant, feature: &str, profile: &str) -> Result<()> {
        let folder = target().join("bench/build");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let features = format!("{feature},{}", variant.features);
        let chosen = [
            "--package",
            variant.package,
            "--features",
            features.trim_matches(','),
        ];
        let mut build = benchmarks();
        build
            .args(["build", "--quiet", "--locked", "--offline"])
            .args(chosen)
            .env("CARGO_TARGET_DIR", &folder);
        if profile == "release" {
            build.arg("--release");
        }
        let Cost { cpu, wall, memory } = measure(&build)?;
        self.cpu.push(cpu);
        self.wall.push(wall);
        self.memory.push(memory);
        let binary = folder.join(profile).join(variant.package);
        self.binary = fs::metadata(&binary)?.len();
        self.stripped = stripped(&binary)?;
        self.crates = crates(&chosen)?;

        let mut clean = benchmarks();
        clean
            .args(["clean", "--quiet", "--locked", "--offline"])
            .args(["--package", variant.package])
            .env("CARGO_TARGET_DIR", &folder);
        if profile == "release" {
            clean.arg("--release");
        }
        succeed(&mut clean)?;
        self.alone.push(measure(&build)?.cpu);
        Ok(())
    }
}

/// The size that is left of a binary without symbols.
fn stripped(binary: &Path) -> Result<u64> {
    let stripped = binary.with_extension("stripped");
    succeed(Command::new("strip").arg("-o").args([&stripped, binary]))?;
    Ok(fs::metadata(stripped)?.len())
}

/// How many crates are built.
fn crates(chosen: &[&str]) -> Result<usize> {
    let output = benchmarks()
        .args(["tree", "--locked", "--offline", "--edges", "normal,build"])
        .args(["--prefix", "none", "--format", "{p}"])
        .args(chosen)
        .output()?;
    let text = String::from_utf8(output.stdout)?;
    let mut names: Vec<_> = text
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .collect();
    names.sort_unstable();
    names.dedup();
    Ok(names.len())
}

/// Cargo in the benchmarks' own workspace.
pub(super) fn benchmarks() -> Command {
    let folder: PathBuf = workspace().join("tests/benchmarks");
    let mut cargo = cargo();
    cargo.current_dir(folder);
    cargo
}
