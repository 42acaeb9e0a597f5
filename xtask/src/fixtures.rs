//! `cargo xtask fixtures`: derives the official test cases that are committed, from the same archive
//! as the catalog, and from a crate of AWS's.
//!
//! `--check` writes nothing, and fails when a file is not what it would write.

mod endpoints;
mod protocols;
mod signatures;

use crate::catalog::archive;

/// Makes the files, or checks them: one module for each kind of case.
pub(crate) fn run(check: bool) -> Result<(), String> {
    let archive = archive::open()?;
    protocols::run(&archive, check)?;
    endpoints::run(&archive, check)?;
    signatures::run(check)
}
