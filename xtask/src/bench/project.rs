//! A crate of its own to measure: its dependencies are built, and then it is, and nothing else.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use super::measure::measure;
use crate::command::{Result, cargo, succeed};
use crate::{target, workspace};

/// A crate with one source file, which uses the runtime on ring.
pub(super) struct Project {
    folder: PathBuf,
}

impl Project {
    /// A crate without anything in it.
    pub(super) fn new() -> Result<Self> {
        let folder = target().join("bench/growth");
        fs::create_dir_all(folder.join("src"))?;
        let runtime = workspace().join("runtime");
        let manifest = format!(
            "[package]\nname = \"growth\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
             [dependencies]\naws-operation = {{ path = '{}', default-features = false, \
             features = [\"rt-tokio\", \"rustls-ring\"] }}\n\
             serde = {{ version = \"1\", features = [\"derive\"] }}\n\
             serde_json = \"1\"\n\
             tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n",
            runtime.display()
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(
            workspace().join("tests/benchmarks/Cargo.lock"),
            folder.join("Cargo.lock"),
        )?;
        Ok(Self { folder })
    }

    /// Makes `source` the crate's.
    pub(super) fn write(&self, source: &str) -> Result<()> {
        Ok(fs::write(self.folder.join("src/main.rs"), source)?)
    }

    /// Cargo, which is to do something with the crate.
    pub(super) fn cargo(&self, args: &[&str]) -> Command {
        let mut cargo = cargo();
        cargo
            .current_dir(&self.folder)
            .args(args)
            .args(["--quiet", "--offline"])
            .env("CARGO_TARGET_DIR", self.folder.join("target"));
        cargo
    }

    /// CPU seconds for the crate alone, of which nothing is left from before.
    pub(super) fn anew(&self, step: &[&str], source: &str) -> Result<f64> {
        self.write("fn main() {}")?;
        succeed(&mut self.cargo(step))?;
        succeed(&mut self.cargo(&["clean", "--package", "growth"]))?;
        self.again(step, source)
    }

    /// CPU seconds for the crate alone, after what was done before.
    pub(super) fn again(&self, step: &[&str], source: &str) -> Result<f64> {
        self.write(source)?;
        Ok(measure(&self.cargo(step))?.cpu)
    }
}
