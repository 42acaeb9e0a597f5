//! `cargo xtask bench build`: the same programs, built from nothing with the official SDK and with
//! this one.
//!
//! All of them take hours. Every build is written down at once, so that a run may be ended at any time and
//! another one goes on: `--runs 3` builds what was not built three times, on the same machine
//! from the same sources. Some of the programs can be named, to build only those; `--runs 0` builds nothing,
//! and writes the tables.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::measure::{Cost, measure};
use super::record::{Built, Figures, Record};
use super::series::Series;
use super::{choose, machine};
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

/// The operations in a program, what it is called by, and whether debug builds count.
type Program = (&'static str, &'static str, &'static [&'static str]);

const PROGRAMS: [Program; 5] = [
    (
        "sqs `SendMessage`, s3 `GetObject`, dynamodb `PutItem`, lambda `Invoke`, ec2 `DescribeInstances`",
        "five",
        &["release", "debug"],
    ),
    ("no operation", NONE, &["release", "debug"]),
    ("ec2 `DescribeInstances`", "ec2", &["release"]),
    ("s3 `GetObject`", "s3", &["release"]),
    ("sts `GetCallerIdentity`", "sts", &["release"]),
];

/// The program that calls nothing; what the others are called by is their feature.
const NONE: &str = "none";

pub(super) fn run(runs: usize, chosen: &[&str]) -> Result<()> {
    let programs = choose(&PROGRAMS, |(_, name, _)| (*name).to_owned(), chosen)?;
    succeed(benchmarks().args(["fetch", "--locked"]))?;
    let mut record = Record::open()?;
    for at in 0..runs {
        for (program, name, profiles) in &programs {
            for profile in *profiles {
                for variant in &VARIANTS {
                    // Without an operation, the official SDK has nothing to build.
                    if *name == NONE && variant.package == "official" {
                        continue;
                    }
                    let what = [program, profile, variant.what];
                    if record.builds(&what) > at {
                        continue;
                    }
                    println!("{}: {} of {runs}", what.join(", "), at + 1);
                    let built = build(variant, name, profile)?;
                    record.add(&what, variant.package == "ours", &built)?;
                }
            }
        }
    }
    let mut text = format!(
        "\n{}. Medians of builds from nothing, taken in turn, with the least and the most, of the code \
         that was last built so; each one is in `{}`.\n",
        machine::describe()?,
        super::record::FILE,
    );
    for (program, _, profiles) in PROGRAMS {
        for profile in profiles {
            let figures =
                VARIANTS.map(|Variant { what, .. }| record.figures(&[program, profile, what]));
            if figures.iter().any(|figures| figures.builds() > 0) {
                write!(text, "\n### {program}, {profile}\n\n{}", table(&figures))?;
            }
        }
    }
    marked::write("BENCHMARKS.md", "bench build", &text, false)?;
    let (program, _, profiles) = PROGRAMS[0];
    let figures =
        VARIANTS.map(|Variant { what, .. }| record.figures(&[program, profiles[0], what]));
    // On another machine some may be missing.
    if figures.iter().all(|figures| figures.builds() > 0) {
        marked::write("README.md", "bench build", &summary(&figures), false)?;
    }
    Ok(())
}

/// What a stranger wants to know.
fn summary([official, default, _, ring]: &[Figures; 4]) -> String {
    let mut text = "\n| | official SDK | this crate | this crate on `rustls-ring` alone |\n\
                    | --- | ---: | ---: | ---: |\n"
        .to_owned();
    let mut row = |what, of: fn(&Figures) -> &Series, unit, digits| {
        let shown = [official, default, ring].map(|figures| {
            let median = of(figures).median() / unit;
            format!("{median:.digits$}")
        });
        let _ = writeln!(text, "| {what} | {} |", shown.join(" | "));
    };
    row("CPU, s", |figures| &figures.cpu, 1.0, 0);
    row("by the clock, minutes", |figures| &figures.wall, 60.0, 1);
    row(
        "memory of the largest process, GB",
        |figures| &figures.memory,
        1e9,
        2,
    );
    row("binary, stripped, MB", |figures| &figures.stripped, 1e6, 1);
    text + "\n"
}

fn table(figures: &[Figures; 4]) -> String {
    let mut text = "| | builds | CPU s | of official | its own crate, CPU s | wall s | largest process, MB | crates | binary, MB | stripped |\n\
                    | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
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
        if figures.builds() == 0 {
            continue;
        }
        let share = match 100.0 * cpu.median() / official {
            share if share.is_nan() => String::new(),
            share => format!("{share:.1} %"),
        };
        let _ = writeln!(
            text,
            "| {} | {} | {} | {share} | {} | {} | {} | {} | {} | {} |",
            variant.what,
            figures.builds(),
            cpu.show(1.0, 1),
            alone.show(1.0, 1),
            wall.show(1.0, 1),
            memory.show(1e6, 0),
            crates.show(1.0, 0),
            binary.show(1e6, 1),
            stripped.show(1e6, 1),
        );
    }
    text
}

/// Builds from nothing.
fn build(variant: &Variant, program: &str, profile: &str) -> Result<Built> {
    let folder = target().join("bench/build");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let features = match program {
        NONE => variant.features.to_owned(),
        feature => format!("{feature},{}", variant.features),
    };
    let chosen = ["--package", variant.package, "--features", &features];
    let mut build = benchmarks();
    build
        .args(["build", "--quiet", "--locked", "--offline"])
        .args(chosen)
        .env("CARGO_TARGET_DIR", &folder);
    if profile == "release" {
        build.arg("--release");
    }
    let Cost { cpu, wall, memory } = measure(&build)?;
    let binary = folder.join(profile).join(variant.package);
    let size = fs::metadata(&binary)?.len();
    let stripped = stripped(&binary)?;

    let mut clean = benchmarks();
    clean
        .args(["clean", "--quiet", "--locked", "--offline"])
        .args(["--package", variant.package])
        .env("CARGO_TARGET_DIR", &folder);
    if profile == "release" {
        clean.arg("--release");
    }
    succeed(&mut clean)?;
    Ok(Built {
        cpu,
        wall,
        memory,
        alone: measure(&build)?.cpu,
        crates: crates(&chosen)?,
        binary: size,
        stripped,
    })
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
