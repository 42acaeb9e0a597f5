//! `cargo xtask live`: the live tests against a real server that verifies signatures.
//!
//! Makes a Python virtual environment below the target folder, installs the pinned emulator
//! (ministack) in it, starts it on loopback, makes an IAM user with an access key, and hands
//! endpoint and key to the program `live` of `tests/` in the environment variables that every AWS
//! client reads. The emulator ends with this process, however this process ends.

mod emulator;
mod http;
mod iam;

use std::fs;

use crate::command::{Result, cargo, succeed};
use crate::{python, target};
use emulator::Emulator;

/// Every package and its hashes; the head of the file says how it is made.
const REQUIREMENTS: &str = include_str!("live/requirements.txt");

/// The package of the tests.
const TESTS: &str = "aws-operation-tests";

/// Runs the live tests.
///
/// # Errors
///
/// When the emulator cannot be installed or started, or a test fails.
pub(crate) fn run() -> Result<()> {
    // Built first: an emulator that waits for the compiler helps nobody.
    succeed(cargo().args(["build", "--package", TESTS, "--bin", "live"]))?;

    let folder = target().join("live");
    fs::create_dir_all(&folder)?;
    let python = python::environment(&folder, REQUIREMENTS)?;

    let emulator = Emulator::start(&python, &folder)?;
    let key = iam::create_access_key(emulator.address())?;
    println!("ministack on {} verifies signatures", emulator.address());

    let mut tests = cargo();
    tests
        .args(["run", "--quiet", "--package", TESTS, "--bin", "live"])
        .env("AWS_ENDPOINT_URL", format!("http://{}", emulator.address()))
        .env("AWS_REGION", "eu-west-1")
        .env("AWS_ACCESS_KEY_ID", key.id)
        .env("AWS_SECRET_ACCESS_KEY", key.secret)
        .env_remove("AWS_SESSION_TOKEN");
    if tests.status()?.success() {
        Ok(())
    } else {
        Err("the live tests failed".into())
    }
}
