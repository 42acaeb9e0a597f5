//! The builds that were measured, each of them a line of a file.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

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

    /// What the builds of this took.
    pub(super) fn figures(&self, what: &[&str; 3]) -> Figures {
        let mut figures = Figures::default();
        for line in self.text.lines() {
            let [machine, sources, program, profile, variant, numbers @ ..] =
                &line.split('\t').collect::<Vec<_>>()[..]
            else {
                continue;
            };
            let is_this = *machine == self.machine
                && [*program, *profile, *variant] == *what
                && [&*self.sources.official, &*self.sources.ours].contains(sources);
            if is_this {
                figures.add(numbers);
            }
        }
        figures
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

/// What programs are built from, by git's names for it.
struct Sources {
    /// The locked versions.
    official: String,
    /// And ours.
    ours: String,
}

impl Sources {
    fn committed() -> Result<Self> {
        let paths = [
            "tests/benchmarks/Cargo.lock",
            "catalog",
            "macros",
            "runtime",
        ];
        let output = Command::new("git")
            .current_dir(workspace())
            .arg("rev-parse")
            .args(paths.map(|path| format!("HEAD:{path}")))
            .output()?;
        if !output.status.success() {
            return Err("git does not know the sources".into());
        }
        let names = String::from_utf8(output.stdout)?;
        let names: Vec<_> = names.lines().filter_map(|name| name.get(..7)).collect();
        Ok(Self {
            official: names[..1].join("+"),
            ours: names.join("+"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Built, HEAD, Record, Sources};

    /// Builds add up on the same machine, and of ours when they are of the same sources.
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
        let changed = record("m", "a+c", text.clone());
        assert_eq!(changed.figures(&theirs).builds(), 1);
        assert_eq!(changed.figures(&ours).builds(), 0);
        assert_eq!(record("n", "a+b", text).figures(&theirs).builds(), 0);
    }
}
