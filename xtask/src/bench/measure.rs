//! What a command costs.

use std::process::Command;

use serde_json::Value;

use crate::command::Result;
use crate::workspace;

/// What a command and all that it started took.
#[derive(Clone, Copy)]
pub(super) struct Cost {
    /// Seconds of all processors.
    pub(super) cpu: f64,
    /// Seconds from start to end.
    pub(super) wall: f64,
    /// Bytes of the largest process.
    pub(super) memory: f64,
}

/// Runs a command, which must succeed.
pub(super) fn measure(command: &Command) -> Result<Cost> {
    let mut measured = Command::new("python3");
    measured
        .arg(workspace().join("xtask/src/bench/measure.py"))
        .arg(command.get_program())
        .args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => measured.env(name, value),
            None => measured.env_remove(name),
        };
    }
    if let Some(folder) = command.get_current_dir() {
        measured.current_dir(folder);
    }
    let output = measured.output()?;
    if !output.status.success() {
        let told = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{command:?} failed:\n{told}").into());
    }
    let cost: Value = serde_json::from_slice(&output.stdout)?;
    let number = |name: &str| cost[name].as_f64().ok_or("measure.py says something else");
    Ok(Cost {
        cpu: number("cpu")?,
        wall: number("wall")?,
        memory: number("memory")?,
    })
}
