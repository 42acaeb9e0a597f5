//! The Python environment that the emulator runs in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Result, succeed};

/// Every package and its hashes; the head of the file says how it is made.
const REQUIREMENTS: &str = include_str!("requirements.txt");

/// Makes the environment in `folder`, unless an earlier run left the very same there, and returns
/// the path of its interpreter.
pub(super) fn environment(folder: &Path) -> Result<PathBuf> {
    let environment = folder.join("python");
    let python = environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });

    // Written last, so that an installation that was cut short is made anew.
    let installed = environment.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|text| text == REQUIREMENTS) {
        return Ok(python);
    }

    let requirements = folder.join("requirements.txt");
    fs::write(&requirements, REQUIREMENTS)?;
    println!("installing ministack in {}", environment.display());
    succeed(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(&environment),
    )?;
    succeed(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--require-hashes"])
            .arg("--disable-pip-version-check")
            .arg("--requirement")
            .arg(&requirements),
    )?;
    fs::write(installed, REQUIREMENTS)?;
    Ok(python)
}
