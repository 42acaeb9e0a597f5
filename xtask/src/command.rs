//! Other programs.

use std::env;
use std::process::Command;

use crate::workspace;

pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The cargo that runs us, in the workspace's folder. It does not see what `cargo run` told us about
/// ourselves: the build scripts of ring and aws-lc look at that, and what depends on them would be
/// built once by hand and once more from here.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(workspace());
    for (name, _) in env::vars_os() {
        let is_about_us = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
        });
        if is_about_us {
            cargo.env_remove(name);
        }
    }
    cargo
}

/// Runs a command whose failure ends everything. Its message shows the environment that was set
/// for it, so no command with a secret goes this way.
pub(crate) fn succeed(command: &mut Command) -> Result<()> {
    let status = command
        .status()
        .map_err(|error| format!("{}: {error}", command.get_program().display()))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{command:?} failed: {status}").into())
    }
}
