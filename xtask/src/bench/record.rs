//! The builds that were measured, each of them a line of a file.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use sha2::{Digest, Sha256};

use super::machine;
use super::series::Series;
use crate::command::Result;
use crate::workspace;

/// The file; its first line says what is in the others.
pub(super) const FILE: &str = "tests/benchmarks/builds.tsv";
const HEAD: &str = "machine\tsources\tprogram\tprofile\tvariant\tCPU s\twall s\tmemory, bytes\t\
                    its own crate, CPU s\tcrates\tbinary, bytes\tstripped, bytes\n";

/// What a build took.
pub(super) struct Built {
    pub(super) cpu: f64,
    pub(super) wall: f64,
    /// Bytes of the largest process.
    pub(super) memory: f64,
    /// CPU seconds of the program's own crate, once everything else is built.
    pub(super) alone: f64,
    pub(super) crates: usize,
    pub(super) binary: u64,
    pub(super) stripped: u64,
}

/// What builds of the same took.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) cpu: Series,
    pub(super) wall: Series,
    pub(super) memory: Series,
    pub(super) alone: Series,
    pub(super) crates: Series,
    pub(super) binary: Series,
    pub(super) stripped: Series,
}

impl Figures {
    pub(super) fn builds(&self) -> usize {
        self.cpu.len()
    }
}

/// All builds that were written down.
pub(super) struct Record {
    path: PathBuf,
    text: String,
    machine: String,
    sources: Sources,
}

impl Record {
    /// Opens the record, for builds on this machine of the sources that are committed.
    pub(super) fn open() -> Result<Self> {
        let path = workspace().join(FILE);
        let text = fs::read_to_string(&path).unwrap_or_else(|_| HEAD.to_owned());
        Ok(Self {
            path,
            text,
            machine: machine::describe()?,
            sources: Sources::committed()?,
        })
    }

    /// Writes down a build of a program, a profile and a variant.
    pub(super) fn add(&mut self, what: &[&str; 3], is_ours: bool, built: &Built) -> Result<()> {
        let Built {
            cpu,
            wall,
            memory,
            alone,
            crates,
            binary,
            stripped,
        } = built;
        let Sources { official, ours } = &self.sources;
        let sources = if is_ours { ours } else { official };
        writeln!(
            self.text,
            "{}\t{sources}\t{}\t{cpu:.2}\t{wall:.2}\t{memory}\t{alone:.2}\t{crates}\t{binary}\t{stripped}",
            self.machine,
            what.join("\t"),
        )?;
        fs::write(&self.path, &self.text)?;
        Ok(())
    }

    /// How many builds there are of this, of the code as it is.
    pub(super) fn builds(&self, what: &[&str; 3]) -> usize {
        let now = [&*self.sources.official, &*self.sources.ours];
        let rows = self.rows(what);
        rows.filter(|(sources, _)| now.contains(sources)).count()
    }

    /// What the builds of this took, of the code that was built last.
    pub(super) fn figures(&self, what: &[&str; 3]) -> Figures {
        let mut figures = Figures::default();
        if let Some((last, _)) = self.rows(what).last() {
            for (_, numbers) in self.rows(what).filter(|(sources, _)| *sources == last) {
                figures.add(&numbers);
            }
        }
        figures
    }

    /// The lines about this: the sources, and the numbers.
    fn rows(&self, what: &[&str; 3]) -> impl Iterator<Item = (&str, Vec<&str>)> {
        self.text.lines().filter_map(|line| {
            let mut columns = line.split('\t');
            let (machine, sources) = (columns.next()?, columns.next()?);
            let is_this = machine == self.machine && columns.by_ref().take(3).eq(*what);
            is_this.then(|| (sources, columns.collect()))
        })
    }
}

