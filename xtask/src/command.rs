//! Other programs.

use std::env;
use std::process::Command;

use crate::workspace;

pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// The cargo that runs us, in the workspace's folder.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(workspace());
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
