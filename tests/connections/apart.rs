//! Tests in a process of their own: the environment, memory and open files belong to the whole one.

use std::process::Command;

/// Runs this test again, by itself and with these variables, and hands out what it prints.
pub(crate) fn run(test: &str, variables: &[(&str, &str)]) -> String {
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", test, "--nocapture"])
        .envs(variables.iter().copied())
        .output()
        .expect("it runs");
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && shown.contains("1 passed"),
        "{shown}\n{errors}"
    );
    shown
}
