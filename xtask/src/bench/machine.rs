//! What it is measured on.

use std::fs;
use std::process::Command;

use crate::command::Result;

/// One line about the machine and the compiler.
pub(super) fn describe() -> Result<String> {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processor
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("an unknown processor", |(_, model)| model);
    let cores = std::thread::available_parallelism()?;
    let compiler = Command::new("rustc").arg("--version").output()?;
    let compiler = String::from_utf8(compiler.stdout)?;
    Ok(format!("{model}, {cores} cores; {}", compiler.trim()))
}