impl Figures {
    fn add(&mut self, numbers: &[&str]) {
        let series = [
            &mut self.cpu,
            &mut self.wall,
            &mut self.memory,
            &mut self.alone,
            &mut self.crates,
            &mut self.binary,
            &mut self.stripped,
        ];
        for (series, number) in series.into_iter().zip(numbers) {
            if let Ok(number) = number.parse() {
                series.push(number);
            }
        }
    }
}

/// What programs are built from, by short hashes.
struct Sources {
    /// The locked versions, and the official program.
    official: String,
    /// And our code.
    ours: String,
}

impl Sources {
    fn committed() -> Result<Self> {
        let official =
            hash(&["Cargo.lock", "official"].map(|path| format!("tests/benchmarks/{path}")))?;
        let paths = [
            "Cargo.toml",
            "catalog",
            "macros",
            "runtime",
            "tests/benchmarks/ours",
        ];
        let ours = format!("{official}+{}", hash(&paths.map(str::to_owned))?);
        Ok(Self { official, ours })
    }
}

/// Hashes what is built from there: neither tests nor comments nor what the compiler says of mistakes.
fn hash(paths: &[String]) -> Result<String> {
    let output = Command::new("git")
        .current_dir(workspace())
        .args([
            "-c",
            "core.quotePath=true",
            "grep",
            "--no-color",
            "--no-column",
            "--no-line-number",
        ])
        .args([
            "--text",
            "--extended-regexp",
            "--invert-match",
            "^[[:space:]]*(//|# )",
            "HEAD",
            "--",
        ])
        .args(paths)
        .args(
            ["benches/**", "tests/**", "tests.rs", "*.md"]
                .map(|path| format!(":(exclude,glob)*/**/{path}")),
        )
        .arg(":(exclude)macros/src/messages.rs")
        .output()?;
    if !output.status.success() {
        return Err("git does not know the sources".into());
    }
    let mut hash = String::new();
    for byte in &Sha256::digest(&output.stdout)[..4] {
        write!(hash, "{byte:02x}")?;
    }
    Ok(hash)
}

#[cfg(test)]
mod tests {
    use super::{Built, HEAD, Record, Sources};

    /// Builds add up on the same machine, and when they are of the same sources.
    #[test]
    fn builds_add_up() {
        let path = std::env::temp_dir().join(format!("builds-{}.tsv", std::process::id()));
        let record = |machine: &str, ours: &str, text: String| Record {
            path: path.clone(),
            text,
            machine: machine.to_owned(),
            sources: Sources {
                official: "a".to_owned(),
                ours: ours.to_owned(),
            },
        };
        let built = |cpu| Built {
            cpu,
            wall: 1.0,
            memory: 2e6,
            alone: 0.5,
            crates: 10,
            binary: 7,
            stripped: 5,
        };
        let (theirs, ours) = (["p", "release", "official"], ["p", "release", "ours"]);
        let mut first = record("m", "a+b", HEAD.to_owned());
        first.add(&theirs, false, &built(30.0)).unwrap();
        first.add(&ours, true, &built(3.0)).unwrap();
        first.add(&ours, true, &built(5.0)).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::remove_file(&path).unwrap();

        let same = record("m", "a+b", text.clone());
        assert_eq!(same.figures(&theirs).cpu.show(1.0, 0), "30");
        assert_eq!(same.figures(&ours).cpu.show(1.0, 0), "4 (3–5)");
        assert_eq!(same.figures(&ours).memory.show(1e6, 0), "2");
        assert_eq!(same.builds(&ours), 2);
        assert_eq!(record("n", "a+b", text.clone()).builds(&theirs), 0);
        // Of other code, they are shown until there are some of that.
        let mut changed = record("m", "a+c", text);
        assert_eq!((changed.builds(&theirs), changed.builds(&ours)), (1, 0));
        assert_eq!(changed.figures(&ours).cpu.show(1.0, 0), "4 (3–5)");
        changed.add(&ours, true, &built(8.0)).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(changed.figures(&ours).cpu.show(1.0, 0), "8");
    }
}
