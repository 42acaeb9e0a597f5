//! Python environments, for what there is in Python only.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Result, succeed};

/// Makes an environment in `folder`, unless an earlier run left the very same there, and returns
/// the path of its interpreter. `requirements` are all packages with their hashes.
pub(crate) fn environment(folder: &Path, requirements: &str) -> Result<PathBuf> {
    let environment = folder.join("python");
    let python = environment.join(if cfg!(windows) {
        "Scripts/python.exe"
    } else {
        "bin/python"
    });

    // Written last, so that an installation that was cut short is made anew.
    let installed = environment.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|text| text == requirements) {
        return Ok(python);
    }

    fs::create_dir_all(folder)?;
    let file = folder.join("requirements.txt");
    fs::write(&file, requirements)?;
    println!("installing Python packages in {}", environment.display());
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
            .arg(&file),
    )?;
    fs::write(installed, requirements)?;
    Ok(python)
}
